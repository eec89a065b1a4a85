import type { VeldHerkomst } from '../../../data/schema/registratie.ts';

/** One change of the value of a field, as GET …/geschiedenis?veld= tells it; the newest comes first. */
export interface FieldChange {
  van: unknown;
  naar: unknown;
  wanneer: string;
  /** From which day it holds; null: as long as what it replaced. */
  geldigVan: string | null;
  rij: number;
  door: string | null;
  doorOrganisatie: string | null;
  reden: string | null;
  herkomst: VeldHerkomst | null;
}
