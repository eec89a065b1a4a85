import { join } from 'node:path';
import type { SourceDocument } from '../../data/document.ts';
import type { OfficialReader } from '../../data/readers.ts';
import type { Config } from '../config.ts';
import type { LoadContext } from './dataset.ts';
import { listMissing, type ReaderSettings } from './reader-settings.ts';

type ReaderOf<S extends OfficialReader['soort']> = Extract<OfficialReader, { soort: S }>;

/** A publisher's own source that answers. */
export interface Official<R extends OfficialReader> {
  reader: R;
  /** Where it is asked: the address of the reader, or the one that was given for it. */
  url: string;
  settings: ReaderSettings;
  /** Folder for what is fetched: an interrupted load goes on with it. It may be emptied. */
  cacheDir: string;
}

/**
 * The publisher's own source of a dataset; null when the document names none of this kind, a setting that it wants is
 * not there, or its host does not answer.
 */
export async function findOfficial<S extends OfficialReader['soort']>(
  source: SourceDocument,
  soort: S,
  { config, isReachable }: Pick<LoadContext, 'config' | 'isReachable'>,
): Promise<Official<ReaderOf<S>> | null> {
  const reader = source.lezers.officieel;
  if (!reader || !isOf(reader, soort)) return null;
  const url = findUrl(reader, config);
  if (url === null || !(await isReachable(url))) return null;
  const { readerSettings: settings = {}, dataDir } = config;
  return { reader, url, settings, cacheDir: join(dataDir, 'opgehaald') };
}

/** Where a reader is asked; null while a setting that it wants is not there: then it is left alone. */
export function findUrl(
  reader: OfficialReader,
  { readerSettings = {} }: Pick<Config, 'readerSettings'>,
): string | null {
  if (listMissing(reader, readerSettings).length > 0) return null;
  return 'url' in reader ? reader.url : readerSettings[reader.instellingen[0].naam]!;
}

function isOf<S extends OfficialReader['soort']>(reader: OfficialReader, soort: S): reader is ReaderOf<S> {
  return reader.soort === soort;
}
