import { createHash } from 'node:crypto';
import { createReadStream, existsSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../errors.ts';

/** Which engine a back-up is of. */
export type BackupKind = 'embedded' | 'postgresql';

const beginnings: [BackupKind, Buffer][] = [
  ['embedded', Buffer.from([0x1f, 0x8b])],
  ['postgresql', Buffer.from('PGDMP')],
];

const toChecksumPath = (path: string): string => `${path}.sha256`;

/**
 * Writes all of `source` to `path` (mode 0600) with its SHA-256 beside it, as `sha256sum -c` reads it. Neither has its
 * name before both are whole and on disk; what fails leaves nothing. Gives the number of bytes. Throws a StartError
 * (Dutch) when the file is there already or the disk is full.
 */
export async function writeBackup(path: string, source: AsyncIterable<Buffer>): Promise<number> {
  for (const one of [path, toChecksumPath(path)])
    if (existsSync(one)) throw new StartError(`${one} bestaat al. Kies met --naar een andere naam.`);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.deel`);
  const temporaryChecksum = `${temporary}.sha256`;
  const clean = (): void => {
    for (const one of [temporary, temporaryChecksum]) rmSync(one, { force: true });
  };
  process.once('exit', clean);
  try {
    await mkdir(dirname(path), { recursive: true });
    const { hash, size } = await writeDurably(temporary, source);
    await writeDurably(temporaryChecksum, [Buffer.from(`${hash}  ${basename(path)}\n`)]);
    await rename(temporaryChecksum, toChecksumPath(path));
    await rename(temporary, path).catch(async (error: unknown) => {
      await rm(toChecksumPath(path), { force: true });
      throw error;
    });
    await syncFolder(dirname(path));
    return size;
  } catch (error) {
    throw explainWriting(error, dirname(path));
  } finally {
    clean();
    process.off('exit', clean);
  }
}

async function writeDurably(path: string, source: AsyncIterable<Buffer> | Iterable<Buffer>) {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const bytes of source) {
      hash.update(bytes);
      size += bytes.length;
      await file.appendFile(bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), size };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The error in Dutch when writing in `folder` failed for want of room or rights; else the error itself. */
export function explainWriting(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof StartError) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code) || /ENOSPC|no space left/i.test(error.message))
    return diskFull(folder);
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/.test(code))
    return new StartError(`In ${folder} kan niet worden geschreven (${error.message}).`);
  return error;
}

export const diskFull = (folder: string): StartError =>
  new StartError(`De schijf van ${folder} is vol. Er is niets bewaard en niets veranderd.`);

/**
 * Reads the whole file and compares it with the checksum beside it; gives the engine it is of. Throws a StartError
 * (Dutch) when it is not there, damaged, or no back-up.
 */
export async function checkBackup(path: string): Promise<BackupKind> {
  if (!(await stat(path).catch(() => null))?.isFile())
    throw new StartError(`Het bestand ${path} is er niet. Er is niets veranderd.`);
  const text = await readFile(toChecksumPath(path), 'utf8').catch(() => '');
  const expected = /^[0-9a-f]{64}\b/.exec(text)?.[0];
  if (!expected)
    throw new StartError(
      `Naast ${path} staat geen controlegetal (${basename(toChecksumPath(path))}). ` +
        'Zet dat erbij; zonder is niet te zien of de back-up heel is. Er is niets veranderd.',
    );
  const hash = createHash('sha256');
  let start = Buffer.alloc(0);
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    if (start.length < 8) start = Buffer.concat([start, bytes.subarray(0, 8)]);
    hash.update(bytes);
  }
  if (hash.digest('hex') !== expected)
    throw new StartError(
      `${path} is beschadigd of niet heel: het controlegetal klopt niet. Er is niets veranderd.`,
    );
  const kind = beginnings.find(([, magic]) => start.subarray(0, magic.length).equals(magic))?.[0];
  if (!kind) throw new StartError(`${path} is geen back-up van de atlas. Er is niets veranderd.`);
  return kind;
}
