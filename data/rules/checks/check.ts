// What a check of a record looks at and what it says. Checks are pure: the facts come from the database
// (server/records/facts.ts), the judgement is here.
import type { Gegevens } from '../../schema/registratie.ts';

export interface Bevinding {
  veld: string;
  waarde: unknown;
  /** What would be right (Dutch). */
  verwacht: string;
  /** `fout` refuses the save; `letOp` is shown. */
  ernst: 'fout' | 'letOp';
  /** The fields it is about, when more than `veld`: a fault in what a change does not touch is shown, not refused. */
  over?: readonly string[];
}

export interface Buur {
  id: string;
  gegevens: Gegevens;
}

/** What is known around a record; null: not looked up, so that nothing can be said about it. */
export interface Feiten {
  /** Today in the Netherlands, ISO. */
  vandaag: string;
  project: Buur | null;
  /** The other records of its kind in the project. */
  buren: readonly Buur[];
  /** Codes that exist, of those the record names. */
  organisaties: ReadonlySet<string> | null;
  gebieden: ReadonlySet<string> | null;
  projecten: ReadonlySet<string> | null;
  /** `soort/id` of the records of the project that exist, of those the record names. */
  registraties: ReadonlySet<string> | null;
}

export interface Toetsing {
  id: string | null;
  gegevens: Gegevens;
  /** As it was before the change; null for a new record. */
  vorige: Gegevens | null;
  reden: string | null;
  feiten: Feiten;
}

export type Check = (toetsing: Toetsing) => Bevinding[];

export const fout = (
  veld: string,
  waarde: unknown,
  verwacht: string,
  over?: readonly string[],
): Bevinding => ({
  veld,
  waarde,
  verwacht,
  ernst: 'fout',
  ...(over && { over }),
});
export const letOp = (veld: string, waarde: unknown, verwacht: string): Bevinding => ({
  veld,
  waarde,
  verwacht,
  ernst: 'letOp',
});

/** Text of a field; null when it holds none. */
export function textOf(gegevens: Gegevens, veld: string): string | null {
  const value = gegevens[veld];
  return typeof value === 'string' ? value : null;
}

/** Number of a field; null when it holds none. */
export function numberOf(gegevens: Gegevens, veld: string): number | null {
  const value = gegevens[veld];
  return typeof value === 'number' ? value : null;
}

/** Texts of a field; `[]` when it holds none. */
export function textsOf(gegevens: Gegevens, veld: string): string[] {
  const value = gegevens[veld];
  return Array.isArray(value) ? value.map(String) : [];
}

/** A date as people write it here. */
export function toDutchDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day}-${month}-${year}`;
}

export const yearOf = (iso: string): number => Number(iso.slice(0, 4));

/** Faults for a field that must not be before another; none while one of them is empty. */
export function checkOrder(
  gegevens: Gegevens,
  [eerst, later]: readonly [string, string],
  verwacht: (eerst: unknown) => string,
): Bevinding[] {
  const van = gegevens[eerst] as string | number | null | undefined;
  const tot = gegevens[later] as string | number | null | undefined;
  if (van == null || tot == null || tot >= van) return [];
  return [fout(later, tot, verwacht(van), [eerst, later])];
}
