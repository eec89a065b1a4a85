// A disk that can be full: a small file system of our own where mounting is allowed (root), else a limit on how far the
// files of the database may grow. What the database meets is the same: a write that is refused.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  folder: string;
  /** Whether it is a file system, of which the room that is left can be measured. */
  isMounted: boolean;
  /** Fills it up to so many MB that are left. */
  fill(leaveMb: number): void;
  /** Makes room again. */
  free(): void;
  remove(): void;
}

/** `processes`: those that write on it, and whose children do. SMALL_DISK=limit: as where mounting is not allowed. */
export function openSmallDisk(sizeMb: number, processes: () => number[]): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'pmiek-disk-'));
  // PostgreSQL runs as somebody else.
  chmodSync(folder, 0o755);
  if (process.env['SMALL_DISK'] !== 'limit' && mount(folder, sizeMb)) return onMount(folder);
  return onLimit(folder, processes);
}

function mount(folder: string, sizeMb: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('No right to mount: the disk is made small by a limit on files.');
    return false;
  }
}

function onMount(folder: string): SmallDisk {
  const filler = join(folder, 'filler');
  return {
    folder,
    isMounted: true,
    fill(leaveMb) {
      const { bavail, bsize } = statfsSync(folder);
      const file = openSync(filler, 'a');
      const piece = Buffer.alloc(256 * 1024);
      for (let left = bavail * bsize - leaveMb * 1e6; left > 0; left -= piece.length) writeSync(file, piece);
      closeSync(file);
    },
    free: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function onLimit(folder: string, processes: () => number[]): SmallDisk {
  const limit = (bytes: string) => {
    for (const pid of processes()) {
      try {
        // As whose process it is: even root may be refused another's.
        const { uid, gid } = statSync(`/proc/${pid}`);
        const options = process.getuid?.() === 0 ? { uid, gid } : {};
        const asked = ['--pid', String(pid), `--fsize=${bytes}:unlimited`];
        execFileSync('prlimit', asked, { ...options, stdio: 'pipe' });
      } catch (error) {
        // A session that ended in the meantime.
        if (existsSync(`/proc/${pid}`)) throw error;
      }
    }
  };
  return {
    folder,
    isMounted: false,
    fill: () => limit(String(1024 * 1024)),
    free: () => limit('unlimited'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
