// The footprint in hand: rectangles whose corners and areas can be checked on squared paper, and the ranges of the rules.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruimtebeslagRijen } from '../data/rules/ruimtebeslag.ts';
import { toRd, type RdXy } from '../web/map/rd.ts';
import {
  addVariant,
  changeActive,
  createPlacement,
  getActive,
  removeVariant,
  takeGeometry,
  takeRectangle,
} from '../web/placing/placement.ts';
import {
  dragGrip,
  fromRing,
  grips,
  moveBy,
  scaleTo,
  sizeTo,
  toAngleDeg,
  toAreaM2,
  toPlace,
  toRing,
  turnTo,
  type Rectangle,
} from '../web/placing/rectangle.ts';
import { toFindingWords } from '../web/placing/finding-words.ts';
import { listFindings, toFaults, toMissing } from '../web/placing/missing.ts';
import { PlacingDraft, readKept } from '../web/placing/draft.svelte.ts';
import { toComponentPlace, toPlaceFields, toProjectBody, toRdGeometry } from '../web/placing/save.ts';
import { DrawState } from '../web/state/draw.svelte.ts';
import { createRectangle, findStrip, findTemplate, judgeArea, templates } from '../web/placing/templates.ts';
import { measureGeometry } from '../web/tools/measure.ts';

/** 200 m wide, 100 m deep, around the point of Amersfoort. */
const flat: Rectangle = { centre: [155_000, 463_000], widthM: 200, depthM: 100, angleDeg: 0 };
const rounded = (ring: readonly RdXy[]) =>
  ring.map(([x, y]) => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]);
const grip = (naam: string) => grips.find((each) => each.naam === naam)!;
/** Area by the shoelace formula, apart from the program. */
function shoelace(ring: readonly RdXy[]): number {
  const [ox, oy] = ring[0]!;
  const local = ring.map(([x, y]) => [x - ox, y - oy] as const);
  return local.slice(1).reduce((sum, [x2, y2], i) => sum + (local[i]![0] * y2 - x2 * local[i]![1]) / 2, 0);
}

