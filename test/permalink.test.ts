import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { energiedragers, fases, liggingen } from '../data/vocabulary.ts';
import type { Geometrie } from '../data/schema/geometrie.ts';
import { toLngLat } from '../web/map/rd.ts';
import { sortings } from '../web/state/filters.svelte.ts';
import { readGeometry, writeGeometry } from '../web/state/url-geometry.ts';
import { isStep, readUrl, writeUrl, type UrlState } from '../web/state/url.ts';
import { backgrounds, leftPanels, rightPanels, sheetHeights, themes } from '../web/state/view.svelte.ts';
import { createState } from './web-state.ts';

/** Everything a reader can set, as plain values. */
function toPlain({ view, layers, filters, selection, questions, draw }: UrlState) {
  const card = questions.active;
  return {
    view: [
      view.provincie,
      view.leftPanel,
      view.rightPanel,
      view.sheet,
      view.theme,
      view.background,
      view.print,
    ],
    layers: layers.settings.map((each) => ({ ...each })),
    filters: [filters.query.toString(), filters.sorteer],
    selection: [selection.projectId, selection.gebied, selection.point],
    card: card && { vraag: card.vraag, input: card.input, params: card.params },
    drawing: [draw.geometry, draw.corridorM],
  };
}

/** The state a second reader sees after opening the address. */
function reopen(state: UrlState): ReturnType<typeof createState> {
  const other = createState();
  expect(readUrl(writeUrl(state), other)).toEqual([]);
  return other;
}

/** A position on whole decimetres of RD, as it comes back from the URL. */
const position = fc
  .tuple(fc.integer({ min: 200_000, max: 2_700_000 }), fc.integer({ min: 3_100_000, max: 6_100_000 }))
  .map(([x, y]) => readPoint(toLngLat([x / 10, y / 10])));
function readPoint(lngLat: [number, number]): [number, number] {
  const point = readGeometry(writeGeometry({ type: 'Point', coordinates: lngLat }));
  return point.coordinates as [number, number];
}
const line = fc.array(position, { minLength: 2, maxLength: 6 });
const ring = fc
  .array(position, { minLength: 3, maxLength: 6 })
  .map((points) => [...points, points[0]!] as [number, number][]);
const geometry: fc.Arbitrary<Geometrie> = fc.oneof(
  position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  line.map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
  line.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((coordinates) => ({
    type: 'MultiLineString' as const,
    coordinates,
  })),
  fc.array(ring, { minLength: 1, maxLength: 3 }).map((coordinates) => ({
    type: 'Polygon' as const,
    coordinates,
  })),
  fc
    .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({
      type: 'MultiPolygon' as const,
      coordinates,
    })),
);

