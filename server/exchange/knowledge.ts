import type { Gegevens, Registratie } from '../../data/schema/registratie.ts';
import type { Organisaties } from './cell-text.ts';

/** Text by the name of the column; null: nothing. */
export type Lezen = Readonly<Record<string, string | null>>;

/** A record as it is known now, to who asks. */
export interface KnownRecord extends Omit<Registratie, 'mag'> {
  /** What the columns for reading show, by name. */
  lezen: Lezen;
}
export interface KnownProject {
  id: string;
  naam: string | null;
  /** A record of this list may be made here. */
  magNieuw: boolean;
  lezen: Lezen;
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