describe('the rectangle', () => {
  it('has its corners where its numbers say, counterclockwise', () => {
    expect(toRing(flat)).toEqual([
      [154_900, 462_950],
      [155_100, 462_950],
      [155_100, 463_050],
      [154_900, 463_050],
      [154_900, 462_950],
    ]);
    expect(shoelace(toRing(flat))).toBe(20_000);
  });

  it('turned a quarter clockwise, its width lies north–south', () => {
    // The south-west corner goes to the north-west: 50 m west, 100 m north of the centre.
    expect(rounded(toRing(turnTo(flat, 90)))).toEqual([
      [154_950, 463_100],
      [154_950, 462_900],
      [155_050, 462_900],
      [155_050, 463_100],
      [154_950, 463_100],
    ]);
  });

  it('turned by the angle of a 3-4-5 triangle, its corner can be worked out', () => {
    // Clockwise by arctan(3/4): the width points (0.8, −0.6), the depth (0.6, 0.8). Corner (1, 1) is 100 × the one
    // plus 50 × the other: (80 + 30, −60 + 40).
    const turned = turnTo(flat, (Math.atan2(3, 4) * 180) / Math.PI);
    expect(rounded([toPlace(turned, 1, 1)])).toEqual([[155_110, 462_980]]);
    expect(toAreaM2(turned)).toBe(20_000);
  });

  it('brings every angle back to what looks the same', () => {
    expect(turnTo(flat, 190).angleDeg).toBe(10);
    expect(turnTo(flat, -5).angleDeg).toBe(175);
    expect(turnTo(flat, 180).angleDeg).toBe(0);
    expect(turnTo(flat, -1e-20).angleDeg).toBe(0);
    expect(toAngleDeg(flat, [155_100, 463_100])).toBeCloseTo(45, 9);
  });

  it('moves by metres east and north', () => {
    expect(moveBy(flat, [10, -25]).centre).toEqual([155_010, 462_975]);
  });

  it('is sized by a side with the opposite side in its place', () => {
    // East side from x = 155.100 to 155.160: 60 m wider, centre 30 m east.
    const wider = dragGrip(flat, grip('zijde 2'), [155_160, 463_020], 1);
    expect(wider).toEqual({ centre: [155_030, 463_000], widthM: 260, depthM: 100, angleDeg: 0 });
    expect(toAreaM2(wider)).toBe(26_000);
  });

  it('is sized by a corner with the opposite corner in its place, in whole metres', () => {
    // North-west corner to 299.6 m west of and 150.4 m north of the south-east corner (155.100, 462.950).
    const sized = dragGrip(flat, grip('hoek 1'), [155_100 - 299.6, 462_950 + 150.4], 1);
    expect([sized.widthM, sized.depthM, toAreaM2(sized)]).toEqual([300, 150, 45_000]);
    expect(toPlace(sized, 1, -1)).toEqual([155_100, 462_950]);
  });

  it('does not turn inside out', () => {
    const small = dragGrip(flat, grip('zijde 2'), [154_000, 463_000], 1);
    expect(small.widthM).toBe(2);
    expect(toPlace(small, -1, 0)[0]).toBe(154_900);
    expect(sizeTo(flat, 1e9, 0)).toMatchObject({ widthM: 5000, depthM: 2 });
  });

  it('keeps its shape when it gets another area', () => {
    // Four times the area is twice each side.
    expect(scaleTo(flat, 80_000)).toMatchObject({ widthM: 400, depthM: 200 });
  });

  it('is recognised in its ring again, and nothing else is', () => {
    const turned = turnTo(flat, 33.5);
    const kept = toRing(turned).map(([x, y]): RdXy => [
      Math.round(x * 1000) / 1000,
      Math.round(y * 1000) / 1000,
    ]);
    expect(fromRing(kept)).toEqual(turned);
    // The same corners from another one on, as a database may give them: the sides have changed places.
    const [, b, c, d, a] = kept;
    expect(fromRing([b!, c!, d!, a!, b!])).toMatchObject({
      widthM: 100,
      depthM: 200,
      centre: [155_000, 463_000],
    });
    const [p, q, r, s] = kept;
    const bent: RdXy = [r![0] + 1, r![1]];
    expect(fromRing([p!, q!, bent, s!, p!])).toBeNull();
    expect(fromRing([p!, q!, r!, p!])).toBeNull();
  });

  it('whatever is done to it, its ring has the area its numbers say and the fixed corner does not move', () => {
    const side = fc.integer({ min: 2, max: 4000 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.double({ min: -720, max: 720, noNaN: true }),
        fc.constantFrom(...grips),
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: -3000, max: 3000 }),
        (widthM, depthM, angleDeg, at, dx, dy) => {
          const before = turnTo({ ...flat, widthM, depthM }, angleDeg);
          const after = dragGrip(before, at, [155_000 + dx, 463_000 + dy], 1);
          const [was, is] = [before, after].map((each) => toPlace(each, -at.along, -at.across));
          expect(Math.hypot(is![0] - was![0], is![1] - was![1])).toBeLessThan(1e-6);
          expect(Math.abs(shoelace(toRing(after)) / toAreaM2(after) - 1)).toBeLessThan(1e-6);
          expect(Number.isInteger(after.widthM) && Number.isInteger(after.depthM)).toBe(true);
        },
      ),
    );
  });
});

describe('templates', () => {
  it('span what the rows of the rules span', () => {
    // New stations with 150 kV as their highest: the rows of class hs-150 that were seen in a source.
    const rows = ruimtebeslagRijen.filter(
      ({ klasse, aanleg, geverifieerd }) => klasse === 'hs-150' && aanleg === 'nieuw' && geverifieerd,
    );
    expect(findTemplate('150/20 kV-station')).toMatchObject({
      groep: 'station',
      spanningenKv: [150, 20],
      bereik: {
        minM2: Math.min(...rows.map(({ min }) => min!)),
        maxM2: Math.max(...rows.map(({ max }) => max!)),
        geverifieerd: true,
      },
    });
    // 3,5 to 6 ha, as the remarks with the source file say.
    expect(findTemplate('150/20 kV-station')?.bereik).toMatchObject({ minM2: 35_000, maxM2: 60_000 });
  });

  it('are only there where a size is known, and never for several objects at once', () => {
    const ids = templates.map(({ id }) => id);
    expect(ids).not.toContain('50 kV-station');
    expect(ids).not.toContain('elektriciteitsstations');
    expect(ids).not.toContain('380 kV-verbinding');
    expect(templates.every(({ bereik }) => bereik.minM2 > 0 && bereik.bronnen.length > 0)).toBe(true);
  });

  it('give a rectangle of whole metres that is close to the area', () => {
    const rectangle = createRectangle([155_000, 463_000], 47_500);
    expect([rectangle.widthM, rectangle.depthM].every(Number.isInteger)).toBe(true);
    // √(47.500 × 5/4) = 243.7: 244 by 195 is 47.580 m².
    expect([rectangle.widthM, rectangle.depthM, toAreaM2(rectangle)]).toEqual([244, 195, 47_580]);
    expect(judgeArea(47_580, findTemplate('150/20 kV-station')!.bereik)).toBe('binnen');
    expect(judgeArea(34_999, findTemplate('150/20 kV-station')!.bereik)).toBe('kleiner');
    expect(judgeArea(60_001, findTemplate('150/20 kV-station')!.bereik)).toBe('groter');
  });

  it('know the strip of a pipe, and say why not of a cable', () => {
    expect(findStrip('leiding', 'waterstof').strookM).toEqual({ min: 10, max: 10 });
    expect(findStrip('kabel', 'elektriciteit')).toMatchObject({
      strookM: null,
      reden: expect.stringMatching(/./),
    });
  });
});

