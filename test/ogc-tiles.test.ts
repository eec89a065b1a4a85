// OGC API Tiles from the front door: what the metadata says of tiles is what the tiles are.
import { expect, it } from 'vitest';
import { BASE, describeOgc } from './ogc-app.ts';
import { decodeTile, tileAt, toLngLats } from './tiles-app.ts';

interface Tileset {
  layers: {
    id: string;
    minTileMatrix: string;
    maxTileMatrix: string;
    propertiesSchema: { properties: object };
  }[];
  tileMatrixSetLimits: Record<'minTileRow' | 'maxTileRow' | 'minTileCol' | 'maxTileCol', number>[];
  links: { href: string; rel: string; templated?: boolean }[];
}

describeOgc('OGC API Tiles', (world) => {
  const { get, request } = world;

  it('lists the tiles of the whole and of each collection that is drawn', async () => {
    const listed = async (path: string): Promise<string[]> =>
      (await get(path)).body.tilesets.map(
        ({ links }: Tileset) => links.find(({ rel }) => rel === 'self')!.href,
      );
    expect(await listed('/tiles')).toEqual(
      ['gebieden', 'projecten', 'plannen', 'beschermd', 'hoogspanning'].map(
        (id) => `${BASE}/tiles/${id}/WebMercatorQuad`,
      ),
    );
    const { body } = await get('/collections');
    const drawn = body.collections
      .filter(({ links }: Tileset) => links.some(({ rel }) => rel.endsWith('tilesets-vector')))
      .map(({ id }: { id: string }) => id);
    expect(drawn).toEqual([
      ...['gemeenten', 'provincies', 'res-regios', 'subregios', 'waterschappen', 'netbeheerdersgebieden'],
      ...['componenten', 'planvlakken', 'beschermde-gebieden', 'hoogspanning'],
    ]);
    for (const id of drawn)
      expect(await listed(`/collections/${id}/tiles`)).toEqual([
        `${BASE}/collections/${id}/tiles/WebMercatorQuad`,
      ]);
  });

  it('writes WebMercatorQuad out as the standard has it', async () => {
    const { body } = await get('/tileMatrixSets/WebMercatorQuad');
    // OGC 17-083r4, annex D.1.
    expect(body.tileMatrices[0]).toMatchObject({ id: '0', matrixWidth: 1, matrixHeight: 1, tileWidth: 256 });
    expect(body.tileMatrices[0].scaleDenominator).toBeCloseTo(559082264.028717, 5);
    expect(body.tileMatrices[0].cellSize).toBeCloseTo(156543.03392804097, 8);
    expect(body.tileMatrices[12].scaleDenominator).toBeCloseTo(136494.693366386, 5);
    expect(body.tileMatrices[12].matrixWidth).toBe(4096);
    expect(body.tileMatrices[0].pointOfOrigin).toEqual([
      expect.closeTo(-20037508.3427892, 6),
      expect.closeTo(20037508.3427892, 6),
    ]);
  });

  it('names the layers and fields that are in the tiles, which lie within its limits', async () => {
    const collections: [address: string, layers: string[]][] = [
      ['/collections/gemeenten/tiles', ['gemeente']],
      ['/collections/provincies/tiles', ['provincie']],
      ['/collections/componenten/tiles', ['component']],
      ['/collections/planvlakken/tiles', ['planvlak']],
      ['/collections/beschermde-gebieden/tiles', ['natura2000', 'nnn', 'ecologische-verbindingen']],
      ['/collections/hoogspanning/tiles', ['lijn', 'station']],
      ['/tiles/gebieden', ['gemeente', 'provincie', 'label', 'waterschap']],
      ['/tiles/projecten', ['component']],
    ];
    for (const [address, expected] of collections) {
      const { layers, tileMatrixSetLimits, links }: Tileset = (await get(`${address}/WebMercatorQuad`)).body;
      const template = links.find(({ templated }) => templated)!.href;
      const fetchTile = (z: number, col: number, row: number) =>
        request(
          template
            .replace('{tileMatrix}', String(z))
            .replace('{tileCol}', String(col))
            .replace('{tileRow}', String(row)),
          { headers: { 'Accept-Encoding': 'identity' } },
        );
      const z = 11;
      const limits = tileMatrixSetLimits.find(
        (one) => (one as { tileMatrix?: string }).tileMatrix === String(z),
      )!;
      const seen = new Map<string, Set<string>>();
      for (let col = limits.minTileCol - 1; col <= limits.maxTileCol + 1; col++) {
        for (let row = limits.minTileRow - 1; row <= limits.maxTileRow + 1; row++) {
          const response = await fetchTile(z, col, row);
          expect([address, col, row, [200, 204].includes(response.status)]).toEqual([
            address,
            col,
            row,
            true,
          ]);
          if (response.status === 204) continue;
          expect(response.headers.get('Content-Type')).toBe('application/vnd.mapbox-vector-tile');
          for (const [name, features] of Object.entries(
            decodeTile(new Uint8Array(await response.arrayBuffer())),
          )) {
            const fields = seen.get(name) ?? new Set();
            for (const { properties } of features)
              for (const field of Object.keys(properties)) fields.add(field);
            seen.set(name, fields);
          }
        }
      }
      for (const name of expected)
        expect([address, [...seen.keys()]]).toEqual([address, expect.arrayContaining([name])]);
      const named = new Map(
        layers.map(({ id, propertiesSchema }) => [id, Object.keys(propertiesSchema.properties)]),
      );
      for (const name of expected) {
        expect([address, [...named.keys()]]).toEqual([address, expect.arrayContaining([name])]);
        for (const field of seen.get(name)!)
          expect([name, named.get(name)]).toEqual([name, expect.arrayContaining([field])]);
      }
    }
  });

  it('sets its limits by the tiles of the corners of what lies in it', async () => {
    // The land is 100–140 by 400–420 km; its south-west and north-east corners.
    const [[west, south], [east, north]] = (await toLngLats(world.db(), [
      [100_000, 400_000],
      [140_000, 420_000],
    ])) as [[number, number], [number, number]];
    const { body } = await get('/collections/gemeenten/tiles/WebMercatorQuad');
    expect(
      body.tileMatrixSetLimits.map(({ tileMatrix }: { tileMatrix: string }) => Number(tileMatrix)),
    ).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    const [low, high] = [tileAt(west, south, 8), tileAt(east, north, 8)];
    expect(body.tileMatrixSetLimits[3]).toEqual({
      tileMatrix: '8',
      minTileCol: low.x,
      maxTileCol: high.x,
      minTileRow: high.y,
      maxTileRow: low.y,
    });
  });
});
