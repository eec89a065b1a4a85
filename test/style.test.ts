import { createExpression, featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { energiedragers, fases, liggingen, typeInfraGroepen } from '../data/vocabulary.ts';
import { parseImageId, patternHues, patternKinds, toPatternId, toSymbolId } from '../web/map/images.ts';
import { getLayerDocument, layerDocuments } from '../web/map/order.ts';
import { dark, light } from '../web/map/palette.ts';
import { emptyCollection, sourceIds } from '../web/map/sources.ts';
import { createStyle, type MapState } from '../web/map/style.ts';
import { backgrounds } from '../web/state/view.svelte.ts';

const point: Feature = {
  type: 'Feature',
  properties: { rol: 'gekozen', id: 'UT-01' },
  geometry: { type: 'Point', coordinates: [5.39, 52.16] },
};
const settings = layerDocuments.map(({ id }) => ({ id, visible: true, opacity: 1 }));
const bare: MapState = {
  palette: light,
  origin: 'http://localhost:8080',
  edition: '',
  settings,
  background: 'geen',
  provincie: null,
  projecten: emptyCollection,
  projectIds: null,
  gebied: null,
  hit: null,
  drawn: [],
  asked: [],
  overlaps: [],
  picked: [],
};

/** Every MapLibre complaint about a style, as text. */
function listFaults(state: MapState): string[] {
  return validateStyleMin(createStyle(state)).map(({ message }) => message);
}

describe('the style is what the official validator accepts', () => {
  const states: [string, Partial<MapState>][] = [
    ['everything on', {}],
    ['everything off', { settings: settings.map((each) => ({ ...each, visible: false })) }],
    ['half transparent', { settings: settings.map((each) => ({ ...each, opacity: 0.5 })) }],
    ['invisible but on', { settings: settings.map((each) => ({ ...each, opacity: 0 })) }],
    ['turned upside down', { settings: settings.toReversed() }],
    ['a provincie', { provincie: 'PV26' }],
    ['no projects left', { projectIds: [] }],
    ['some projects', { projectIds: ['UT-01', "it's"] }],
    ['an area', { gebied: { soort: 'res-regio', code: 'RES-01' } }],
    ['an answer', { asked: [point], overlaps: [point], picked: [point] }],
    ...['plannen', 'natura2000', 'gemeente', 'hoogspanning-lijnen', 'hoogspanning-stations', 'projecten'].map(
      (laag): [string, Partial<MapState>] => [`a hit in ${laag}`, { hit: { laag, id: '12', naam: 'x' } }],
    ),
    ...backgrounds.map((background): [string, Partial<MapState>] => [background, { background }]),
  ];
  for (const [name, change] of states)
    it.each([
      ['light', light],
      ['dark', dark],
    ] as const)(`${name}, %s`, (_, palette) => {
      expect(listFaults({ ...bare, palette, ...change })).toEqual([]);
    });

  it('and the validator is not asleep', () => {
    const style = createStyle(bare);
    const broken = { ...style, layers: [{ id: 'x', type: 'fill' as const, source: 'nowhere' }] };
    expect(validateStyleMin(broken)).not.toEqual([]);
  });
});

describe('layers', () => {
  it('are listed once, and an unlisted one is refused', () => {
    const ids = layerDocuments.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(() => getLayerDocument('bodem')).toThrow('bodem is not in map/order.ts');
    expect(() => createStyle({ ...bare, settings: [{ id: 'bodem', visible: true, opacity: 1 }] })).toThrow();
  });

  it.each(layerDocuments)(
    '$id draws from its own source, under its own name, with a legend to read it',
    (document) => {
      const drawn = document.layers({ palette: light, opacity: 1, projectIds: null, pickedIds: [] });
      expect(drawn.length).toBeGreaterThan(0);
      expect(sourceIds).toContain(document.source);
      for (const layer of drawn) {
        expect(layer.id.startsWith(`${document.id}-`)).toBe(true);
        expect(layer.source).toBe(document.source);
      }
      const onlyText = drawn.every((layer) => layer.type === 'symbol');
      expect(document.legend(light).length > 0 || onlyText).toBe(true);
      expect(document.help.length).toBeGreaterThan(20);
    },
  );

  it('lie in the order of the list, the top one last, and change places with it', () => {
    const idsOf = (state: MapState) => createStyle(state).layers.map(({ id }) => id);
    const first = (ids: string[], prefix: string) => ids.findIndex((id) => id.startsWith(`${prefix}-`));
    const ids = idsOf(bare);
    const places = layerDocuments.map(({ id }) => first(ids, id));
    expect(places).toEqual([...places].sort((a, b) => b - a));
    const turned = idsOf({ ...bare, settings: settings.toReversed() });
    expect(first(turned, 'projecten')).toBeLessThan(first(turned, 'natura2000'));
  });

  it('leave nothing behind when switched off', () => {
    const off = settings.map((each) => ({ ...each, visible: each.id !== 'nnn' }));
    const ids = createStyle({ ...bare, settings: off }).layers.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('nnn'))).toEqual([]);
    expect(ids.some((id) => id.startsWith('natura2000'))).toBe(true);
  });

  it('show the projects of the list and no other', () => {
    const style = JSON.stringify(createStyle({ ...bare, projectIds: ['UT-01'] }));
    expect(style).toContain('["in",["get","project_id"],["literal",["UT-01"]]]');
    expect(JSON.stringify(createStyle(bare))).not.toContain('"project_id"');
  });

  it('draw the border of a plan of a gemeente, and hardly that of a plan as large as the country', () => {
    const border = createStyle(bare).layers.find(({ id }) => id === 'plannen-rand');
    if (border?.type !== 'line') throw new Error('No border of plans');
    const { result, value } = createExpression(
      border.paint?.['line-opacity'],
      'layers[0].paint.line-opacity',
    );
    if (result === 'error') throw value;
    const opacityOf = (plan_id: string, zoom: number): unknown =>
      value.evaluate({ zoom }, { type: 'Polygon', properties: { plan_id } });
    expect(opacityOf('NL.IMRO.0307.BP00001-0301', 7)).toBe(0.4);
    expect(opacityOf('NL.IMRO.0000.BZKsv19NOVI-2001', 7)).toBe(0);
    expect(opacityOf('NL.IMRO.9923.PV00001-0001', 12)).toBeLessThanOrEqual(0.3);
  });

  it('draw a station once: its terrain where the source gives one, else a circle', () => {
    const [asPoint, asPolygon] = ([1, 3] as const).map((type) =>
      createStyle(bare).layers.flatMap((layer) => {
        if (layer.type === 'background' || layer.type === 'symbol') return [];
        if (!('source-layer' in layer) || layer['source-layer'] !== 'station') return [];
        const { filter } = featureFilter(layer.filter, 'layers[0].filter');
        return filter({ zoom: 12 }, { type, properties: {} }) ? [layer.id] : [];
      }),
    );
    expect(asPoint).toEqual(['hoogspanning-station']);
    expect(asPolygon).toEqual(['hoogspanning-terrein', 'hoogspanning-terrein-rand']);
  });

  it('keep the name of a provincie within two lines of its middle', () => {
    const names = createStyle(bare).layers.filter(
      ({ id }) => id.startsWith('namen-') && id !== 'namen-gemeente',
    );
    expect(names).toHaveLength(4);
    for (const { layout } of names as { layout?: Record<string, unknown> }[]) {
      const offsets = (layout?.['text-variable-anchor-offset'] as unknown[]).flat().filter(Number.isFinite);
      expect(Math.max(...(offsets as number[]).map(Math.abs))).toBeLessThan(2);
    }
  });
});

