// How much land a project takes: measured, registered or by standard sizes, divided over gemeenten (test/world.ts).
import { expect, it } from 'vitest';
import { ruimtebeslagAntwoord, type RuimtebeslagAntwoord } from '../data/schema/antwoord.ts';
import { describeWorld } from './world-app.ts';
import { toRectangleGeometry } from './world.ts';

type Antwoord = RuimtebeslagAntwoord['antwoord'];

describeWorld('ruimtebeslag', ({ askRd }) => {
  async function ask(body: object): Promise<Antwoord> {
    return ruimtebeslagAntwoord.parse(await askRd('ruimtebeslag', body)).antwoord;
  }
  const perGemeente = (antwoord: Antwoord) =>
    Object.fromEntries(
      antwoord.onderdelen.flatMap((one) => one.gemeenten.map((part) => [part.code, part.bereik])),
    );

  it('measures an exact polygon: 200 × 200 m', async () => {
    const antwoord = await ask({ projectId: 'W-01' });
    expect(antwoord.onderdelen).toMatchObject([
      {
        component: 'W-01-1',
        soort: 'direct',
        herkomst: 'geometrie',
        bereik: { minM2: 40_000, maxM2: 40_000 },
      },
    ]);
    expect(antwoord.totaal).toEqual({
      direct: { minM2: 40_000, maxM2: 40_000 },
      indirect: null,
      tijdelijk: null,
    });
    expect(antwoord.onbekend.join(' ')).toMatch(
      /tijdelijk ruimtebeslag is geen maat bekend; dat is niet hetzelfde als nul/,
    );
  });

  it('counts a corridor as indirect and divides it: 5, 10, 10 and 5 km × 20 m', async () => {
    const antwoord = await ask({ projectId: 'W-02' });
    expect(antwoord.onderdelen).toMatchObject([{ soort: 'indirect', herkomst: 'geometrie' }]);
    const exactly = (m2: number) => ({ minM2: m2, maxM2: m2 });
    expect(perGemeente(antwoord)).toEqual({
      GM9001: exactly(100_000),
      GM9002: exactly(200_000),
      GM9003: exactly(200_000),
      GM9004: exactly(100_000),
    });
  });

  it('takes the area the register gives for a place without an outline', async () => {
    const antwoord = await ask({ projectId: 'W-05' });
    expect(antwoord.onderdelen).toMatchObject([
      {
        herkomst: 'register',
        soort: 'direct',
        bereik: { minM2: 30_000, maxM2: 30_000 },
        // The register says of the project what it rests on, not of the area.
        bronnen: ['verzonnen'],
        geverifieerd: false,
        zonderBandbreedte: true,
        toelichting: expect.stringMatching(/geen eigen bron en geen zekerheid/),
      },
    ]);
    expect(perGemeente(antwoord)).toEqual({ GM9002: { minM2: 30_000, maxM2: 30_000 } });
  });

  it('takes a range with its source for a search area, which is not the land that will be built on', async () => {
    // A new 110 kV-station: 2 ha (Bolsward), the only size seen for that voltage.
    const antwoord = await ask({ projectId: 'W-06' });
    expect(antwoord.onderdelen).toMatchObject([
      {
        herkomst: 'standaardmaat',
        geverifieerd: true,
        bereik: { minM2: 20_000, maxM2: 20_000 },
        zonderBandbreedte: true,
        toelichting: expect.stringMatching(/één projectmaat/),
      },
    ]);
    expect(antwoord.onderdelen[0]?.bronnen.join(' ')).toMatch(/bolsward/);
    expect(antwoord.opmerkingen.join(' ')).toMatch(/geen bandbreedte; lees het als circa/);
    expect(antwoord.onbekend.join(' ')).toMatch(/zoekgebied/);
  });

  it('gives an indicative place to the gemeente of the register, not to its circle', async () => {
    // New 380 kV-stations seen: 8 ha (rule of thumb) up to 15 ha (Veenoord).
    const antwoord = await ask({ projectId: 'W-03' });
    expect(perGemeente(antwoord)).toEqual({ GM9006: { minM2: 80_000, maxM2: 150_000 } });
  });

  it('says why there is no size, and gives no total that looks like one', async () => {
    const antwoord = await ask({ projectId: 'W-07' });
    expect(antwoord.onderdelen).toMatchObject([{ bereik: null, herkomst: 'onbekend', gemeenten: [] }]);
    expect(antwoord.totaal).toEqual({ direct: null, indirect: null, tijdelijk: null });
    expect(antwoord.onbekend.join(' ')).toMatch(/uitbreiding.*geen maat bekend/);
  });

  it('takes the size of what is drawn, or asks what will be built there', async () => {
    const polygon = await ask({ geometrie: toRectangleGeometry(109_000, 401_000, 111_000, 402_000) });
    expect(perGemeente(polygon)).toEqual({
      GM9001: { minM2: 1e6, maxM2: 1e6 },
      GM9002: { minM2: 1e6, maxM2: 1e6 },
    });
    const point = { type: 'Point', coordinates: [103_000, 403_000] };
    expect((await ask({ geometrie: point })).onbekend[0]).toMatch(/geen maat bekend/);
    const station = await ask({ geometrie: point, groep: 'station', spanningKv: 150, aanleg: 'nieuw' });
    // New 150 kV-stations seen in a source: 3.5 ha to 6 ha.
    expect(station.totaal.direct).toEqual({ minM2: 35_000, maxM2: 60_000 });
    expect(station.opmerkingen).toEqual([]);
    // 3 km of hydrogen pipe: 5 m on both sides.
    const pipe = {
      type: 'LineString',
      coordinates: [
        [108_000, 403_000],
        [111_000, 403_000],
      ],
    };
    const strip = await ask({ geometrie: pipe, groep: 'leiding', energiedrager: 'waterstof' });
    expect(strip.totaal.indirect).toEqual({ minM2: 30_000, maxM2: 30_000 });
    expect(perGemeente(strip)).toEqual({
      GM9001: { minM2: 20_000, maxM2: 20_000 },
      GM9002: { minM2: 10_000, maxM2: 10_000 },
    });
  });

  it('gives no kind to what is not known to be built', async () => {
    expect((await ask({ projectId: 'W-04' })).onderdelen).toMatchObject([{ soort: null, bereik: null }]);
    const point = { type: 'Point', coordinates: [103_000, 403_000] };
    expect((await ask({ geometrie: point })).onderdelen).toMatchObject([{ soort: null, bereik: null }]);
    const strip = await ask({ geometrie: point, groep: 'kabel' });
    expect(strip.onderdelen).toMatchObject([{ soort: 'indirect', bereik: null }]);
  });

  it('takes every point for an object of its own: two stations, and a point given twice once', async () => {
    const coordinates = [
      [103_000, 403_000],
      [113_000, 403_000],
    ];
    for (const given of [coordinates, [...coordinates, coordinates[0]]]) {
      const antwoord = await ask({
        geometrie: { type: 'MultiPoint', coordinates: given },
        groep: 'station',
        spanningKv: 150,
        aanleg: 'nieuw',
      });
      // Twice 3.5 to 6 ha.
      expect(antwoord.totaal.direct).toEqual({ minM2: 70_000, maxM2: 120_000 });
      expect(antwoord.onderdelen[0]?.toelichting).toMatch(/Elk van de 2 punten telt als één object/);
      expect(perGemeente(antwoord)).toEqual({
        GM9001: { minM2: 35_000, maxM2: 60_000 },
        GM9002: { minM2: 35_000, maxM2: 60_000 },
      });
    }
  });

  it('sizes what goes by power as a whole, of as many points as there are', async () => {
    const points = {
      type: 'MultiPoint',
      coordinates: [
        [103_000, 403_000],
        [104_000, 403_000],
      ],
    };
    // 10 ha per GW: 500 MW is 5 ha.
    const antwoord = await ask({ geometrie: points, typeInfra: 'elektrolyser', vermogenMw: 500 });
    expect(antwoord.totaal.direct).toEqual({ minM2: 50_000, maxM2: 50_000 });
  });

  it('sums to the whole, also with a part outside every gemeente', async () => {
    const antwoord = await ask({
      geometrie: {
        type: 'Polygon',
        coordinates: [
          [
            [97_123.4, 402_345.6],
            [112_345.6, 401_234.5],
            [108_765.4, 413_210.9],
            [97_123.4, 402_345.6],
          ],
        ],
      },
    });
    const [onderdeel] = antwoord.onderdelen;
    const sum = onderdeel!.gemeenten.reduce((total, one) => total + one.bereik.maxM2, 0);
    expect(sum).toBeCloseTo(onderdeel!.bereik!.maxM2, 6);
    expect(onderdeel!.gemeenten.reduce((total, one) => total + one.aandeel, 0)).toBeCloseTo(1, 12);
    expect(onderdeel!.gemeenten.map((one) => one.naam)).toContain('buiten alle gemeenten');
  });
});
