import { statfs } from 'node:fs/promises';
import { DiskFullError } from './errors.ts';

/**
 * Room that must be left before somebody's change is begun. A log file of the database is 16 MB, and a change of a
 * thousand rows takes some 30 MB: with less, the database would stop in the middle, and could not even start again.
 */
export const DISK_FLOOR_MB = 64;
/** How long what was measured counts. */
const MEASURED_MS = 500;
const LOG_EVERY_MS = 60_000;

/** Throws a DiskFullError when too little room is left. */
export type DiskCheck = () => Promise<void>;

/** The room on the disk of `folder`, in MB. Throws when there is no such folder. */
export async function measureFreeMb(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return (bavail * bsize) / 1e6;
}

/** Watches the room on the disk of `folder`: less than `floorMb` is too little; 0 = whatever is left will do. */
export function watchDisk(folder: string, floorMb = DISK_FLOOR_MB): DiskCheck {
  let measured: { at: number; freeMb: number } | undefined;
  return async () => {
    if (floorMb === 0) return;
    const now = performance.now();
    if (!measured || now - measured.at > MEASURED_MS) {
      measured = { at: now, freeMb: await measureFreeMb(folder) };
    }
    if (measured.freeMb >= floorMb) return;
    throw noteDiskFull(`${measured.freeMb.toFixed(0)} MB left where ${folder} is, and ${floorMb} MB must be`);
  };
}

let toldAt = -Infinity;

/** The error for who asked; whoever keeps the atlas running reads `why` in the log, once a minute. */
export function noteDiskFull(why: string, cause?: unknown): DiskFullError {
  if (performance.now() - toldAt > LOG_EVERY_MS) {
    toldAt = performance.now();
    console.error(`The disk is full, changes are refused until there is room: ${why}`);
  }
  return new DiskFullError({ cause });
}
