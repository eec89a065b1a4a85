// Runs GDAL (WebAssembly) in a process of its own, so that its memory goes when it goes: one request at a time, whole
// files in memory. Started by gdal.ts only.
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { GdalFailure, GdalRequest, GdalSuccess } from './gdal.ts';

/** The parts of gdal3.js that are used here; its own types are for the browser. */
interface Gdal {
  open(path: string, options: string[], handlers: string[]): Promise<{ datasets: GdalDataset[] }>;
  ogr2ogr(dataset: GdalDataset, options: string[], name: string): Promise<{ local: string }>;
  getFileBytes(path: { local: string }): Promise<Uint8Array>;
  close(dataset: GdalDataset): Promise<void>;
  Module: {
    FS: {
      mkdir(path: string): void;
      readdir(path: string): string[];
      rmdir(path: string): void;
      unlink(path: string): void;
      writeFile(path: string, bytes: Uint8Array): void;
    };
  };
}
interface GdalDataset {
  info: { driverLongName?: string; layers?: GdalLayer[] };
}
interface GdalLayer {
  name: string;
  featureCount: number;
  geometryFields?: {
    coordinateSystem?: { wkt?: string; projjson?: { id?: { authority: string; code: number } } };
  }[];
}

const complaints: string[] = [];
const require = createRequire(import.meta.url);
const entry = require.resolve('gdal3.js/node.js');
const initGdalJs = require(entry) as (config: object) => Promise<Gdal>;
const loading = initGdalJs({
  // It puts './' before this path.
  path: relative(process.cwd(), join(dirname(entry), 'dist/package')),
  useWorker: false,
  logHandler: () => undefined,
  errorHandler: (text: string) => complaints.push(text),
});

process.on('message', (request: GdalRequest) => {
  answer(request).then(
    (success) => process.send!(success),
    (error: unknown) => process.send!({ id: request.id, error: describe(error) } satisfies GdalFailure),
  );
});
// The channel to the parent closes however the parent ends; Ctrl-C reaches both, and the parent decides.
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});

async function answer({ id, files, main, layer, targetCrs }: GdalRequest): Promise<GdalSuccess> {
  const gdal = await loading;
  complaints.length = 0;
  const { FS } = gdal.Module;
  // A folder for each request: GDAL leaves files of its own beside what it reads, and finds them again.
  const folder = `/input/${id}`;
  FS.mkdir(folder);
  for (const file of files) FS.writeFile(`${folder}/${file.name}`, file.bytes);
  try {
    const { datasets } = await gdal.open(
      `${folder}/${main}`,
      [],
      /\.(zip|kmz)(\/|$)/i.test(main) ? ['vsizip'] : [],
    );
    const dataset = datasets[0];
    if (!dataset) throw new Error('GDAL herkent dit bestand niet.');
    try {
      const layers = dataset.info.layers ?? [];
      const chosen = layer ? layers.find((candidate) => candidate.name === layer) : layers[0];
      if (!chosen)
        throw new Error(layer ? `De laag "${layer}" is er niet.` : 'Er zit geen laag met gegevens in.');
      const output = await gdal.ogr2ogr(
        dataset,
        // prettier-ignore
        ['-f', 'GeoJSON', '-lco', 'RFC7946=NO', '-lco', 'COORDINATE_PRECISION=10', '-dim', 'XY', '-nlt', 'CONVERT_TO_LINEAR',
          ...(targetCrs ? ['-t_srs', targetCrs] : []), chosen.name],
        `result-${id}`,
      );
      const bytes = await gdal.getFileBytes(output);
      FS.unlink(output.local);
      return {
        id,
        text: Buffer.from(bytes).toString('utf8'),
        layers: layers.map(({ name, featureCount }) => ({ name, count: featureCount })),
        layer: chosen.name,
        crs: findCrs(chosen),
        complaints: [...complaints],
      };
    } finally {
      await gdal.close(dataset);
    }
  } finally {
    for (const name of FS.readdir(folder)) if (name !== '.' && name !== '..') FS.unlink(`${folder}/${name}`);
    FS.rmdir(folder);
  }
}

/** The CRS as 'EPSG:28992', or null when the layer names none. */
function findCrs(layer: GdalLayer): string | null {
  const system = layer.geometryFields?.[0]?.coordinateSystem;
  const id = system?.projjson?.id;
  if (id) return `${id.authority}:${id.code}`;
  return (
    system?.wkt
      ?.match(/ID\["(EPSG|OGC)",("?)(\w+)\2\]\]\s*$/)
      ?.slice(1)
      .filter((part) => part !== '"' && part !== '')
      .join(':') ?? null
  );
}

/** gdal3.js rejects with an Error, with { message }, or with a list of those. */
function describe(error: unknown): string {
  const parts = (Array.isArray(error) ? error : [error]).map((part: unknown) =>
    typeof part === 'object' && part !== null && 'message' in part ? String(part.message) : String(part),
  );
  const words = [...parts, ...complaints].map((text) => text.replace(/^ERROR \d+: /, '')).filter(Boolean);
  return [...new Set(words)].join('; ') || 'GDAL kent dit formaat niet.';
}
