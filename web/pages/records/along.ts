import type { Change, ConflictError, RecordBody } from '../../api-records.ts';
import type { Gegevens } from '../../../data/schema/registratie.ts';

/** What a form saves along with its own record, all or none. */
export interface Along {
  /** The other changes; `[]` when the record is saved alone. `gegevens`: the record as it will be. */
  toChanges(gegevens: Gegevens, body: RecordBody): Change[];
  /** What is wrong with a field of those, in words. */
  describe(veld: string, verwacht: string): string;
  /** Somebody else changed one of those meanwhile. Gives what to say about it; null: it is settled, try again. */
  meet(conflict: ConflictError): string | null;
}
