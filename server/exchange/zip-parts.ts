// The parts of a zip, unpacked under a ceiling: what a zip says about its own sizes is not believed.
import { inflateRawSync } from 'node:zlib';
import { excelGrenzen } from '../../data/exchange/lijst.ts';
import { notAWorkbook, WorkbookRefusal } from './refusal.ts';

interface Entry {
  name: string;
  method: number;
  flags: number;
  packedBytes: number;
  headerAt: number;
}

const SIGNATURE = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
const maxBytes = excelGrenzen.uitgepaktMegabytes * 1024 * 1024;

/** Every part by its name. Throws a WorkbookRefusal: not a zip, damaged, locked, too many parts, too large unpacked. */
export function unpackParts(bytes: Uint8Array): Map<string, Buffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Buffer>();
  let left = maxBytes;
  for (const entry of listEntries(file)) {
    if (entry.name.endsWith('/')) continue;
    // Two parts with one name: this reader and the next one might take another.
    if (parts.has(entry.name)) throw notAWorkbook();
    const part = unpack(file, entry, left);
    left -= part.length;
    parts.set(entry.name, part);
  }
  return parts;
}

function listEntries(file: Buffer): Entry[] {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > excelGrenzen.onderdelen) {
    throw new WorkbookRefusal(
      `De werkmap heeft ${count} onderdelen; hoogstens ${excelGrenzen.onderdelen}.`,
      413,
    );
  }
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = count; left > 0; left--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== SIGNATURE.entry) throw notAWorkbook();
    const nameBytes = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameBytes),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      packedBytes: file.readUInt32LE(at + 20),
      headerAt: file.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Offset of the end-of-central-directory record, which stands in the last 64 kB. */
function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - 22 - 0xffff);
  for (let at = file.length - 22; at >= first; at--) {
    if (file.readUInt32LE(at) === SIGNATURE.end) return at;
  }
  throw notAWorkbook();
}

function unpack(file: Buffer, { flags, method, packedBytes, headerAt }: Entry, left: number): Buffer {
  if (flags & 1) {
    throw new WorkbookRefusal('De werkmap is met een wachtwoord beveiligd. Haal het wachtwoord eraf.');
  }
  // A directory without the size leaves it to the reader to guess where the part ends.
  if (packedBytes === 0 && flags & 8) throw notAWorkbook();
  if (headerAt + 30 > file.length || file.readUInt32LE(headerAt) !== SIGNATURE.local) throw notAWorkbook();
  const start = headerAt + 30 + file.readUInt16LE(headerAt + 26) + file.readUInt16LE(headerAt + 28);
  if (start + packedBytes > file.length) throw notAWorkbook();
  const packed = file.subarray(start, start + packedBytes);
  if (method === 0 && packed.length <= left) return packed;
  if (method === 0) throw tooLarge();
  if (method !== 8) throw notAWorkbook();
  try {
    // Zero would mean "no ceiling".
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw notAWorkbook();
  }
}

function tooLarge(): WorkbookRefusal {
  return new WorkbookRefusal(
    `De werkmap is uitgepakt groter dan ${excelGrenzen.uitgepaktMegabytes} MB en wordt niet gelezen.`,
    413,
  );
}