describe('alternatives', () => {
  const placed = takeRectangle(createPlacement(), flat);

  it('are copied from the one in hand, up to four', () => {
    let placement = placed;
    for (const letter of ['B', 'C', 'D'] as const) {
      placement = addVariant(placement);
      expect(placement.actief).toBe(letter);
    }
    expect(addVariant(placement)).toBe(placement);
    expect(placement.varianten.map(({ rechthoek }) => rechthoek?.widthM)).toEqual([200, 200, 200, 200]);
    const without = removeVariant(placement, 'B');
    expect(without.varianten.map(({ letter }) => letter)).toEqual(['A', 'C', 'D']);
    // The free letter is taken again.
    expect(addVariant(without).actief).toBe('B');
  });

  it('change one by one', () => {
    const two = addVariant(placed);
    const moved = takeRectangle(two, moveBy(flat, [500, 0]));
    expect(moved.varianten.map(({ rechthoek }) => rechthoek?.centre[0])).toEqual([155_000, 155_500]);
    expect(removeVariant(placed, 'A')).toBe(placed);
  });

  it('a free shape is no rectangle any more; the polygon of a rectangle measures what its numbers say', () => {
    const { geometrie } = getActive(placed);
    expect(Math.abs(measureGeometry(geometrie!).areaM2 - 20_000)).toBeLessThan(0.1);
    const [x, y] = toRd((geometrie as { coordinates: [number, number][][] }).coordinates[0]![0]!);
    expect(Math.hypot(x - 154_900, y - 462_950)).toBeLessThan(0.001);
    expect(getActive(takeGeometry(placed, geometrie)).rechthoek).toBeNull();
    expect(getActive(takeGeometry(placed, null)).ligging).toBe('geen');
  });
});

describe('what is saved', () => {
  const placed = takeRectangle(createPlacement(), flat);
  const two = takeRectangle(addVariant(placed), moveBy(flat, [1000, 0]));
  const draft = new PlacingDraft();
  draft.takeType('150/20 kV-station');
  draft.fields.naam = ' Station Amersfoort ';
  draft.fields.vertrouwelijkheid = 'partijen';
  draft.fields.embargoTot = '2031-01-01';
  const proposed = { provincies: ['PV26'], gemeenten: ['GM0307'] };

  it('is the rectangle by its own numbers in RD, not by way of degrees', () => {
    expect(toRdGeometry(getActive(placed))).toEqual({ type: 'Polygon', coordinates: [toRing(flat)] });
    const turned = toRdGeometry(getActive(takeRectangle(placed, turnTo(flat, 20))));
    expect(Math.abs(shoelace((turned as { coordinates: RdXy[][] }).coordinates[0]!) - 20_000)).toBeLessThan(
      0.5,
    );
  });

  it('is one project with its component, and the level of who may see it on both', async () => {
    const body = await toProjectBody(draft, placed, proposed);
    expect(body).toMatchObject({
      vertrouwelijkheid: 'partijen',
      embargoTot: '2031-01-01',
      gegevens: {
        naam: 'Station Amersfoort',
        provincies: ['PV26'],
        gemeenten: ['GM0307'],
        typeInfra: '150/20 kV-station',
        typeInfraGroep: 'station',
        fase: 'verkenning',
      },
      componenten: [
        {
          vertrouwelijkheid: 'partijen',
          gegevens: { soort: 'station', spanningKv: [150, 20], ligging: 'zoekgebied' },
          varianten: [],
        },
      ],
    });
  });

  it('with two alternatives is a search area of both, until one is chosen', async () => {
    const body = await toProjectBody(draft, two, proposed);
    expect(body.componenten[0]!.varianten.map(({ gegevens }) => gegevens['letter'])).toEqual(['A', 'B']);
    const place = await toComponentPlace(two);
    expect(place).toMatchObject({ ligging: 'zoekgebied', geometrie: { type: 'MultiPolygon' } });
    // They overlap when moved by 100 of 200 m: together 300 × 100 m.
    const near = takeRectangle(addVariant(placed), moveBy(flat, [100, 0]));
    const { geometrie } = (await toComponentPlace(near)) as {
      geometrie: { type: string; coordinates: RdXy[][] };
    };
    expect(geometrie.type).toBe('Polygon');
    expect(Math.abs(shoelace(geometrie.coordinates[0]!))).toBeCloseTo(30_000, 3);
    const chosen = changeActive(two, { gekozen: true });
    expect(await toComponentPlace(chosen)).toEqual(toPlaceFields(getActive(two)));
  });

  it('of lines is the area around them, since a search area has one; without a place it has none', async () => {
    const line = takeGeometry(createPlacement(), {
      type: 'LineString',
      coordinates: [
        [5.38, 52.15],
        [5.4, 52.16],
      ],
    });
    expect(getActive(line).ligging).toBe('exact');
    const lines = takeGeometry(addVariant(line), {
      type: 'LineString',
      coordinates: [
        [5.38, 52.15],
        [5.4, 52.14],
      ],
    });
    expect(await toComponentPlace(lines)).toMatchObject({
      ligging: 'zoekgebied',
      geometrie: { type: 'Polygon' },
    });
    expect(await toComponentPlace(createPlacement())).toEqual({ ligging: 'geen' });
    expect(await toComponentPlace(addVariant(createPlacement()))).toEqual({ ligging: 'geen' });
  });

  it('comes back from this browser as it was, and rubbish does not', () => {
    const kept = JSON.parse(JSON.stringify(draft.toKept(two))) as unknown;
    expect(readKept(kept)).toMatchObject({
      plaatsing: { varianten: two.varianten },
      velden: { naam: ' Station Amersfoort ' },
    });
    for (const rubbish of [null, 3, {}, { sleutel: 'x', velden: {}, plaatsing: { varianten: [] } }])
      expect(readKept(rubbish)).toBeNull();
  });
});

