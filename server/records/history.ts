import type { RecordDocument } from '../../data/document.ts';
import type { Registratie } from '../../data/schema/registratie.ts';
import type { Queryable } from '../db/database.ts';
import { listSql, toRegistratie } from './read.ts';
import { toVersionsSql } from './row-sql.ts';

/** Every version of a record that may be seen, newest first; `[]` when there is none. */
export async function listVersions(
  db: Queryable,
  document: RecordDocument,
  id: string,
  srid: number,
): Promise<Registratie[]> {
  const rows = await db.query<Parameters<typeof toRegistratie>[0]>(
    listSql(
      document,
      toVersionsSql(document),
      '$2::int',
      'r.id = $1',
      'r.bekend_van desc, r.geldig_van desc nulls last, r.rij desc',
    ),
    [id, srid],
  );
  return rows.map(toRegistratie);
}

/** One change of the value of a field. */
export interface Verandering {
  van: unknown;
  naar: unknown;
  wanneer: string;
  /** From which day it holds; null: as long as what it replaced. */
  geldigVan: string | null;
  rij: number;
  door: string | null;
  doorOrganisatie: string | null;
  reden: string | null;
  herkomst: unknown;
}

/** The changes of one field, newest first: a version is held against the one whose place it took. */
export function listChanges(versies: readonly Registratie[], veld: string): Verandering[] {
  return versies.flatMap(({ gegevens, versie }) => {
    const earlier = versies.find(
      (other) => other.versie.bekendTot === versie.bekendVan && overlaps(other.versie, versie),
    );
    const van = earlier?.gegevens[veld] ?? null;
    const naar = gegevens[veld] ?? null;
    if (
      JSON.stringify(van) === JSON.stringify(naar) ||
      (Array.isArray(naar) && naar.length === 0 && van === null)
    )
      return [];
    const { bekendVan, geldigVan, rij, door, doorOrganisatie, reden, herkomst } = versie;
    return [
      {
        van,
        naar,
        wanneer: bekendVan,
        geldigVan,
        rij,
        door,
        doorOrganisatie,
        reden,
        herkomst: herkomst[veld] ?? null,
      },
    ];
  });
}

interface Period {
  geldigVan: string | null;
  geldigTot: string | null;
}

function overlaps(a: Period, b: Period): boolean {
  const [startsA, endsA] = [a.geldigVan ?? '', a.geldigTot ?? '9999'];
  const [startsB, endsB] = [b.geldigVan ?? '', b.geldigTot ?? '9999'];
  return startsA < endsB && startsB < endsA;
}
