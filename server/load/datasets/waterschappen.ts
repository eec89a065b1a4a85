import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { MultiPolygon } from 'geojson';
import { type SeedWaterschap, waterschappen as register } from '../../../data/seed/gebieden.ts';
import { type DatasetLoader, stageFeatures } from '../dataset.ts';
import { toMultiPolygon } from '../gml.ts';
import { toMirrorPath } from '../mirror.ts';
import { describeReading, type SourceFeature, toChecksum, toReadFeatures } from '../reading.ts';
import { listDescendants, parseXml } from '../xml.ts';
import { replacePieces } from './pieces.ts';
import { openWaterschapsgrenzen, toKolommen } from './waterschapsgrenzen.ts';

/**
 * Boundaries in the mirror: the area of the waterschapsverordening, a STOP geo-informatieobject. Only Rivierenland has
 * one. Of Limburg there is an area of water quality management of 2,078 km², without the Meuse and the canals, where
 * the province is 2,150 km²: not its boundary, so not used.
 */
const boundaryFiles: Record<string, string> = {
  WS0621: '2-provincies-regios/RicharddeGraaf1__OmgevingswetTestSuiteTool/ws0621_geo_c27407d2.gml',
};

/** The 21 waterschappen by name, with a boundary where one is known. */
export const waterschappenLoader: DatasetLoader = {
  async open(source, herkomst, context) {
    if (herkomst === 'officieel') return openWaterschapsgrenzen(source, context);
    const { dataMirror } = context.config;
    const files =
      herkomst === 'spiegel' && dataMirror ? await readBoundaries(dataMirror) : new Map<string, Buffer>();
    if (herkomst === 'spiegel' && files.size === 0) return null;
    return {
      ...describeReading(source),
      // The names are shipped facts; nothing about them is schematic.
      herkomst: 'spiegel',
      adres:
        files.size > 0
          ? [...files.keys()].map((code) => boundaryFiles[code]!).join(', ')
          : 'data/seed/waterschappen.json',
      controlesom: toChecksum(source, JSON.stringify(register), ...files.values()),
      crs: 28992,
      listFeatures: async () => toReadFeatures(register.map((waterschap) => toFeature(waterschap, files))),
    };
  },
  stage: stageFeatures({
    kinds: ['vlak'],
    mayLack: true,
    codes: register.map((waterschap) => toKolommen(waterschap).code),
  }),
  async swap(tx, { table }, source) {
    await tx.query(`delete from atlas.gebied where soort = 'waterschap'`);
    await tx.query(
      `insert into atlas.gebied (soort, code, naam, bron, eigenschappen, geom)
       select 'waterschap', kolommen ->> 'code', kolommen ->> 'naam', $1, kolommen -> 'eigenschappen', ST_Multi(geom)
       from ${table} order by nr`,
      [source.id],
    );
    await replacePieces(tx, 'waterschap');
  },
};

async function readBoundaries(mirror: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const [code, file] of Object.entries(boundaryFiles)) {
    const path = toMirrorPath(mirror, file);
    if (existsSync(path)) files.set(code, await readFile(path));
  }
  return files;
}

function toFeature(waterschap: SeedWaterschap, files: Map<string, Buffer>): SourceFeature {
  const boundary = waterschap.code ? files.get(waterschap.code) : undefined;
  return {
    ref: `waterschap ${waterschap.naam}`,
    kolommen: toKolommen(waterschap),
    geometry: boundary ? readBoundary(boundary) : null,
  };
}

function readBoundary(bytes: Buffer): MultiPolygon {
  const root = parseXml(bytes.toString('utf8'));
  // The geometry element proper holds one GML shape; the wrapper of the same name in another namespace holds more.
  const shapes = listDescendants(root, 'Geometrie').flatMap((geometrie) =>
    listDescendants(geometrie, 'geometrie'),
  );
  return {
    type: 'MultiPolygon',
    coordinates: shapes.flatMap((shape) =>
      shape.children.flatMap((child) => toMultiPolygon(child).coordinates),
    ),
  };
}
