// Projects of more than one part, and what is settled about them, in the invented land (test/world.ts): the border between
// West (PV91) and Oost (PV92) is x = 120 km.
import { beforeAll, expect, it } from 'vitest';
import { listOtherDivision } from '../data/questions/gaps.ts';
import {
  bevoegdGezagAntwoord,
  grensoverschrijdendAntwoord,
  overlapAntwoord,
  type BevoegdGezagAntwoord,
} from '../data/schema/antwoord.ts';
import { volgendeWijziging } from '../data/seed/gebieden.ts';
import { describeWorld } from './world-app.ts';
import { toRectangle, toRectangleGeometry } from './world.ts';

interface Part {
  ligging: 'exact' | 'indicatief';
  wkt: string;
  straalM?: number;
}

// From the station in Beek (West) 11.8 km east along y = 401.1: 1.8 km in West, 10 km in Oost.
const line = 'LINESTRING(118200 401100,130000 401100)';
const west = 1800 / 11_800;

describeWorld('a project of parts', ({ askRd, get, post, db }) => {
  async function ask(body: object): Promise<BevoegdGezagAntwoord['antwoord']> {
    return bevoegdGezagAntwoord.parse(await askRd('bevoegd-gezag', body)).antwoord;
  }
  async function add(
    id: string,
    parts: readonly Part[],
    more: { provincies?: string[]; bedient?: string[]; gemeenten?: string[]; kenmerken?: object } = {},
  ) {
    const { provincies = ['PV91', 'PV92'], bedient = [], gemeenten = [], kenmerken = {} } = more;
    await db().query(
      `insert into atlas.project (id, naam, provincies, gemeenten, bedient_provincies, energiedrager, type_infra,
         type_infra_groep, netbeheerders, pmiek_bewijs, fase, fase_herkomst, bronnen, kenmerken, bron)
       values ($1, $1, $2, $3, $4, 'elektriciteit', '150 kV-station', 'station', '{TenneT}', 'bevestigd', 'verkenning',
         'bron', '{verzonnen}', $5, 'projecten')`,
      [id, provincies, gemeenten, bedient, JSON.stringify(kenmerken)],
    );
    for (const [index, { ligging, wkt, straalM }] of parts.entries())
      await db().query(
        `insert into atlas.component (id, project_id, naam, soort, netbeheerder, ligging, straal_m, geom)
         values ($1, $2, $1, 'station', 'TenneT', $3, $4, ST_GeomFromText($5, 28992))`,
        [`${id}-${index + 1}`, id, ligging, straalM ?? null, wkt],
      );
  }
  const station = (x: number): Part => ({
    ligging: 'exact',
    wkt: toRectangle(x, 401_000, x + 200, 401_200),
  });
  const projectbesluit = (antwoord: BevoegdGezagAntwoord['antwoord']) =>
    antwoord.voorstellen.find((one) => one.besluit === 'projectbesluit');

  beforeAll(async () => {
    await add('M-01', [station(118_000), { ligging: 'exact', wkt: line }]);
    await add('M-02', [station(129_000), { ligging: 'exact', wkt: line }]);
    await add('M-03', [{ ligging: 'indicatief', wkt: 'POINT(112000 405000)', straalM: 1000 }], {
      bedient: ['PV92'],
      gemeenten: ['GM9002'],
    });
    await add('M-04', [
      station(118_000),
      { ligging: 'indicatief', wkt: 'POINT(125000 405000)', straalM: 1000 },
    ]);
    await add('M-05', [station(101_000)], {
      provincies: ['PV91'],
      gemeenten: ['GM9001'],
      kenmerken: { bevoegdGezagBijBron: 'provincie West, overgenomen van de Minister' },
    });
    await db().query(`update atlas.project set bevoegd_gezag = 'provincie' where id = 'M-05'`);
    await db().query(
      `insert into atlas.besluit (id, project_id, eigenaar, besluit, bevoegd_gezag, organisatie, orgaan, status, datum_besluit)
       values ('M-05-b', 'M-05', 'PV91', 'projectbesluit', 'provincie', 'PV91', 'gedeputeerde staten', 'vastgesteld', '2025-03-01')`,
    );
    // Somewhere within 1 km of a point 5 km west of the border.
    await add('M-06', [{ ligging: 'indicatief', wkt: 'POINT(118000 405000)', straalM: 1000 }], {
      provincies: ['PV91'],
    });
  });

  it('gives areas and lengths a share of their own where they differ', async () => {
    const { provincies, voorstellen } = await ask({ projectId: 'M-01' });
    expect(provincies.map(({ code, aandeel }) => [code, aandeel])).toEqual([
      ['PV91', null],
      ['PV92', null],
    ]);
    const [first, second] = provincies;
    expect(first).toMatchObject({ oppervlakteM2: 40_000, lengteM: 1800, aandelen: { oppervlakte: 1 } });
    expect(first!.aandelen!.lengte).toBeCloseTo(west, 6);
    expect(second).toMatchObject({ oppervlakteM2: 0, lengteM: 10_000, aandelen: { oppervlakte: 0 } });
    expect(second!.aandelen!.lengte).toBeCloseTo(1 - west, 6);
    expect(voorstellen.length).toBeGreaterThan(0);
  });

  it('names no provincie for a project of which the area lies in one and the length in another', async () => {
    const open = projectbesluit(await ask({ projectId: 'M-01' }));
    expect(open).toMatchObject({ zekerheid: 'onbekend', organisatie: null });
    expect(open?.toelichting).toContain(
      'hangt af van wat telt (West 100 % van de oppervlakte en 15,3 % van de lengte, Oost 0 % van de oppervlakte en 84,7 % van de lengte)',
    );
    // With its station in Oost as well there is no doubt.
    expect(projectbesluit(await ask({ projectId: 'M-02' }))).toMatchObject({
      organisatie: { code: 'PV92' },
      zekerheid: 'voorstel',
    });
  });

  it('gives what it overlaps a share of each measure, in the table too', async () => {
    // The layer natura2000 Wiesel (4-5 by 1-2 km in Aarde, a hole of 200 by 200 m in the middle): a station of 200 by
    // 200 m beside it, and a line along y = 401,200 from 103,900 to 104,900, of which 900 m lies in it.
    await add(
      'M-07',
      [
        { ligging: 'exact', wkt: toRectangle(103_000, 401_100, 103_200, 401_300) },
        { ligging: 'exact', wkt: 'LINESTRING(103900 401200,104900 401200)' },
      ],
      { provincies: ['PV91'] },
    );
    const { antwoord } = overlapAntwoord.parse(await askRd('overlap', { projectId: 'M-07' }));
    const wiesel = antwoord.overlappen.find(({ laag }) => laag === 'natura2000')!;
    expect(wiesel).toMatchObject({ overlapM: 900, aandeel: null, aandelen: { oppervlakte: 0, lengte: 0.9 } });
    const total = antwoord.totalen.find(({ laag }) => laag === 'natura2000')!;
    expect(total).toMatchObject({ aandeel: null, aandelen: { oppervlakte: 0, lengte: 0.9 } });
    const csv = await (await post('/vragen/overlap', { projectId: 'M-07' }, { Accept: 'text/csv' })).text();
    expect(csv).toContain('0 % van de oppervlakte en 90 % van de lengte');
  });

  it('calls it crossing, with a share for each measure', async () => {
    const { body } = await get('/vragen/grensoverschrijdend');
    const { projecten } = grensoverschrijdendAntwoord.parse(body).antwoord;
    const find = (id: string) => projecten.find((one) => one.id === id);
    expect(find('M-01')).toMatchObject({ soort: 'kruist', afstandTotGrensM: 0 });
    expect(find('M-01')?.provincies[1]?.aandelen?.lengte).toBeCloseTo(1 - west, 6);
    // What a project serves is not where it lies, also when the register names both together.
    expect(find('M-03')).toMatchObject({ soort: 'bedient', toelichting: 'Ligt in West; bedient ook Oost.' });
    // 120,000 - 118,000 - 1,000 m: nearer it cannot be, further it may.
    expect((await find('M-06')) ?? null).toMatchObject({
      soort: 'nabij',
      toelichting: 'Ligt in West; de plek is indicatief, op ten minste 1000 m van Oost.',
    });
  });

  it('gives a provincie that is only served no say', async () => {
    const { voorstellen } = await ask({ projectId: 'M-03' });
    expect(voorstellen.map(({ organisatie }) => organisatie?.code)).not.toContain('PV92');
    expect(voorstellen.map(({ organisatie }) => organisatie?.code)).toContain('PV91');
  });

  it('doubts only the part that is indicative', async () => {
    const { onbekend } = await ask({ projectId: 'M-04' });
    expect(onbekend[0]).toMatch(/^Van 1 van de 2 onderdelen is de ligging indicatief: .* hoogstens 1000 m\./);
    expect(onbekend.join(' ')).not.toContain('Het project ligt mogelijk');
  });

  it('tells what is settled before what the rules propose', async () => {
    const { vastgelegd } = await ask({ projectId: 'M-05' });
    expect(vastgelegd).toEqual([
      {
        herkomst: 'besluit',
        besluit: 'projectbesluit',
        bevoegdGezag: 'provincie',
        organisatie: { code: 'PV91', naam: 'West' },
        orgaan: 'gedeputeerde staten',
        instrument: null,
        grondslag: null,
        status: 'vastgesteld',
        datum: '2025-03-01',
        tekst: null,
      },
      expect.objectContaining({ herkomst: 'register', bevoegdGezag: 'provincie' }),
      expect.objectContaining({ herkomst: 'bron', tekst: 'provincie West, overgenomen van de Minister' }),
    ]);
    // Asked again it comes from what is kept of the place, and a decision is not kept with that.
    await db().query(`update atlas.besluit set status = 'onherroepelijk' where id = 'M-05-b'`);
    expect((await ask({ projectId: 'M-05' })).vastgelegd[0]).toMatchObject({ status: 'onherroepelijk' });
    expect((await ask({ projectId: 'W-01' })).vastgelegd).toEqual([]);
  });

  it('proposes nothing where no gemeente is', async () => {
    const { voorstellen, onbekend } = await ask({
      geometrie: { type: 'Point', coordinates: [90_000, 410_000] },
      kenmerken: { energiedrager: 'elektriciteit', spanningKv: 150 },
    });
    expect(voorstellen).toEqual([]);
    expect(onbekend).toContain(
      'De plek raakt geen gemeente en geen provincie: wie bevoegd gezag is, is niet te bepalen.',
    );
  });

  it('counts a place that is smaller than a sliver', async () => {
    // 0.9 by 0.9 m, below the floor of 1 m²; and a line of 0.9 m.
    const { gemeenten } = await ask({
      geometrie: toRectangleGeometry(101_000, 401_000, 101_000.9, 401_000.9),
    });
    expect(gemeenten).toMatchObject([{ code: 'GM9001', aandeel: 1 }]);
    const short = { type: 'LineString', coordinates: [[101_000, 401_000], [101_000.9, 401_000]] }; // prettier-ignore
    expect((await ask({ geometrie: short })).gemeenten).toMatchObject([{ code: 'GM9001', aandeel: 1 }]);
  });

  it('says that gemeenten and provincies were others before the division of today, and is less sure', async () => {
    const place = { geometrie: { type: 'Point', coordinates: [103_000, 403_000] } };
    const kenmerken = { energiedrager: 'elektriciteit', spanningKv: 150 };
    const local = ({ voorstellen }: BevoegdGezagAntwoord['antwoord']) =>
      voorstellen
        .filter(({ organisatie }) => organisatie && organisatie.code !== 'NL')
        .map(({ zekerheid }) => zekerheid);
    const now = await ask({ ...place, kenmerken, peildatum: '2024-06-01' });
    expect(local(now)).toContain('regel');
    expect(now.onbekend.join(' ')).not.toContain('indeling');
    const then = await ask({ ...place, kenmerken, peildatum: '2022-06-01' });
    expect(then.onbekend.join(' ')).toContain(
      'die van de indeling sinds 01-01-2023; op 01-06-2022 kunnen gemeente en provincie andere zijn geweest',
    );
    expect(local(then)).not.toContain('regel');
  });
});

it('knows the change of the division that is expected next, for who it concerns', () => {
  // data/seed/gemeenten.json: Wijdemeren (GM1696) into Hilversum (GM0402) on 1 January 2027, not sure yet.
  expect(volgendeWijziging.datum).toBe('2027-01-01');
  expect(listOtherDivision('2027-01-01', [{ code: 'GM1696' }]).join(' ')).toMatch(/01-01-2027.*Hilversum/);
  expect(listOtherDivision('2026-12-31', [{ code: 'GM1696' }])).toEqual([]);
  expect(listOtherDivision('2027-01-01', [{ code: 'GM0344' }])).toEqual([]);
});
