import type { PlaceRow } from '../../data/questions/place.ts';
import type { Question } from '../../data/questions/question.ts';
import type { Queryable } from '../db/database.ts';
import type { Srid } from '../http/crs.ts';
import type { Place } from './ask.ts';
import { createKept } from './kept.ts';
import { readQuestionSql } from './sql.ts';

export interface PlaceRows {
  /** The row of the question about this place, as `reader` may see it; undefined never, but for a broken statement. */
  find(reader: Queryable, place: Place, srid: Srid, parameters: unknown[]): Promise<PlaceRow | undefined>;
}

/** Projects of which the spatial part is kept, and how large a geometry may be to be kept with it. */
const keptProjects = 1_000;
const keptCharacters = 100_000;

/**
 * The rows of one question about a place. A point takes the shorter statement where there is one. Of a project the
 * spatial part is kept under the text of its place (atlas.ligging_sleutel) and the edition of the areas: it can only be
 * found by who may see that same place, and a change of either makes another key.
 */
export function createPlaceRows({
  sql,
  sqlPunt,
  vanLigging,
}: Pick<Question<PlaceRow>, 'sql' | 'sqlPunt' | 'vanLigging'>): PlaceRows {
  const whole = readQuestionSql(sql);
  const point = sqlPunt ? readQuestionSql(sqlPunt) : null;
  const head = readQuestionSql('asked-project.sql');
  const kept = createKept<Partial<PlaceRow>>(keptProjects);

  async function findByProject(reader: Queryable, projectId: string, srid: Srid, parameters: unknown[]) {
    const ask = async () => {
      const [row] = await reader.query<PlaceRow>(whole, [null, 4326, projectId, srid, ...parameters]);
      return row;
    };
    if (!vanLigging) return ask();
    const toKey = ({ stempel, sleutel }: PlaceRow) => JSON.stringify([stempel, sleutel, srid, parameters]);
    const [known] = await reader.query<PlaceRow>(head, [projectId]);
    if (!known?.project || !known.sleutel) return ask();
    const part = kept.get(toKey(known));
    if (part) return { ...part, ...known };
    const row = await ask();
    if (row?.sleutel && JSON.stringify(row.geometrie).length <= keptCharacters) {
      kept.set(toKey(row), Object.fromEntries(vanLigging.map((name) => [name, row[name]])));
    }
    return row;
  }

  return {
    async find(reader, place, srid, parameters) {
      if ('projectId' in place) return findByProject(reader, place.projectId, srid, parameters);
      const { geometrie, srid: askedSrid } = place.geometry;
      const statement = point && geometrie.type === 'Point' ? point : whole;
      const values = [JSON.stringify(geometrie), askedSrid, null, srid, ...parameters];
      const [row] = await reader.query<PlaceRow>(statement, values);
      return row;
    },
  };
}
