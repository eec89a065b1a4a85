// Who is bevoegd gezag: every area in the invented land is known by heart (test/world.ts), so each expectation is
// arithmetic on squares of 10 by 10 km.
import { expect, it } from 'vitest';
import { bevoegdGezagAntwoord, type BevoegdGezagAntwoord } from '../data/schema/antwoord.ts';
import { describeWorld } from './world-app.ts';
import { toRectangleGeometry } from './world.ts';

type Deel = { code: string; aandeel: number | null; oppervlakteM2?: number; lengteM?: number };
const brief = (delen: readonly Deel[]) =>
  Object.fromEntries(delen.map((deel) => [deel.code, deel.oppervlakteM2 ?? deel.lengteM ?? deel.aandeel]));
const sum = (values: (number | null | undefined)[]): number =>
  values.reduce<number>((total, one) => total + (one ?? 0), 0);

describeWorld('bevoegd gezag', ({ askRd, db }) => {
  async function ask(body: object): Promise<BevoegdGezagAntwoord['antwoord']> {
    return bevoegdGezagAntwoord.parse(await askRd('bevoegd-gezag', body)).antwoord;
  }

  it('puts a point in its gemeente, and in the areas that gemeente belongs to', async () => {
    const antwoord = await ask({ geometrie: { type: 'Point', coordinates: [113_000, 412_000] } });
    expect(brief(antwoord.gemeenten)).toEqual({ GM9006: 1 });
    expect(brief(antwoord.provincies)).toEqual({ PV91: 1 });
    expect(brief(antwoord.resRegios)).toEqual({ ES92: 1 });
    expect(antwoord.subregios.map((one) => [one.code, one.indeling, one.aandeel]).sort()).toEqual([
      ['SR-noordwest', 'Kwarten', 1],
      ['SR-west', 'Helften', 1],
    ]);
    expect(brief(antwoord.waterschappen)).toEqual({ WS91: 1 });
    expect(antwoord.buitenGrenzen).toEqual({ aandeel: 0, oppervlakteM2: 0, lengteM: 0 });
  });

  it('names the part of a gemeente that another operator has, and counts the gemeente whole for its main one', async () => {
    const { netbeheerders } = await ask({ geometrie: { type: 'Point', coordinates: [113_000, 412_000] } });
    expect(netbeheerders).toMatchObject([{ code: 'NB-noord', aandeel: 1, deel: true }]);
    expect(netbeheerders[0]?.toelichting).toMatch(/Fermse Polder.*Zuidnet/);
  });

  it('shares a point on a border, and one where four gemeenten meet, equally', async () => {
    const two = await ask({ geometrie: { type: 'Point', coordinates: [110_000, 403_000] } });
    expect(brief(two.gemeenten)).toEqual({ GM9001: 0.5, GM9002: 0.5 });
    expect(two.gemeenten[0]?.toelichting).toMatch(/op de grens/);
    // Both lie in West: the level above is not in doubt.
    expect(brief(two.provincies)).toEqual({ PV91: 1 });
    const four = await ask({ geometrie: { type: 'Point', coordinates: [120_000, 410_000] } });
    expect(brief(four.gemeenten)).toEqual({ GM9002: 0.25, GM9003: 0.25, GM9006: 0.25, GM9007: 0.25 });
    expect(brief(four.provincies)).toEqual({ PV91: 0.5, PV92: 0.5 });
  });

  it('measures a polygon over six gemeenten', async () => {
    // x 105–125, y 405–415: 5 × 5 km in Aarde, Eik, Camp and Gors, 10 × 5 km in Beek and Ferm.
    const antwoord = await ask({ geometrie: toRectangleGeometry(105_000, 405_000, 125_000, 415_000) });
    expect(antwoord.gevraagd.oppervlakteM2).toBe(200e6);
    expect(brief(antwoord.gemeenten)).toEqual({
      GM9001: 25e6,
      GM9002: 50e6,
      GM9003: 25e6,
      GM9005: 25e6,
      GM9006: 50e6,
      GM9007: 25e6,
    });
    expect(antwoord.gemeenten.map((one) => one.aandeel)).toEqual([0.25, 0.25, 0.125, 0.125, 0.125, 0.125]);
    expect(brief(antwoord.provincies)).toEqual({ PV91: 150e6, PV92: 50e6 });
    // The waterschap lies over 100–120 × 405–415: 15 × 10 km of it.
    expect(brief(antwoord.waterschappen)).toEqual({ WS91: 150e6 });
    expect(antwoord.onbekend.join(' ')).toMatch(/Het Hoge/);
  });

  it('adds up to the whole at every level, for a slanted polygon with a hole', async () => {
    const geometrie = {
      type: 'Polygon',
      coordinates: [
        [
          [103_217.3, 402_911.7],
          [131_402.9, 404_118.2],
          [127_655.1, 417_020.4],
          [108_441.8, 415_733.6],
          [103_217.3, 402_911.7],
        ],
        [
          [112_000.4, 408_000.2],
          [118_333.3, 408_250.8],
          [117_777.7, 412_345.6],
          [112_000.4, 408_000.2],
        ],
      ],
    };
    const antwoord = await ask({ geometrie });
    const whole = antwoord.gevraagd.oppervlakteM2;
    for (const level of ['gemeenten', 'provincies', 'resRegios', 'netbeheerders'] as const) {
      // The overlay works on a grid of 1 mm: over some 100 km of edges that is at most a few m² in 300 km².
      expect(Math.abs(sum(antwoord[level].map((one) => one.oppervlakteM2)) - whole)).toBeLessThan(10);
      expect(sum(antwoord[level].map((one) => one.aandeel))).toBeCloseTo(1, 6);
    }
    const kwarten = antwoord.subregios.filter((one) => one.indeling === 'Kwarten');
    const west = antwoord.provincies.find((one) => one.code === 'PV91');
    expect(sum(kwarten.map((one) => one.oppervlakteM2))).toBeCloseTo(west!.oppervlakteM2!, 3);
  });

  it('measures a line once, also over the seam between two pieces of a gemeente', async () => {
    // y = 405 km is the seam inside each gemeente: 5 + 10 + 10 + 5 km.
    const antwoord = await ask({
      geometrie: {
        type: 'LineString',
        coordinates: [
          [105_000, 405_000],
          [135_000, 405_000],
        ],
      },
    });
    expect(antwoord.gevraagd).toMatchObject({ lengteM: 30_000, oppervlakteM2: 0 });
    expect(brief(antwoord.gemeenten)).toEqual({ GM9001: 5000, GM9002: 10_000, GM9003: 10_000, GM9004: 5000 });
    expect(brief(antwoord.provincies)).toEqual({ PV91: 15_000, PV92: 15_000 });
  });

  it('shares a line along a border: 6 km on it and 5 km in Beek', async () => {
    const antwoord = await ask({
      geometrie: {
        type: 'LineString',
        coordinates: [
          [110_000, 402_000],
          [110_000, 408_000],
          [115_000, 408_000],
        ],
      },
    });
    expect(brief(antwoord.gemeenten)).toEqual({ GM9001: 3000, GM9002: 8000 });
    expect(antwoord.gemeenten[0]?.toelichting).toMatch(/6000 m op de grens/);
    expect(brief(antwoord.provincies)).toEqual({ PV91: 11_000 });
  });

  it('counts a line that runs back over itself once', async () => {
    const antwoord = await ask({
      geometrie: {
        type: 'LineString',
        coordinates: [
          [101_000, 401_000],
          [104_000, 401_000],
          [102_000, 401_000],
        ],
      },
    });
    expect(antwoord.gevraagd.lengteM).toBe(3000);
    expect(brief(antwoord.gemeenten)).toEqual({ GM9001: 3000 });
  });

  it('counts a touching border and a sliver under the floor as nothing, and says so', async () => {
    const touching = await ask({ geometrie: toRectangleGeometry(108_000, 401_000, 110_000, 402_000) });
    expect(brief(touching.gemeenten)).toEqual({ GM9001: 2e6 });
    // 0.4 mm over 1,000 m is 0.4 m².
    const sliver = await ask({ geometrie: toRectangleGeometry(108_000, 401_000, 110_000.0004, 402_000) });
    expect(Object.keys(brief(sliver.gemeenten))).toEqual(['GM9001']);
    // 20 cm over 1,000 m is 200 m².
    const strip = await ask({ geometrie: toRectangleGeometry(108_000, 401_000, 110_000.2, 402_000) });
    expect(strip.gemeenten.find((one) => one.code === 'GM9002')?.oppervlakteM2).toBeCloseTo(200, 2);
  });

  it('says how much lies outside every gemeente', async () => {
    const antwoord = await ask({ geometrie: toRectangleGeometry(95_000, 405_000, 105_000, 415_000) });
    expect(antwoord.buitenGrenzen).toEqual({ aandeel: 0.5, oppervlakteM2: 50e6, lengteM: 0 });
    expect(antwoord.onbekend.join(' ')).toMatch(/50 % ligt buiten alle gemeenten/);
    const abroad = await ask({ geometrie: { type: 'Point', coordinates: [90_000, 405_000] } });
    expect(abroad.gemeenten).toEqual([]);
    expect(abroad.buitenGrenzen.aandeel).toBe(1);
  });

  it('counts a multipolygon and a multipoint by their parts', async () => {
    const parts = [
      toRectangleGeometry(101_000, 401_000, 102_000, 402_000),
      toRectangleGeometry(121_000, 401_000, 123_000, 402_000),
    ];
    const antwoord = await ask({
      geometrie: { type: 'MultiPolygon', coordinates: parts.map((one) => one.coordinates) },
    });
    expect(brief(antwoord.gemeenten)).toEqual({ GM9001: 1e6, GM9003: 2e6 });
    const points = await ask({
      geometrie: {
        type: 'MultiPoint',
        coordinates: [
          [101_000, 401_000],
          [102_000, 401_000],
          [103_000, 401_000],
          [121_000, 401_000],
          // Once more the same place: it counts once.
          [103_000, 401_000],
        ],
      },
    });
    expect(brief(points.gemeenten)).toEqual({ GM9001: 0.75, GM9003: 0.25 });
  });

  it('answers a very large polygon whole', async () => {
    // A circle of 2,000 vertices around the middle of the land, radius 8 km: π r² less what the corners cut off.
    const n = 2000;
    const ring = Array.from({ length: n }, (_, i) => {
      const angle = (2 * Math.PI * (i % n)) / n;
      return [120_000 + 8000 * Math.cos(angle), 410_000 + 8000 * Math.sin(angle)];
    });
    const antwoord = await ask({ geometrie: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } });
    const area = (n / 2) * 8000 ** 2 * Math.sin((2 * Math.PI) / n);
    expect(antwoord.gevraagd.oppervlakteM2).toBeCloseTo(area, 0);
    for (const gemeente of antwoord.gemeenten) expect(gemeente.aandeel).toBeCloseTo(0.25, 6);
    expect(sum(antwoord.gemeenten.map((one) => one.oppervlakteM2))).toBeCloseTo(area, -1);
  });

  it('takes the corridor of a project for its area, and its line for its length', async () => {
    const antwoord = await ask({ projectId: 'W-02' });
    // 30 km × 20 m.
    expect(antwoord.gevraagd).toMatchObject({
      projectId: 'W-02',
      ligging: 'exact',
      oppervlakteM2: 600_000,
      lengteM: 30_000,
    });
    expect(brief(antwoord.provincies)).toEqual({ PV91: 300_000, PV92: 300_000 });
  });

  it('takes a circle for an indicative place and says that it is not certain', async () => {
    const antwoord = await ask({ projectId: 'W-03' });
    expect(antwoord.gevraagd).toMatchObject({ ligging: 'indicatief', straalM: 2000 });
    // The border cuts a segment off at 1 km from the centre: r² acos(½) − 1000 √(r² − 1000²); the circle is a 128-gon.
    const segment = 2000 ** 2 * Math.acos(0.5) - 1000 * Math.sqrt(2000 ** 2 - 1000 ** 2);
    expect(antwoord.provincies.find((one) => one.code === 'PV92')?.aandeel).toBeCloseTo(
      segment / (Math.PI * 2000 ** 2),
      3,
    );
    expect(antwoord.onbekend.join(' ')).toMatch(/mogelijk/);
  });

  it('gives what the register says of a project without a location, without shares', async () => {
    const antwoord = await ask({ projectId: 'W-04' });
    expect(antwoord.gevraagd).toMatchObject({ ligging: 'geen', geometrie: null });
    expect(brief(antwoord.gemeenten)).toEqual({ GM9002: null, GM9003: null });
    expect(brief(antwoord.provincies)).toEqual({ PV91: null, PV92: null });
    expect(antwoord.onbekend[0]).toMatch(/ligging is niet bekend/);
  });

  it('carries what it rests on', async () => {
    const { verantwoording } = bevoegdGezagAntwoord.parse(
      await askRd('bevoegd-gezag', { projectId: 'W-01' }),
    );
    expect(verantwoording.crs).toBe('EPSG:28992');
    expect(verantwoording.bronnen.map((bron) => bron.id)).toEqual([
      'gemeenten',
      'netbeheerdersgebieden',
      'projecten',
      'provincies',
      'res-regios',
      'subregios',
      'waterschappen',
    ]);
    expect(verantwoording.opmerkingen.join(' ')).toMatch(/^Geen juridisch advies/);
    // The projects are shipped with the atlas; that does not make the boundaries schematic.
    expect(verantwoording.opmerkingen.join(' ')).not.toMatch(/Schematische grenzen/);
  });

  it('says so when the boundaries are schematic', async () => {
    const set = (herkomst: string) =>
      db().query(`update atlas.databron set herkomst = $1, geladen_op = now() where id = 'gemeenten'`, [
        herkomst,
      ]);
    await set('schematisch');
    try {
      const { verantwoording } = bevoegdGezagAntwoord.parse(
        await askRd('bevoegd-gezag', { projectId: 'W-01' }),
      );
      expect(verantwoording.opmerkingen[0]).toBe('Schematische grenzen, niet voor besluitvorming.');
    } finally {
      await set('spiegel');
    }
  });

  it('proposes who decides per besluit, from what the register knows of the project', async () => {
    const antwoord = await ask({ projectId: 'W-01' });
    // A 150 kV-station: no threshold, the gemeente is the starting point (rule BG-12).
    expect(antwoord.kenmerken).toEqual({
      energiedrager: 'elektriciteit',
      spanningKv: 150,
      soortObject: 'station',
    });
    expect(antwoord.voorstellen.find((one) => one.besluit === 'omgevingsplan')).toMatchObject({
      bevoegdGezag: 'gemeente',
      organisatie: { code: 'GM9001', naam: 'Aarde' },
      orgaan: 'gemeenteraad',
      regelId: 'BG-12',
    });
  });

  it('lets a given fact stand above the register, and names the fact that is missing', async () => {
    const antwoord = await ask({ projectId: 'W-01', kenmerken: { spanningKv: 380 } });
    expect(antwoord.kenmerken.spanningKv).toBe(380);
    // From 220 kV the Rijk is the starting point (rule BG-11).
    expect(antwoord.voorstellen.find((one) => one.besluit === 'projectbesluit')).toMatchObject({
      bevoegdGezag: 'Rijk',
    });
    const bare = await ask({
      geometrie: { type: 'Point', coordinates: [103_000, 403_000] },
      kenmerken: { energiedrager: 'elektriciteit' },
    });
    expect(bare.onbekend.join(' ')).toMatch(/Spanningsniveau is niet opgegeven/);
  });

  it('names for an indicative place the gemeente of the register, not every gemeente of the circle', async () => {
    const antwoord = await ask({ projectId: 'W-03' });
    expect(Object.keys(brief(antwoord.gemeenten)).sort()).toEqual(['GM9006', 'GM9007']);
    const organisaties = antwoord.voorstellen.flatMap((one) =>
      one.bevoegdGezag === 'gemeente' ? [one.organisatie?.code] : [],
    );
    expect([...new Set(organisaties)]).toEqual(['GM9006']);
  });
});