it('gives the same style for the same state', () => {
  expect(createStyle(bare)).toEqual(createStyle({ ...bare }));
});

it('asks nothing of the outside world when the background is off', () => {
  const addresses = JSON.stringify(createStyle(bare)).match(/https?:\/\/[^"]+/g) ?? [];
  expect(addresses).toHaveLength(5); // one per tile source
  expect(addresses.filter((address) => !address.startsWith('http://localhost:8080/'))).toEqual([]);
});

describe('images are known by name', () => {
  it('every symbol a project can need, and every pattern', () => {
    for (const palette of [light, dark]) {
      for (const energiedrager of energiedragers)
        for (const fase of [...fases, 'onbekend'])
          for (const ligging of liggingen)
            for (const groep of typeInfraGroepen) {
              const symbol = { energiedrager, fase, ligging, groep };
              expect(parseImageId(toSymbolId(palette, symbol))).toMatchObject({ image: 'symbool', symbol });
            }
      for (const hue of patternHues)
        for (const kind of patternKinds)
          expect(parseImageId(toPatternId(palette, hue, kind))).toMatchObject({ hue, kind });
    }
  });

  it('and anything else is not ours', () => {
    for (const id of ['', 'symbool', 'symbool|licht|stoom|x|y|z', 'patroon|paars|natuur|schuin', 'marker-15'])
      expect(parseImageId(id)).toBeNull();
  });

  it('patterns in the style are images that exist', () => {
    const found = JSON.stringify(createStyle(bare)).match(/patroon\|[^"]+/g) ?? [];
    expect(found.length).toBeGreaterThan(8);
    for (const id of found) expect(parseImageId(id)).not.toBeNull();
  });
});
