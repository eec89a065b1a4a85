// What the columns for reading show: words from beside the record, that the file does not change.
import { partijRecord, projectRecord } from '../../data/records/index.ts';
import { faseLabels, type Fase } from '../../data/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { toSourceSql } from '../records/row-sql.ts';
import { SEPARATOR, toOrganisatieText, type Organisaties } from './cell-text.ts';
import type { Lezen } from './knowledge.ts';

interface Row {
  id: string;
  naam: string | null;
  fase: Fase | null;
  gemeenten: string[];
  partijen: { organisatie: string; rol: string }[] | null;
}

/** By project: its name, fase, parties and gemeenten in words. Projects that may not be seen are absent. */
export async function listLezen(
  db: Queryable,
  projectIds: readonly string[],
  organisaties: Organisaties,
): Promise<Map<string, Lezen>> {
  const rows = await db.query<Row>(
    `select r.id, r.naam, r.fase, r.gemeenten,
       (select json_agg(json_build_object('organisatie', p.organisatie, 'rol', p.rol) order by p.rol desc, p.organisatie)
        from ${toSourceSql(partijRecord)} p where p.project_id = r.id) as partijen
     from ${toSourceSql(projectRecord)} r where r.id = any($1::text[])`,
    [projectIds],
  );
  const toText = (code: string): string => toOrganisatieText(code, organisaties);
  return new Map(
    rows.map(({ id, naam, fase, gemeenten, partijen }) => [
      id,
      {
        projectnaam: naam,
        fase: fase && faseLabels[fase],
        partijen: join((partijen ?? []).map(({ organisatie, rol }) => `${toText(organisatie)}, ${rol}`)),
        gemeenten: join((gemeenten ?? []).map(toText)),
      },
    ]),
  );
}

const join = (parts: readonly string[]): string | null => parts.join(SEPARATOR) || null;
