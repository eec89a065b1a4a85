import type { Gegevens } from '../../data/schema/registratie.ts';
import type { Organisaties } from './cell-text.ts';

export interface KnownRecord {
  id: string;
  projectId: string;
  rij: number;
  gegevens: Gegevens;
  /** Who made this version, and when. */
  door: string | null;
  sinds: string;
  magWijzigen: boolean;
  /** What the columns for reading show now, by name. */
  lezen: Record<string, string | null>;
}
export interface KnownProject {
  id: string;
  naam: string | null;
  /** A record of this list may be made here. */
  magNieuw: boolean;
  lezen: Record<string, string | null>;
}

/** What the atlas knows of the rows in a file, for who handed it in. */
export interface Knowledge {
  records: ReadonlyMap<string, KnownRecord>;
  /** The version a row was downloaded with, by `id rij`. */
  basis: ReadonlyMap<string, Gegevens>;
  projecten: ReadonlyMap<string, KnownProject>;
  organisaties: Organisaties;
}
export const toBasisKey = (id: string, rij: number): string => `${id} ${rij}`;

/** A version to be written. `rij`: the version it rests on; both null for a new record. */
export interface RowToWrite {
  id: string | null;
  rij: number | null;
  projectId: string;
  gegevens: Gegevens;
}
