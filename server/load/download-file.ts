import { type FileHandle, open } from 'node:fs/promises';
import { DISK_FLOOR_MB, measureFreeMb } from '../db/disk-space.ts';
import { type FileCache, openFileCache } from './file-cache.ts';
import { type Attempt, FinalAnswer, type PatienceOptions, tooLarge, withPatience } from './patience.ts';

export interface DownloadFileOptions extends PatienceOptions {
  /** Folder for the copy on disk. */
  cacheDir: string;
  /** Without a byte for this long a try is given up. */
  silenceMs?: number;
  /** Past this the file is not read on. */
  mostBytes?: number;
  /** Room (MB) that must be left on the disk when all of it has come. */
  diskFloorMb?: number;
  /** Bytes on disk; `total` is 0 when the publisher does not say how many there are. */
  onBytes?(done: number, total: number): void;
}

/** A file of a publisher, whole on disk. */
export interface DownloadedFile {
  path: string;
  bytes: number;
  /** Takes it off the disk: whatever is wrong with it must not come from there a second time. */
  forget(): Promise<void>;
}

/**
 * The file at `url`, written to disk as it comes in, so that it takes no memory. What has come before a connection
 * broke, also in an earlier run, is not asked for again when the publisher gives a strong ETag that still holds and
 * answers to Range; a whole file with an ETag costs only a question. Throws a SourceUnavailableError when it does not
 * come, not even with patience, when it is larger than `mostBytes`, or when the disk has no room for it.
 */
export async function downloadFile(url: string, options: DownloadFileOptions): Promise<DownloadedFile> {
  const cache = await openFileCache(options.cacheDir, url);
  const bytes = await withPatience(url, options, () => downloadOnce(url, cache, options));
  return { path: cache.path, bytes, forget: cache.clear };
}

async function downloadOnce(
  url: string,
  cache: FileCache,
  options: DownloadFileOptions,
): Promise<Attempt<number>> {
  const known = await cache.find();
  const onDisk = known ? await cache.measure() : 0;
  const isWhole = known !== null && known.isWhole && onDisk > 0;
  const canGoOn = known !== null && !isWhole && onDisk > 0 && isStrong(known.etag);
  const silence = watchSilence(options.silenceMs ?? 60_000);
  try {
    const response = await fetch(url, {
      signal: silence.signal,
      // Packed, its length would say nothing of the file.
      headers: {
        'accept-encoding': 'identity',
        ...(isWhole && known.etag && { 'if-none-match': known.etag }),
        ...(canGoOn && { range: `bytes=${onDisk}-`, 'if-range': known.etag! }),
      },
    });
    const { status, headers } = response;
    if (status === 304 && isWhole && known.etag) return { status, headers, answer: onDisk };
    const write = (part: Part) => receive(response.body, part, url, cache, options, silence.heard);
    const part = toPart(response, canGoOn ? { etag: known.etag, onDisk } : null);
    if (part) return { status, headers, answer: await write(part) };
    await response.body?.cancel();
    if (!canGoOn || (status !== 206 && status !== 416)) return { status, headers, answer: null };
    // What lies on disk cannot be completed: the next try begins again.
    await cache.clear();
    throw new Error('het vervolg sluit niet aan op wat er al was');
  } finally {
    silence.stop();
  }
}

/** What an answer holds of the file. */
interface Part {
  etag: string | null;
  /** First byte. */
  start: number;
  /** Length of the whole file; null when the publisher does not say. */
  total: number | null;
}

/** The part in an answer: the whole file, or what comes behind what is there; null when it is neither. */
function toPart(
  { status, headers }: Response,
  had: { etag: string | null; onDisk: number } | null,
): Part | null {
  const etag = headers.get('etag');
  // What is packed although that was not asked is unpacked on the way: its lengths are those of another body.
  const isPacked = headers.has('content-encoding');
  if (status === 200) {
    const length = isPacked ? null : headers.get('content-length');
    return { etag, start: 0, total: length === null ? null : Number(length) };
  }
  const range = headers.get('content-range')?.match(/^bytes (\d+)-\d+\/(\d+|\*)$/);
  if (status !== 206 || isPacked || !range || Number(range[1]) !== had?.onDisk) return null;
  if (etag !== null && etag !== had.etag) return null;
  return { etag: had.etag, start: had.onDisk, total: range[2] === '*' ? null : Number(range[2]) };
}

/** Writes a part behind what is on disk; gives the length of the whole. */
async function receive(
  body: Response['body'],
  { etag, start, total }: Part,
  url: string,
  cache: FileCache,
  { mostBytes = 1e9, diskFloorMb = DISK_FLOOR_MB, onBytes }: DownloadFileOptions,
  onHeard: () => void,
): Promise<number> {
  // An older version is of no use any more, and its room is.
  if (start === 0) await cache.clear();
  let done = start;
  try {
    if ((total ?? 0) > mostBytes) throw tooLarge(url, mostBytes);
    await checkRoom(url, cache.folder, ((total ?? done) - done) / 1e6 + diskFloorMb);
    await cache.note({ etag, isWhole: false });
    const file = await open(cache.path, 'a');
    try {
      for await (const chunk of body ?? []) {
        onHeard();
        done += chunk.byteLength;
        if (done > mostBytes) throw tooLarge(url, mostBytes);
        await writeAll(file, chunk);
        onBytes?.(done, total ?? 0);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    // What will not fit another time either must not stay and take room.
    if (error instanceof FinalAnswer) await cache.clear();
    throw error;
  }
  if (total !== null && done !== total) throw new Error(`${done} van de ${total} bytes`);
  await cache.note({ etag, isWhole: true });
  return done;
}

async function checkRoom(url: string, folder: string, neededMb: number): Promise<void> {
  const freeMb = await measureFreeMb(folder);
  if (freeMb < neededMb)
    throw new FinalAnswer(
      `Voor het bestand van ${new URL(url).host} is te weinig ruimte op de schijf: ${Math.floor(freeMb)} MB vrij, nodig is ${Math.ceil(neededMb)} MB.`,
    );
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  try {
    for (let at = 0; at < chunk.byteLength;) at += (await file.write(chunk, at)).bytesWritten;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new FinalAnswer('De schijf is vol geraakt bij het ophalen.');
  }
}

/** Only a strong ETag promises that two answers are the same byte for byte. */
function isStrong(etag: string | null): boolean {
  return etag !== null && !etag.startsWith('W/');
}

/** Ends a request when nothing has been heard for `ms`. */
function watchSilence(ms: number) {
  const controller = new AbortController();
  const giveUp = () => controller.abort(new DOMException('Nothing was heard.', 'TimeoutError'));
  let timer = setTimeout(giveUp, ms);
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, ms);
    },
    stop: () => clearTimeout(timer),
  };
}
