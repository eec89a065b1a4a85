import type { ProjectFacts } from '../../data/questions/question.ts';
import type { Queryable } from '../db/database.ts';
import { createKept } from './kept.ts';
import { readQuestionSql } from './sql.ts';

/** Facts of places that are kept; a place is a project at one moment, for each set of parameters. */
const keptPlaces = 20_000;

interface Located {
  id: string;
  /** Null for a project without components. */
  sleutel: string | null;
}
/** The row of a question about all projects. */
export interface RowOfAll {
  stempel: string;
  projecten: Located[];
}

export interface FactsOfProjects {
  /** The row with its facts added to every project; the statement runs only for places that were not seen before. */
  addTo<Row extends RowOfAll>(reader: Queryable, row: Row, parameters: Record<string, unknown>): Promise<Row>;
}

/**
 * What a question knows of each project, kept under the text of its place and the edition of the areas. A change of one
 * project costs the work of that one; who may not see a place does not have its text.
 */
export function createFactsOfProjects({
  sql,
  toSqlParameters,
  none,
}: ProjectFacts<Record<string, unknown>>): FactsOfProjects {
  const statement = readQuestionSql(sql);
  const kept = createKept<object>(keptPlaces);
  return {
    async addTo(reader, row, parameters) {
      const values = toSqlParameters(parameters);
      const edition = JSON.stringify([row.stempel, values]);
      const toKey = (sleutel: string) => `${edition} ${sleutel}`;
      const facts = new Map<string, object>();
      for (const { id, sleutel } of row.projecten) {
        const known = sleutel === null ? none : kept.get(toKey(sleutel));
        if (known) facts.set(id, known);
      }
      const unknown = row.projecten.filter(({ id }) => !facts.has(id)).map(({ id }) => id);
      if (unknown.length > 0) {
        const found = await reader.query<Located & { sleutel: string }>(statement, [...values, unknown]);
        for (const { id, sleutel, ...fact } of found) {
          kept.set(toKey(sleutel), fact);
          facts.set(id, fact);
        }
      }
      const projecten = row.projecten.map((project) => Object.assign(project, facts.get(project.id) ?? none));
      return { ...row, projecten };
    },
  };
}
