import { execFileSync } from 'node:child_process';

const list = (columns: string): string[][] =>
  execFileSync('ps', ['-eo', columns], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/));

/**
 * Those of `pids` that run. One that has ended and whose parent was killed stays listed as a zombie (Z) until the
 * first process of the machine looks after it, which takes seconds: it runs no more.
 */
export function listRunning(pids: readonly number[]): number[] {
  const states = new Map(list('pid=,stat=').map(([pid, state]) => [Number(pid), state!]));
  return pids.filter((pid) => states.has(pid) && !states.get(pid)!.startsWith('Z'));
}

/** Ids of all processes below `pid`. */
export function listDescendants(pid: number): number[] {
  const parents = list('pid=,ppid=').map((row) => row.map(Number) as [number, number]);
  const below = (parent: number): number[] =>
    parents.filter(([, of]) => of === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}
