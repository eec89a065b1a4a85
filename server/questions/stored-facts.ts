import type { Queryable } from '../db/database.ts';
import { describeFault } from '../http/fault-log.ts';

export interface StoredFact {
  sleutel: string;
  feit: object;
}

/** What was worked out of places, kept in the database for the next start of the server (schema/020). */
export interface StoredFacts {
  /** The facts known of these places; each only to who brings its text. */
  find(reader: Queryable, vraag: string, editie: string, sleutels: readonly string[]): Promise<StoredFact[]>;
  /**
   * Keeps facts and gives up those of earlier editions. Never throws: what could not be kept is worked out again, and the
   * reason is logged.
   */
  store(vraag: string, editie: string, facts: readonly StoredFact[]): Promise<void>;
}

/** Facts in the database; `writer` may write there. */
export function createStoredFacts(writer: Queryable): StoredFacts {
  return {
    find: (reader, vraag, editie, sleutels) =>
      reader.query<StoredFact>('select sleutel, feit from atlas.bewaarde_feiten($1, $2, $3::text[])', [
        vraag,
        editie,
        [...sleutels],
      ]),
    async store(vraag, editie, facts) {
      try {
        await writer.query(
          `with oud as (delete from atlas.bewaard_feit where vraag = $1::text and editie <> $2::text)
           insert into atlas.bewaard_feit (vraag, editie, sleutel, feit)
           select $1::text, $2::text, sleutel, feit from json_to_recordset($3::json) as f (sleutel text, feit json)
           on conflict do nothing`,
          [vraag, editie, JSON.stringify(facts.map(({ sleutel, feit }) => ({ sleutel, feit })))],
        );
      } catch (error) {
        console.error(`Kept facts of ${vraag}: ${describeFault(error)}`);
      }
    },
  };
}
