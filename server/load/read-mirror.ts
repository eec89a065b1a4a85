import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Geometry } from 'geojson';
import type { SourceDocument } from '../../data/document.ts';
import { readVector, VectorFileError } from '../geo/gdal.ts';
import { listZipEntries } from '../geo/zip-entries.ts';
import { toSourceFeatures } from './columns.ts';
import { readCsv } from './csv.ts';
import { describeMirrorDataset, findMirrorDataset, type MirrorDataset, toMirrorPath } from './mirror.ts';
import { describeReading, type Reading, type SourceFeature, toChecksum, toReadFeatures } from './reading.ts';
import { RefusalError } from './refusal.ts';

/**
 * The dataset of `source` in the mirror folder; null when it is not there. Throws a RefusalError when the mirror names
 * a file that cannot be used.
 */
export async function openMirror(
  source: SourceDocument,
  folder: string | undefined,
): Promise<Reading | null> {
  const reader = source.lezers.spiegel;
  if (!reader || !folder) return null;
  const entry = await findMirrorDataset(folder, reader.dataset);
  if (!entry?.bestand) return null;
  const named = toMirrorPath(folder, entry.bestand);
  const beside = reader.naast ? toMirrorPath(folder, dirname(entry.bestand), reader.naast) : named;
  const path = existsSync(beside) ? beside : named;
  if (!existsSync(path))
    throw new RefusalError(`Het bestand "${entry.bestand}" uit bronnen.json is er niet.`);
  const bytes = await readFile(path);
  return {
    ...describeReading(source),
    ...describeMirrorDataset(entry, source.toelichting),
    herkomst: 'spiegel',
    adres: path === named ? entry.bestand : `${dirname(entry.bestand)}/${basename(path)}`,
    controlesom: toChecksum(source, JSON.stringify(entry), bytes),
    listFeatures: async () => toReadFeatures(await parse(source, entry, basename(path), bytes)),
  };
}

async function parse(
  source: SourceDocument,
  entry: MirrorDataset,
  name: string,
  bytes: Buffer,
): Promise<SourceFeature[]> {
  const kolommen = { ...source.kolommen, ...entry.kolommen };
  if (/^geojson/i.test(entry.formaat)) return toSourceFeatures(parseGeoJson(bytes, name), kolommen);
  if (/^csv/i.test(entry.formaat)) return readCsv(bytes.toString('utf8'), kolommen);
  return toSourceFeatures(await parseWithGdal(entry, name, bytes), kolommen);
}

interface JsonFeature {
  id?: string | number;
  properties: Record<string, unknown> | null;
  geometry: Geometry | null;
}

function parseGeoJson(bytes: Buffer, name: string): JsonFeature[] {
  let content: { features?: unknown };
  try {
    content = JSON.parse(bytes.toString('utf8')) as { features?: unknown };
  } catch (error) {
    throw new RefusalError(`${name} is geen geldige GeoJSON: ${(error as Error).message}.`);
  }
  if (!Array.isArray(content?.features)) throw new RefusalError(`${name} is geen FeatureCollection.`);
  return content.features as JsonFeature[];
}

async function parseWithGdal(entry: MirrorDataset, name: string, bytes: Buffer): Promise<JsonFeature[]> {
  const gml = /\.zip$/i.test(name) ? listZipEntries(bytes).find((file) => /\.gml$/i.test(file)) : undefined;
  try {
    const reading = await readVector([{ name, bytes }], gml ? { main: `${name}/${gml}` } : {});
    if (reading.crs !== null && reading.crs !== entry.crs)
      throw new RefusalError(
        `${name} zegt zelf dat het in ${reading.crs} is; bronnen.json zegt ${entry.crs}.`,
      );
    return reading.features;
  } catch (error) {
    if (error instanceof VectorFileError) throw new RefusalError(`${name}: ${error.message}`);
    throw error;
  }
}