describe('a shared address shows the same view', () => {
  it('writes nothing for the view as it comes', () => {
    expect(writeUrl(createState())).toBe('');
  });

  it('holds for every field, in any combination', () => {
    const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
    const code = fc.constantFrom('GM0307', 'RES-01', "'s-Gravenhage (deel)", 'Coteq Netbeheer');
    const world = fc.record({
      provincie: fc.constantFrom(null, 'PV20', 'PV31'),
      leftPanel: fc.constantFrom(...leftPanels, null),
      rightPanel: fc.constantFrom(...rightPanels, null),
      sheet: fc.constantFrom(...sheetHeights),
      theme: fc.constantFrom(...themes),
      background: fc.constantFrom(...backgrounds),
      layers: fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.integer({ min: 0, max: 100 }), fc.nat())),
      gemeente: some(['GM0307', 'GM0344']),
      netbeheerder: fc.uniqueArray(code, { maxLength: 2 }),
      fase: some([...fases, 'onbekend' as const]),
      energiedrager: some(energiedragers),
      ligging: some(liggingen),
      metLocatie: fc.constantFrom(null, true, false),
      q: fc.string({ unit: 'grapheme', maxLength: 40 }),
      sorteer: fc.constantFrom(...sortings),
      projectId: fc.constantFrom(null, 'UT-01', 'DR-WARMTE-2'),
      gebied: fc.constantFrom(null, { soort: 'gemeente' as const, code: 'GM0307' }),
      point: fc.constantFrom(null, [5.123456, 52.654321] as [number, number]),
      drawing: fc.option(geometry),
      corridorM: fc.constantFrom(null, 30, 100.5),
      print: fc.boolean(),
      vraag: fc.constantFrom(null, 'overlap', 'bevoegd-gezag'),
      input: fc.oneof(
        fc.constant({ kind: 'geen' as const }),
        fc.constant({ kind: 'project' as const, projectId: 'UT-01' }),
        geometry.map((geometrie) => ({ kind: 'geometrie' as const, geometrie })),
      ),
      params: fc.dictionary(
        fc.constantFrom('spanningKv', 'soort'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      ),
    });
    fc.assert(
      fc.property(world, (w) => {
        const state = createState();
        const { view, layers, filters, selection, draw, questions } = state;
        view.provincie = w.provincie;
        view.leftPanel = w.leftPanel;
        view.rightPanel = w.rightPanel;
        view.sheet = w.sheet;
        view.theme = w.theme;
        view.background = w.background;
        for (const [at, visible, percent, to] of w.layers) {
          const { id } = layers.settings[at % layers.settings.length]!;
          layers.setVisible(id, visible);
          layers.setOpacity(id, percent / 100);
          layers.move(id, to % layers.settings.length);
        }
        filters.gemeente = w.gemeente;
        filters.netbeheerder = w.netbeheerder;
        filters.fase = w.fase;
        filters.energiedrager = w.energiedrager;
        filters.ligging = w.ligging;
        filters.metLocatie = w.metLocatie;
        filters.q = w.q;
        filters.sorteer = w.sorteer;
        selection.projectId = w.projectId;
        selection.gebied = w.gebied;
        selection.point = w.point;
        draw.reset(w.drawing);
        draw.corridorM = w.corridorM;
        view.print = w.print;
        if (w.vraag) questions.ask(w.vraag, w.input, w.params);
        const other = reopen(state);
        expect(toPlain(other)).toEqual(toPlain(state));
        expect(writeUrl(other)).toBe(writeUrl(state));
      }),
      { numRuns: 300 },
    );
  });

  it('puts the camera back to about a metre', () => {
    const state = createState();
    state.view.center = [5.3872036, 52.1551728];
    state.view.zoom = 12.345678;
    const { view } = reopen(state);
    expect(writeUrl(state)).toBe('kaart=52.15517,5.3872,12.35');
    expect(Math.abs(view.center[0] - 5.3872036)).toBeLessThan(1e-5);
    expect(view.zoom).toBe(12.35);
  });

  it('writes the drawing once when the question is about it', () => {
    const state = createState();
    const geometrie: Geometrie = { type: 'Point', coordinates: toLngLat([155_000, 463_000]) };
    state.draw.commit(geometrie);
    state.questions.ask('overlap', { kind: 'geometrie', geometrie });
    state.view.openRight('vragen');
    // 1.550.000 and 4.630.000 decimetres in base 36: x7zk = 33·36³ + 7·36² + 35·36 + 20.
    expect(33 * 36 ** 3 + 7 * 36 ** 2 + 35 * 36 + 20).toBe(1_550_000);
    expect(2 * 36 ** 4 + 27 * 36 ** 3 + 8 * 36 ** 2 + 19 * 36 + 4).toBe(4_630_000); // 2r8j4
    expect(writeUrl(state)).toBe('tekening=p~x7zk_2r8j4&vraag=overlap*tekening*');
    expect(reopen(state).asked).toHaveLength(1);
  });
});

describe('an address that somebody shortened', () => {
  const read = (query: string) => {
    const state = createState();
    expect(readUrl(query, state)).toEqual([]);
    return state.view.rightPanel;
  };
  it('opens the panel of what it is about', () => {
    expect(read('project=UT-01')).toBe('project');
    expect(read('gebied=gemeente:GM0344')).toBe('gebied');
    expect(read('punt=52.1,5.1')).toBe('treffers');
    expect(read('project=UT-01&vraag=overlap*project:UT-01*')).toBe('vragen');
    expect(read('provincie=PV26')).toBeNull();
  });
  it('keeps a panel closed, or another one open, when the address says so', () => {
    expect(read('project=UT-01&rechts=dicht')).toBeNull();
    expect(read('project=UT-01&rechts=overzicht')).toBe('overzicht');
    const state = createState();
    state.selection.projectId = 'UT-01';
    expect(writeUrl(state)).toBe('project=UT-01&rechts=dicht');
    state.view.openRight('project');
    expect(writeUrl(state)).toBe('project=UT-01');
  });
});

it('gives the back button steps for what was chosen, not for every move of the map', () => {
  expect(isStep('', 'kaart=52,5,9')).toBe(false);
  expect(isStep('kaart=52,5,9', 'kaart=52,5,9&provincie=PV26')).toBe(true);
  expect(isStep('project=UT-01', 'project=UT-02')).toBe(true);
});
