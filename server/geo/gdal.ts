import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Feature, Geometry } from 'geojson';
import { listZipEntries } from './zip-entries.ts';

/** A request to the process of GDAL; files lie in its memory only. */
export interface GdalRequest {
  id: number;
  files: VectorFile[];
  main: string;
  layer?: string;
  targetCrs?: string;
}
export interface GdalSuccess {
  id: number;
  text: string;
  layers: { name: string; count: number }[];
  layer: string;
  crs: string | null;
  complaints: string[];
}
export interface GdalFailure {
  id: number;
  error: string;
}

export interface VectorFile {
  /** A bare file name, with its extension: GDAL goes by it. */
  name: string;
  bytes: Uint8Array;
}

export interface VectorOptions {
  /** What to open: one of the files, or a path inside a zip (`a.zip/b.gml`). The first file unless told. */
  main?: string;
  /** The layer to read; the first one unless told. */
  layer?: string;
  /** Reproject to this CRS; left out: coordinates stay as they are in the file. */
  targetCrs?: 'EPSG:28992' | 'EPSG:4326';
  /** 60 s unless told. */
  timeoutMs?: number;
}

export interface VectorReading {
  features: Feature<Geometry | null>[];
  layer: string;
  layers: { name: string; count: number }[];
  /** CRS the file says it is in ('EPSG:28992'), without its height; null when it names none. */
  crs: string | null;
  /** What GDAL had to remark. */
  complaints: string[];
}

/** A file that GDAL cannot read; the message (Dutch, with GDAL's own words) says why. */
export class VectorFileError extends Error {
  override name = 'VectorFileError';
}

/** With a height it is another CRS by name: WGS 84, ETRS89 and RD with NAP. */
const HORIZONTAL: Record<string, string> = {
  'EPSG:4979': 'EPSG:4326',
  'EPSG:4937': 'EPSG:4258',
  'EPSG:7415': 'EPSG:28992',
};
const IDLE_MS = 30_000;
const entry = fileURLToPath(new URL('./gdal-process.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
let child: ChildProcess | null = null;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;
/** GDAL answers one request at a time. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * The features of one layer of a vector file in any format GDAL reads (GeoPackage, Shapefile, GML, KML, DXF …), two-
 * dimensional, arcs made linear. Throws a VectorFileError when it cannot be read or takes too long.
 */
export function readVector(files: VectorFile[], options: VectorOptions = {}): Promise<VectorReading> {
  const reading = queue.then(() => ask(files, options));
  queue = reading.catch(() => undefined);
  return reading;
}

async function ask(files: VectorFile[], options: VectorOptions): Promise<VectorReading> {
  const main = options.main ?? findMain(files[0]);
  if (!main) throw new VectorFileError('Er is geen bestand om te lezen.');
  const odd = files.find((file) => !/^[^/\\]+$/.test(file.name));
  if (odd) throw new VectorFileError(`"${odd.name}" is geen bestandsnaam.`);
  const gdal = getProcess();
  const id = ++lastId;
  const reply = await new Promise<GdalSuccess | GdalFailure>((resolve, reject) => {
    const timer = setTimeout(() => {
      stopProcess();
      reject(new VectorFileError('Het lezen van het bestand duurde te lang en is gestopt.'));
    }, options.timeoutMs ?? 60_000);
    const onMessage = (message: GdalSuccess | GdalFailure) =>
      message.id === id && done(() => resolve(message));
    const onGone = (cause: unknown) =>
      done(() => {
        child = null;
        reject(new VectorFileError(`GDAL is vastgelopen op dit bestand (${String(cause)}).`));
      });
    function done(finish: () => void) {
      clearTimeout(timer);
      gdal.off('message', onMessage).off('error', onGone).off('exit', onGone);
      finish();
    }
    gdal.on('message', onMessage).on('error', onGone).on('exit', onGone);
    gdal.ref();
    gdal.channel?.ref();
    gdal.send({
      id,
      files,
      main,
      layer: options.layer,
      targetCrs: options.targetCrs,
    } satisfies GdalRequest);
  });
  rest(gdal);
  if ('error' in reply) throw new VectorFileError(`Het bestand is niet te lezen: ${reply.error}`);
  const { features } = JSON.parse(reply.text) as { features: Feature<Geometry | null>[] };
  const { layer, layers, complaints, crs } = reply;
  return { features, layer, layers, complaints, crs: crs === null ? null : (HORIZONTAL[crs] ?? crs) };
}

/** What to open of the first file: a KMZ is a zip, in which the first KML is the document. */
function findMain(file: VectorFile | undefined): string | undefined {
  if (!file || !/\.kmz$/i.test(file.name)) return file?.name;
  const document = listZipEntries(file.bytes).find((name) => /\.kml$/i.test(name));
  if (!document) throw new VectorFileError(`In ${file.name} zit geen KML-bestand.`);
  return `${file.name}/${document}`;
}

function getProcess(): ChildProcess {
  clearTimeout(idle);
  child ??= fork(entry, [], {
    execArgv: ['--import', tsx],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return child;
}

/** An idle process does not keep ours alive, and ends after a while. */
function rest(gdal: ChildProcess): void {
  if (child !== gdal) return;
  gdal.unref();
  gdal.channel?.unref();
  idle = setTimeout(stopProcess, IDLE_MS);
  idle.unref();
}

function stopProcess(): void {
  child?.kill('SIGKILL');
  child = null;
}
