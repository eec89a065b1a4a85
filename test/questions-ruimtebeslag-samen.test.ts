// Parts and projects that lie over each other, places that cannot be divided, and what the table holds then.
import { beforeAll, expect, it } from 'vitest';
import { ruimtebeslagAntwoord } from '../data/schema/antwoord.ts';
import { ruimtebeslagProjectenAntwoord } from '../data/schema/programma.ts';
import { describeWorld } from './world-app.ts';
import { toRectangle } from './world.ts';

describeWorld('ruimtebeslag of what lies over each other', ({ db, get, post, request, askRd }) => {
  const exactly = (m2: number) => ({ minM2: m2, maxM2: m2 });
  /** 200 × 200 m = 40,000 m² from x on, at y = 401 km. The border of Aarde (GM9001) and Beek (GM9002) is x = 110 km. */
  const plot = (x: number) => ({ wkt: toRectangle(x, 401_000, x + 200, 401_200) });
  /** 1 km of strip of 20 m = 20,000 m². */
  const strip = (x: number) => ({ wkt: `LINESTRING(${x} 403000,${x + 1000} 403000)`, corridorM: 20 });

  async function add(
    id: string,
    parts: { wkt: string; corridorM?: number; straalM?: number }[],
    { gemeenten = [] as string[], jaar = null as number | null } = {},
  ): Promise<void> {
    await db().query(
      `insert into atlas.project (id, naam, provincies, gemeenten, energiedrager, type_infra, type_infra_groep, aard,
         pmiek_bewijs, ibn_van, ibn_tot, bronnen, bron)
       values ($1, $1, '{PV91}', $2, 'elektriciteit', '380 kV-station', 'station', 'nieuw', 'bevestigd', $3, $3,
         '{verzonnen}', 'projecten')`,
      [id, gemeenten, jaar],
    );
    for (const [nr, { wkt, corridorM = null, straalM = null }] of parts.entries())
      await db().query(
        `insert into atlas.component (id, project_id, soort, ligging, straal_m, corridor_m, geom)
         values ($1, $2, $3, $4, $5, $6, ST_GeomFromText($7, 28992))`,
        [
          `${id}-${nr + 1}`,
          id,
          corridorM === null ? 'station' : 'kabel',
          straalM === null ? 'exact' : 'indicatief',
          straalM,
          corridorM,
          wkt,
        ],
      );
  }

  beforeAll(async () => {
    // Over each other from 110,000 to 110,100: 100 × 200 = 20,000 m² in Beek.
    await add('T-01', [plot(109_900), plot(110_000)], { jaar: 2030 });
    // Over the first plot of T-01 from 109,900 to 110,000: 20,000 m² in Aarde.
    await add('T-02', [plot(109_800)], { jaar: 2030 });
    // Touches T-02, and no more.
    await add('T-03', [plot(109_600)], { jaar: 2031 });
    // Half of each strip over the other: 10,000 m².
    await add('T-04', [strip(101_000), strip(101_500)]);
    // A circle over four gemeenten and the sea; the register names none, and two.
    const wide = { wkt: 'POINT(101000 409000)', straalM: 5000 };
    await add('T-05', [wide]);
    await add('T-06', [wide], { gemeenten: ['GM9001', 'GM9005'] });
    await add('T-07', []);
  });

  const ask = async (projectId: string) =>
    ruimtebeslagAntwoord.parse(await askRd('ruimtebeslag', { projectId })).antwoord;
  const askAll = async () =>
    ruimtebeslagProjectenAntwoord.parse((await get('/vragen/ruimtebeslag-projecten')).body).antwoord;

  it('counts each place of a project once: 2 × 40,000 less 20,000, and the parts stay whole', async () => {
    const antwoord = await ask('T-01');
    expect(antwoord.onderdelen.map(({ bereik }) => bereik)).toEqual([exactly(40_000), exactly(40_000)]);
    expect(antwoord.totaal).toEqual({ direct: exactly(60_000), indirect: null, tijdelijk: null });
    expect(antwoord.opmerkingen).toEqual([
      'Onderdelen liggen over elkaar; het totale directe ruimtebeslag telt elke plek één keer (20000 m² minder dan de onderdelen samen).',
    ]);
  });

  it('counts each place of a strip once: 2 × 20,000 less 10,000', async () => {
    const antwoord = await ask('T-04');
    expect(antwoord.totaal.indirect?.maxM2).toBeCloseTo(30_000, 3);
    expect(antwoord.opmerkingen.join()).toMatch(/indirecte ruimtebeslag telt elke plek één keer/);
  });

  it('counts each place of all projects once, per gemeente and per year too', async () => {
    const { projecten, perGemeente, perJaar, totaal, opmerkingen } = await askAll();
    const found = new Map(projecten.map((project) => [project.id, project]));
    expect(found.get('T-01')).toMatchObject({
      direct: exactly(60_000),
      // Aarde has 109,900 to 110,000, Beek 110,000 to 110,200.
      gemeenten: [
        { code: 'GM9002', direct: exactly(40_000) },
        { code: 'GM9001', direct: exactly(20_000) },
      ],
    });
    expect(found.get('T-04')?.indirect?.maxM2).toBeCloseTo(30_000, 3);
    const inGemeente = Object.fromEntries(perGemeente.map(({ code, direct }) => [code, direct]));
    // Aarde: W-01 and W-06 60,000 (test/world.ts), and T-01 to T-03 from 109,600 to 110,000: 400 × 200 = 80,000.
    expect(inGemeente['GM9001']).toEqual(exactly(140_000));
    // Beek: W-05 30,000 by the register, and T-01.
    expect(inGemeente['GM9002']).toEqual(exactly(70_000));
    const inYear = Object.fromEntries(perJaar.map(({ jaar, direct }) => [String(jaar), direct]));
    // 109,800 to 110,200.
    expect(inYear['2030']).toEqual(exactly(80_000));
    expect(inYear['2031']).toEqual(exactly(40_000));
    // The W-projects 170,000 to 240,000; T-01 to T-03 600 × 200 = 120,000; T-05 and T-06 80,000 to 150,000 each.
    expect(totaal).toEqual({ minM2: 170_000 + 120_000 + 160_000, maxM2: 240_000 + 120_000 + 300_000 });
    expect(opmerkingen.join(' ')).toMatch(/Onderdelen van T-01 liggen over elkaar/);
    expect(opmerkingen.join(' ')).toMatch(/Projecten liggen over elkaar.*\(40000 m² minder/);
  });

  it('divides no circle: an indicative place without exactly one gemeente is in none', async () => {
    for (const id of ['T-05', 'T-06']) {
      const antwoord = await ask(id);
      expect(antwoord.totaal.direct).toEqual({ minM2: 80_000, maxM2: 150_000 });
      expect(antwoord.onderdelen.map(({ gemeenten }) => gemeenten)).toEqual([[]]);
      expect(antwoord.onbekend.join(' ')).toMatch(/niet over gemeenten verdeeld/);
    }
    const { nietVerdeeld, perGemeente } = await askAll();
    expect(nietVerdeeld).toEqual(['T-05', 'T-06']);
    expect(perGemeente.flatMap(({ projecten }) => projecten)).not.toContain('T-05');
    expect(perGemeente.map(({ code }) => code)).not.toContain('');
  });

  it('has the totals and what is unknown in the table, also when there is nothing else', async () => {
    const lines = async (id: string) =>
      (await (await post('/vragen/ruimtebeslag?formaat=csv', { projectId: id })).text()).trim().split('\r\n');
    const empty = await lines('T-07');
    expect(empty.slice(1, 4).map((line) => line.split(';')[1])).toEqual([
      'totaal direct',
      'totaal indirect',
      'totaal tijdelijk',
    ]);
    expect(empty.join(' ')).toMatch(/niet hetzelfde als nul/);
    expect(empty.slice(1).every((line) => line.includes('Gemeenten 2024-01-01 (spiegel)'))).toBe(true);
    const full = await lines('T-01');
    expect(full.find((line) => line.startsWith(';totaal direct;'))).toMatch(/;60000;60000;/);
    expect(full.join(' ')).toMatch(/;opmerking;.*Onderdelen liggen over elkaar/);
  });

  it('has the totals and what is unknown of all projects in table and features', async () => {
    const path = '/api/v1/vragen/ruimtebeslag-projecten?formaat=';
    const table = await (await request(`${path}csv`)).text();
    expect(table).toMatch(/;450000;660000;;totaal direct;/);
    expect(table).toMatch(/;onbekend;.*niet hetzelfde als nul/);
    const { features } = (await (await request(`${path}geojson`)).json()) as {
      features: { properties: { soort: string; totaal?: object; onbekend?: string[] } }[];
    };
    const last = features.at(-1)?.properties;
    expect(last).toMatchObject({ soort: 'totaal', totaal: { minM2: 450_000, maxM2: 660_000 } });
    expect(last?.onbekend?.join(' ')).toMatch(/niet hetzelfde als nul/);
    expect(features.slice(0, -1).every(({ properties }) => properties.soort === 'project')).toBe(true);
  });
});
