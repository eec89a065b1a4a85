import type { ProjectFacts } from '../../data/questions/question.ts';
import type { Queryable } from '../db/database.ts';
import { createKept } from './kept.ts';
import { readQuestionSql } from './sql.ts';
import type { StoredFact, StoredFacts } from './stored-facts.ts';

/** Facts of places that are kept in memory; a place is a project at one moment, for each set of parameters. */
const keptPlaces = 20_000;
/** Fewer are sooner worked out than looked up in the database, where they hardly ever are. */
const lookedUpFrom = 10;

interface Located {
  id: string;
  /** Null for a project without components. */
  sleutel: string | null;
}
/** The row of a question about all projects. */
export interface RowOfAll {
  /** Of the areas the facts are worked out with. */
  editie: string;
  projecten: Located[];
}
interface Learned extends StoredFact {
  id: string;
  editie: string;
}

export interface FactsOfProjects {
  /** The row with its facts added to every project; the statement runs only for places that were not seen before. */
  addTo<Row extends RowOfAll>(reader: Queryable, row: Row, parameters: Record<string, unknown>): Promise<Row>;
}

/**
 * What a question knows of each project, kept under the text of its place and the edition of the areas, in memory and in
 * the database. A change of one project costs the work of that one, and a start of the server that of none; who may not
 * see a place does not have its text.
 */
export function createFactsOfProjects(
  { sql, toSqlParameters, none }: ProjectFacts<Record<string, unknown>>,
  stored: StoredFacts,
): FactsOfProjects {
  const statement = readQuestionSql(sql);
  const kept = createKept<object>(keptPlaces);

  /** The facts of places that are not in memory: from the database, and else worked out. */
  async function learn(reader: Queryable, editie: string, values: unknown[], places: Located[]) {
    const vraag = JSON.stringify([sql, ...values]);
    const learned: Learned[] = [];
    if (places.length >= lookedUpFrom) {
      const sleutels = places.flatMap(({ sleutel }) => sleutel ?? []);
      const found = await stored.find(reader, vraag, editie, sleutels);
      const facts = new Map(found.map(({ sleutel, feit }) => [sleutel, feit]));
      for (const { id, sleutel } of places) {
        const feit = facts.get(sleutel ?? '');
        if (sleutel !== null && feit) learned.push({ id, sleutel, editie, feit });
      }
    }
    const known = new Set(learned.map(({ id }) => id));
    const unknown = places.map(({ id }) => id).filter((id) => !known.has(id));
    if (unknown.length === 0) return learned;
    // With the edition and the place of that moment: either may have changed since the row was read.
    const rows = await reader.query<Omit<Learned, 'feit'>>(statement, [...values, unknown]);
    const fresh = rows.map(({ id, sleutel, editie: of, ...feit }) => ({ id, sleutel, editie: of, feit }));
    if (fresh[0]) await stored.store(vraag, fresh[0].editie, fresh);
    return [...learned, ...fresh];
  }

  return {
    async addTo(reader, row, parameters) {
      const values = toSqlParameters(parameters);
      const toKey = (editie: string, sleutel: string) => `${editie} ${values.join(' ')} ${sleutel}`;
      const facts = new Map<string, object>();
      const unknown: Located[] = [];
      for (const project of row.projecten) {
        const { id, sleutel } = project;
        const known = sleutel === null ? none : kept.get(toKey(row.editie, sleutel));
        if (known) facts.set(id, known);
        else unknown.push(project);
      }
      if (unknown.length > 0) {
        for (const { id, sleutel, editie, feit } of await learn(reader, row.editie, values, unknown)) {
          kept.set(toKey(editie, sleutel), feit);
          facts.set(id, feit);
        }
      }
      const projecten = row.projecten.map((project) => Object.assign(project, facts.get(project.id) ?? none));
      return { ...row, projecten };
    },
  };
}