describe('what the checks say', () => {
  it('is about a field by the name its form gives it, with a value only where there is one', () => {
    const found = { verwacht: 'iets anders', ernst: 'fout' as const };
    const words = (meervoud: string, veld: string, waarde: string) =>
      toFindingWords({ ...found, meervoud, veld, waarde });
    expect(words('projecten', 'gegevens.provincies', '[]')).toEqual({ label: 'Provincies', waarde: null });
    expect(words('projecten', 'gegevens.provincies', '[PV26, PV24]').waarde).toBe('PV26, PV24');
    expect(words('projecten', 'gegevens.energiedrager', 'warmte').waarde).toBe('Warmte');
  });
});

describe('what is not filled in yet', () => {
  it('is asked for where it is saved, and is no fault before that', () => {
    const found = (meervoud: string, veld: string) => ({
      meervoud,
      veld: `gegevens.${veld}`,
      waarde: '[]',
      verwacht: 'iets anders',
      ernst: 'fout' as const,
    });
    const all = [found('projecten', 'provincies'), found('projecten', 'naam'), found('componenten', 'naam')];
    const missing = toMissing('Proefstation', []);
    expect(Object.values(missing)).toEqual(['een provincie (stap Wat), of een plek (stap Waar)']);
    expect(toFaults(listFindings(all.slice(0, 2), missing))).toEqual({ naam: 'iets anders' });
    expect(listFindings(all, toMissing(' ', []))).toEqual([all[2]]);
    expect(listFindings(all, toMissing('Proefstation', ['Utrecht']))).toEqual(all);
  });
});

describe('drawing while placing', () => {
  it('has one history for vertices, moves and alternatives, and leaves the own drawing alone', () => {
    const draw = new DrawState();
    draw.commit({ type: 'Point', coordinates: [5.4, 52.1] });
    draw.startPlacing(takeRectangle(createPlacement(), flat));
    draw.place(addVariant(draw.placement!));
    draw.drag(takeRectangle(draw.placement!, moveBy(flat, [50, 0])));
    expect([draw.isDragging, draw.kept === draw.placement]).toEqual([true, false]);
    draw.place(draw.placement!);
    expect(getActive(draw.placement!).rechthoek?.centre[0]).toBe(155_050);
    // What is placed is never in the address; the own drawing still is.
    expect(draw.shared).toEqual({ type: 'Point', coordinates: [5.4, 52.1] });
    draw.undo();
    expect(getActive(draw.placement!).rechthoek?.centre[0]).toBe(155_000);
    draw.undo();
    expect(draw.placement!.varianten).toHaveLength(1);
    draw.redo();
    expect(draw.placement!.varianten).toHaveLength(2);
    // A free shape from the pencil becomes the alternative in hand.
    draw.commit({ type: 'Point', coordinates: [5.39, 52.15] });
    expect(getActive(draw.placement!)).toMatchObject({ letter: 'B', rechthoek: null, ligging: 'exact' });
    draw.stopPlacing();
    expect([draw.placement, draw.geometry]).toEqual([null, { type: 'Point', coordinates: [5.4, 52.1] }]);
  });
});
