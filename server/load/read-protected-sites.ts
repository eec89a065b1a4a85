import { createReadStream } from 'node:fs';
import type { SourceDocument } from '../../data/document.ts';
import type { LoadContext } from './dataset.ts';
import { type DownloadedFile, downloadFile } from './download-file.ts';
import { hashFile } from './file-cache.ts';
import { findSrsName, type GmlCrs } from './gml.ts';
import { openMembers } from './gml-members.ts';
import { findOfficial } from './official.ts';
import { findSiteCrs, toSiteFeature } from './protected-sites.ts';
import { describeOfficial, type Reading, type SourceFeature, toChecksum } from './reading.ts';
import { RefusalError } from './refusal.ts';

/** Read at once: a member of some MB is put together from few pieces, and a piece is no burden. */
const CHUNK_BYTES = 250_000;

/**
 * The protected sites of a publisher's INSPIRE file: downloaded to disk whole, and read from there member by member
 * while they are written. Null when the document names no such file or its host does not answer. Throws a
 * SourceUnavailableError or a RefusalError.
 */
export async function openProtectedSites(
  source: SourceDocument,
  context: LoadContext,
): Promise<Reading | null> {
  const found = await findOfficial(source, 'inspire-gebieden', context);
  if (!found) return null;
  const { reader, url, cacheDir } = found;
  const { element, minstAantal } = reader;
  const file = await downloadFile(url, {
    cacheDir,
    diskFloorMb: context.config.diskFloorMb,
    onBytes: toWholeMb((done, total) => context.report('lezen', done, total)),
  });
  const crs = await orForget(file, () => findCrs(file, element));
  return {
    ...describeOfficial(source, reader),
    adres: url,
    controlesom: toChecksum(source, await hashFile(file.path)),
    crs: crs.srid,
    listFeatures: async (onRead) => ({
      features: listSites(file, { element, minstAantal, crs }, onRead),
      aantal: null,
      waarschuwingen: [],
      geweigerdeOnderdelen: [],
    }),
  };
}

/** The CRS of the first site; that all others are in it too is looked at when they are read. */
async function findCrs(file: DownloadedFile, element: string): Promise<GmlCrs> {
  const { head, members } = await openMembers(
    readChunks(file, () => undefined),
    element,
  );
  for await (const first of members) return findSiteCrs(first, 1, findSrsName(head));
  throw new Error('A file with a head has a first member.');
}

interface SitesAsked {
  element: string;
  minstAantal: number;
  crs: GmlCrs;
}

async function* listSites(
  file: DownloadedFile,
  { element, minstAantal, crs }: SitesAsked,
  onRead: (doneMb: number, totalMb: number) => void,
): AsyncGenerator<SourceFeature, void, void> {
  try {
    const inMb = toWholeMb(onRead);
    const chunks = readChunks(file, (done) => inMb(done, file.bytes));
    const { head, members } = await openMembers(chunks, element);
    const around = findSrsName(head);
    const ids = new Set<string>();
    let nr = 0;
    for await (const member of members) {
      const feature = toSiteFeature(member, ++nr, crs, around);
      const id = member.attributes['id'];
      if (id !== undefined && ids.has(id))
        throw new RefusalError(`${feature.ref} staat twee keer in het bestand (gml:id ${id}).`);
      // A copy: a piece of a string holds on to the whole text it was cut from.
      if (id !== undefined) ids.add(Buffer.from(id).toString());
      yield feature;
    }
    checkWhole(nr, minstAantal, head.attributes['numberReturned']);
  } catch (error) {
    if (error instanceof RefusalError) await file.forget();
    throw error;
  }
}

/** Some programs write 0 where they did not count; what is no number above that promises nothing. */
function checkWhole(found: number, least: number, promised = '0'): void {
  if (Number(promised) > 0 && Number(promised) !== found)
    throw new RefusalError(`Het bestand belooft ${promised} gebieden en bevat er ${found}.`);
  if (found < least)
    throw new RefusalError(
      `Het bestand bevat ${found} gebieden; voor het hele land zijn het er ten minste ${least}.`,
    );
}

async function orForget<T>(file: DownloadedFile, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RefusalError) await file.forget();
    throw error;
  }
}

async function* readChunks({ path }: DownloadedFile, onRead: (bytes: number) => void) {
  let done = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    yield chunk as Buffer;
    onRead((done += (chunk as Buffer).byteLength));
  }
}

/** Tells of every whole MB once. */
function toWholeMb(tell: (doneMb: number, totalMb: number) => void): (done: number, total: number) => void {
  let last = -1;
  return (done, total) => {
    const doneMb = Math.floor(done / 1e6);
    if (doneMb !== last) tell((last = doneMb), Math.ceil(total / 1e6));
  };
}
