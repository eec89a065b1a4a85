// A layer of an ArcGIS feature service, page by page: whole or not at all. Three objects in pages of two.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { harvestLayer } from '../server/load/arcgis-features.ts';
import { type ArcGisService, playArcGis } from './arcgis.ts';

const stations = ['a', 'b', 'c'].map((naam, index) => ({
  properties: { naam },
  geometry: { type: 'Point' as const, coordinates: [5 + index / 10, 52] },
}));

let service: ArcGisService;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pmiek-arcgis-'));
  service = await playArcGis({ 5: stations });
});
afterEach(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('harvesting a layer', () => {
  const run = (more: object = {}) =>
    harvestLayer({ url: service.url, laag: 5, cacheDir: folder, pauseMs: 1, ...more });
  const names = async (more: object = {}) =>
    (await run(more)).features.map(({ properties }) => properties?.['naam'] as string);
  it('asks for degrees, in order, and no more at a time than the layer gives', async () => {
    const seen: (number | null)[][] = [];
    const result = await run({ onPage: (...page: (number | null)[]) => seen.push(page) });
    expect(result).toMatchObject({ crs: 4326, pages: 2, unchangedPages: 0 });
    expect(result.layer).toMatchObject({
      naam: 'laag 5 (Hoogspanning station)',
      aantal: 3,
      gewijzigdOp: null,
    });
    expect(seen).toEqual([
      [2, 3],
      [3, 3],
    ]);
    expect(service.queries.slice(0, 2).map(({ query }) => query)).toEqual(
      ['0', '2'].map((resultOffset) => ({
        where: '1=1',
        outFields: '*',
        returnGeometry: 'true',
        outSR: '4326',
        orderByFields: 'OBJECTID',
        resultOffset,
        resultRecordCount: '2',
        f: 'geojson',
      })),
    );
  });

  it('goes on to the promised number, also when the service does not say that there is more', async () => {
    service.change = ({ properties: _, ...page }) => page;
    expect(await names()).toEqual(['a', 'b', 'c']);
  });

  it('costs only questions while nothing changed', async () => {
    const first = await run();
    service.queries.length = 0;
    const second = await run();
    expect(second).toMatchObject({ unchangedPages: 2, controlesom: first.controlesom });
    expect(service.queries.every(({ ifNoneMatch }) => ifNoneMatch !== undefined)).toBe(true);
  });

  it('goes on where it stopped, but not with pages of before an edit', async () => {
    service.etags = false;
    const fail = (_: number, offset: number) =>
      offset === 2 ? new Response('weg', { status: 500 }) : undefined;
    for (const [edited, pages] of [
      [null, 1],
      [Date.UTC(2026, 9, 1), 2],
    ] as const) {
      service.before = fail;
      await expect(run({ tries: 1 })).rejects.toThrow(/antwoordt met 500/);
      service.before = () => undefined;
      service.queries.length = 0;
      service.edited.set(5, edited);
      expect(await names()).toEqual(['a', 'b', 'c']);
      expect(service.queries).toHaveLength(pages);
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('begins again when the layer is edited meanwhile', async () => {
    service.etags = false;
    service.before = (_, offset) => {
      if (offset !== 2 || service.edited.size > 0) return;
      service.edited.set(5, Date.UTC(2026, 9, 1));
      service.layers.set(5, stations.toReversed());
    };
    expect(await names()).toEqual(['c', 'b', 'a']);
  });

  it('takes an error for an error although the status is 200, and tries again when that may help', async () => {
    const refuse = (code: number, message: string) =>
      Response.json({ error: { code, message, details: [] } }, { status: 200 });
    let asked = 0;
    service.before = () => (asked++ === 0 ? refuse(503, 'Busy') : undefined);
    expect(await names()).toEqual(['a', 'b', 'c']);
    // The first page twice, the second, and whether the first is still the same.
    expect(asked).toBe(4);

    service.edited.set(5, Date.UTC(2026, 9, 1));
    asked = 0;
    service.before = () => {
      asked += 1;
      return refuse(400, 'Invalid query parameters');
    };
    await expect(run()).rejects.toThrow(
      'antwoordt met 400 (Invalid query parameters) op /FeatureServer/5/query.',
    );
    expect(asked).toBe(1);
    // A code of its own is none of HTTP: it may pass.
    service.before = () => refuse(-2147220960, 'Unable to complete operation');
    await expect(run({ tries: 2 })).rejects.toThrow(/500 \(Unable .*\), ook na 2 keer proberen/);
  });

  it.each<[string, () => void, string | RegExp]>([
    [
      'fewer than it promises',
      () => (service.promised = 4),
      'laag 5 (Hoogspanning station) belooft 4 objecten en geeft er 3.',
    ],
    [
      'more than it promises',
      () => (service.promised = 2),
      'laag 5 (Hoogspanning station) belooft 2 objecten en geeft er 3.',
    ],
    [
      'the same page again',
      () => {
        const [first, second] = service.layers.get(5)!;
        service.layers.set(5, [first!, second!, first!, second!]);
        service.change = (page) => ({
          ...page,
          features: page['features'].map((feature: any, index: number) => ({ ...feature, id: index + 1 })),
        });
      },
      'laag 5 (Hoogspanning station) geeft hetzelfde object twee keer.',
    ],
    [
      'objects without a number',
      () =>
        (service.change = (page) => ({
          ...page,
          features: page['features'].map(({ id: _, ...feature }: any) => ({ ...feature, properties: {} })),
        })),
      /geeft objecten zonder OBJECTID/,
    ],
    [
      'another CRS than was asked for',
      () => (service.change = (page) => ({ ...page, crs: { properties: { name: 'EPSG:28992' } } })),
      'laag 5 (Hoogspanning station) antwoordt in EPSG:28992; gevraagd is EPSG:4326.',
    ],
    [
      'something else than a layer',
      () => (service.about = { name: 'kaart' }),
      /geen laag van een ArcGIS-dienst/,
    ],
    [
      'a page of something else',
      () => (service.change = () => ({ rows: [] })),
      /geeft geen GeoJSON-objecten/,
    ],
  ])('refuses %s', async (_, misbehave, reason) => {
    misbehave();
    await expect(run()).rejects.toThrow(reason);
  });
});
