// What lies here already: plans, protected areas and other projects over squares known by heart (test/world.ts).
import { expect, it } from 'vitest';
import { overlapAntwoord, type OverlapAntwoord } from '../data/schema/antwoord.ts';
import { describeWorld } from './world-app.ts';
import { toRectangleGeometry } from './world.ts';

type Overlap = OverlapAntwoord['antwoord']['overlappen'][number];
const brief = (overlappen: readonly Overlap[]) =>
  overlappen.map((one) => [
    one.laag,
    one.naam,
    one.onderdeel,
    one.overlapM2 ?? one.overlapM ?? null,
    one.aandeel,
  ]);

describeWorld('overlap', ({ db, askRd }) => {
  async function ask(body: object): Promise<OverlapAntwoord['antwoord']> {
    return overlapAntwoord.parse(await askRd('overlap', body)).antwoord;
  }

  it('measures a project against a plan and its parts, and against another project', async () => {
    const antwoord = await ask({ projectId: 'W-01' });
    expect(antwoord.oppervlakteM2).toBe(40_000);
    // 200 × 200 m around x = 101.5 km, where Bedrijf and Groen meet; W-06 covers its east half.
    expect(brief(antwoord.overlappen)).toEqual([
      ['plannen', 'Plan A', 'plangebied', 40_000, 1],
      ['plannen', 'Plan A', 'enkelbestemming: Bedrijf', 20_000, 0.5],
      ['plannen', 'Plan A', 'enkelbestemming: Groen', 20_000, 0.5],
      ['projecten', 'Zoekgebied Oost', null, 20_000, 0.5],
    ]);
    expect(antwoord.overlappen[0]).toMatchObject({
      planId: 'NL.IMRO.9001.A',
      soort: 'bestemmingsplan',
      status: 'vastgesteld',
      bevoegdGezag: 'gemeente Aarde',
      dubbeleClaim: false,
    });
    expect(antwoord.overlappen[3]).toMatchObject({
      planId: 'W-06',
      status: 'zoekgebied',
      // Somewhere in it, and perhaps not here.
      dubbeleClaim: false,
    });
  });

  it('does not count a plan it only touches', async () => {
    // Ends on x = 102 km, where plan B begins.
    const antwoord = await ask({ geometrie: toRectangleGeometry(101_600, 401_800, 102_000, 401_900) });
    expect(antwoord.overlappen.map((one) => one.naam)).not.toContain('Plan B');
    // 0.9 mm × 100 m is 0.09 m²: under the floor.
    const sliver = await ask({ geometrie: toRectangleGeometry(101_600, 401_800, 102_000.0009, 401_900) });
    expect(sliver.overlappen.map((one) => one.naam)).not.toContain('Plan B');
    const strip = await ask({ geometrie: toRectangleGeometry(101_600, 401_800, 102_010, 401_900) });
    expect(strip.overlappen.find((one) => one.naam === 'Plan B')?.overlapM2).toBe(1000);
  });

  it('leaves a hole out', async () => {
    // All of Wiesel's square: 1 km² less the hole of 200 × 200 m; the NNN is its west half.
    const antwoord = await ask({ geometrie: toRectangleGeometry(104_000, 401_000, 105_000, 402_000) });
    expect(brief(antwoord.overlappen)).toEqual([
      ['natura2000', 'Wiesel', null, 960_000, 0.96],
      ['nnn', 'Wieselse Heide', null, 500_000, 0.5],
    ]);
    const inHole = await ask({ geometrie: toRectangleGeometry(104_450, 401_450, 104_550, 401_550) });
    expect(inHole.overlappen.map((one) => one.laag)).toEqual(['nnn']);
    expect(inHole.overlappen[0]).toMatchObject({ overlapM2: 5000, aandeel: 0.5 });
  });

  it('measures a line in m, and nothing where it runs along an edge', async () => {
    // y = 401.5 km from x = 100 to 106: 1 km of plan A, 1 km of plan B, Wiesel 1 km less 200 m of hole, half of it NNN.
    const line = {
      type: 'LineString',
      coordinates: [
        [100_000, 401_500],
        [106_000, 401_500],
      ],
    };
    const antwoord = await ask({ geometrie: line });
    const lengths = Object.fromEntries(
      antwoord.overlappen
        .filter(
          (one) => one.laag !== 'projecten' && (one.onderdeel === null || one.onderdeel === 'plangebied'),
        )
        .map((one) => [one.naam, one.overlapM]),
    );
    expect(lengths).toEqual({ 'Plan A': 1000, 'Plan B': 1000, Wiesel: 800, 'Wieselse Heide': 500 });
    expect(antwoord.lengteM).toBe(6000);
    const edge = await ask({
      geometrie: {
        type: 'LineString',
        coordinates: [
          [102_000, 400_500],
          [102_000, 402_500],
        ],
      },
    });
    expect(edge.overlappen.filter((one) => one.laag === 'plannen')).toEqual([]);
  });

  it('measures a linear layer in m', async () => {
    const antwoord = await ask({ geometrie: toRectangleGeometry(105_000, 402_500, 107_000, 403_500) });
    expect(brief(antwoord.overlappen)).toEqual([['ecologische-verbindingen', 'Egelbaan', null, 1000, 0]]);
  });

  it('gives a point everything it lies in, whole', async () => {
    const antwoord = await ask({ geometrie: { type: 'Point', coordinates: [101_250, 401_050] } });
    expect(brief(antwoord.overlappen)).toEqual([
      ['plannen', 'Plan A', 'plangebied', null, 1],
      ['plannen', 'Plan A', 'dubbelbestemming: Leiding - Gas', null, 1],
      ['plannen', 'Plan A', 'enkelbestemming: Bedrijf', null, 1],
    ]);
  });

  it('gives both area and length of a line with a corridor', async () => {
    const antwoord = await ask({ geometrie: toRectangleGeometry(112_000, 404_000, 114_000, 406_000) });
    // Of W-02: 2 km × 20 m.
    expect(antwoord.overlappen).toMatchObject([
      { laag: 'projecten', planId: 'W-02', overlapM2: 40_000, dubbeleClaim: true },
    ]);
    const own = await ask({ projectId: 'W-02' });
    expect(own.overlappen.map((one) => one.planId)).not.toContain('W-02');
  });

  it('counts the circle of an indicative place, but not as a claim', async () => {
    const antwoord = await ask({ geometrie: toRectangleGeometry(118_500, 414_500, 119_500, 415_500) });
    expect(antwoord.overlappen).toMatchObject([{ planId: 'W-03', overlapM2: 1e6, dubbeleClaim: false }]);
  });

  it('gives the overlap itself as geometry when asked', async () => {
    const without = await ask({ projectId: 'W-01' });
    expect(without.overlappen.every((one) => one.geometrie === null)).toBe(true);
    const { overlappen } = await ask({ projectId: 'W-01', metGeometrie: true });
    const groen = overlappen.find((one) => one.onderdeel === 'enkelbestemming: Groen');
    const xs = (groen?.geometrie?.coordinates as number[][][][]).flat(2).map(([x]) => x);
    expect([Math.min(...(xs as number[])), Math.max(...(xs as number[]))]).toEqual([101_500, 101_600]);
  });

  it('says that what it knows of coverage rests on schematic boundaries', async () => {
    const herkomst = (value: string) =>
      db().query(
        `update atlas.databron set herkomst = $1, geladen_op = clock_timestamp() where id = 'gemeenten'`,
        [value],
      );
    const asked = { geometrie: toRectangleGeometry(126_000, 406_000, 127_000, 407_000) };
    await herkomst('schematisch');
    const schematic = overlapAntwoord.parse(await askRd('overlap', asked)).verantwoording;
    await herkomst('spiegel');
    expect(schematic.opmerkingen.join(' ')).toMatch(/Schematische grenzen, niet voor besluitvorming/);
    expect(schematic.bronnen).toContainEqual(
      expect.objectContaining({ id: 'gemeenten', herkomst: 'schematisch' }),
    );
  });

  it('says where a layer does not reach, and what is not loaded', async () => {
    const west = await ask({ geometrie: toRectangleGeometry(106_000, 406_000, 107_000, 407_000) });
    expect(west.overlappen).toEqual([]);
    expect(west.onbekend.join(' ')).toMatch(/akkervogels.*niet geladen/);
    expect(west.onbekend.join(' ')).not.toMatch(/alleen geladen voor/);
    const east = await ask({ geometrie: toRectangleGeometry(126_000, 406_000, 127_000, 407_000) });
    expect(east.onbekend.join(' ')).toMatch(
      /Natura 2000.*alleen geladen voor West; over Oost zegt dit antwoord niets/,
    );
    expect(east.onbekend.join(' ')).toMatch(/geen plan geldt/);
  });
});
