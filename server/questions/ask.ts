import type { PlaceRow } from '../../data/questions/place.ts';
import type { Question } from '../../data/questions/question.ts';
import type { Verantwoording } from '../../data/schema/bron.ts';
import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { AreaRegister } from '../areas/register.ts';
import type { Atlas } from '../atlas.ts';
import type { Reader } from '../db/reader.ts';
import type { AskedGeometry } from '../geometry/read.ts';
import { toValidityFault } from '../geometry/validity.ts';
import type { Srid } from '../http/crs.ts';
import { toInvalid, toNotFound, toShown, type Problem } from '../http/problem.ts';
import { createKeptRows, type KeptRows } from './kept-rows.ts';
import { createPlaceRows, type PlaceRows } from './place-rows.ts';
import { createFactsOfProjects, type FactsOfProjects, type RowOfAll } from './project-facts.ts';
import { readQuestionSql } from './sql.ts';
import type { StoredFacts } from './stored-facts.ts';
import { toVerantwoording } from './verantwoording.ts';

/** A place to ask about: a geometry that passed the door, or a project. */
export type Place = { geometry: AskedGeometry; veld: string } | { projectId: string };

export interface Answer {
  antwoord: unknown;
  verantwoording: Verantwoording;
}

/** A question with its statement read. */
export interface Prepared {
  question: Question<PlaceRow, Record<string, unknown>, unknown>;
  sql: string;
  rows: PlaceRows;
  /** Of a question about all projects. */
  facts: FactsOfProjects | null;
  kept: KeptRows<PlaceRow>;
}

/** Rows of one question about all projects that stay in memory: one for each reader and distance asked for. */
const keptPerQuestion = 12;

/** Reads the statement of a question; its types end here, where one engine runs them all. */
export function prepare(question: Question<never, never, never>, stored: StoredFacts): Prepared {
  const known = question as unknown as Prepared['question'];
  return {
    question: known,
    sql: readQuestionSql(known.sql),
    rows: createPlaceRows(known),
    facts: known.perProject ? createFactsOfProjects(known.perProject, stored) : null,
    kept: createKeptRows(keptPerQuestion),
  };
}

/**
 * Answers a question about a place in one round trip. Geometry in the answer is in `srid`; `wantsGeometry` when it is
 * asked for as GeoJSON.
 * Throws a 400 Problem for an invalid geometry or one that is too much work, and a 404 Problem for a project that does not exist.
 */
export async function askAboutPlace(
  reader: Reader,
  { registers, turnstile }: Atlas,
  { question, rows }: Prepared,
  place: Place,
  parameters: Record<string, unknown>,
  { srid, wantsGeometry }: { srid: Srid; wantsGeometry: boolean },
): Promise<Answer> {
  const geometry = 'geometry' in place ? place.geometry : null;
  const projectId = 'projectId' in place ? place.projectId : null;
  const values = question.toSqlParameters(parameters, wantsGeometry);
  const row = await turnstile.pass(() => rows.find(reader, place, srid, values));
  if (!row) throw new Error(`The statement of ${question.naam} always gives one row.`);
  if (projectId !== null && !row.project)
    throw toNotFound(`Er is geen project met nummer ${toShown(projectId)}.`);
  if (row.keuring && !row.keuring.geldig && 'veld' in place) {
    throw toInvalid([toValidityFault(place.veld, row.keuring)]);
  }
  if (question.grens?.isOver(row)) throw toTooMuch(place, question.grens.hoogstens);
  const register = await registers.getAt(row.stempel);
  // The geometry that was sent is the one that was computed with.
  const geometrie: Geometrie | null = row.geometrie ?? geometry?.geometrie ?? null;
  return compose(question, register, { ...row, geometrie }, parameters);
}

function toTooMuch(place: Place, verwacht: string): Problem {
  const [veld, waarde] =
    'geometry' in place ? [place.veld, toShown(place.geometry.geometrie)] : ['projectId', place.projectId];
  return toInvalid([{ veld, waarde, verwacht }]);
}

/** Answers a question about all projects. Its rows are kept until something changes: many ask, little moves. */
export async function askAboutProjects(
  reader: Reader,
  { registers, projects }: Atlas,
  { question, sql, facts, kept }: Prepared,
  parameters: Record<string, unknown>,
  wantsGeometry: boolean,
): Promise<Answer> {
  const values = question.toSqlParameters(parameters, wantsGeometry);
  const key = JSON.stringify([reader.profile, values, question.perProject?.toSqlParameters(parameters)]);
  const row = await kept.get(await projects.getStamp(reader), key, async () => {
    const [first] = await reader.query<PlaceRow>(sql, values);
    if (!first) throw new Error(`The statement of ${question.naam} always gives one row.`);
    return facts ? facts.addTo(reader, first as PlaceRow & RowOfAll, parameters) : first;
  });
  return compose(question, await registers.getAt(row.stempel), row, parameters);
}

function compose(
  question: Prepared['question'],
  register: AreaRegister,
  row: PlaceRow,
  parameters: Record<string, unknown>,
): Answer {
  refuseUnknownAreas(question, register, parameters);
  const given = parameters['peildatum'];
  const peildatum = typeof given === 'string' ? given : new Date().toISOString().slice(0, 10);
  const facts = {
    peildatum,
    gebieden: register.gebieden,
    bronnen: register.bronnen,
    find: register.find,
    listMemberships: register.listMemberships,
  };
  const sources = row.project ? [...question.verantwoording, 'projecten'] : question.verantwoording;
  return {
    antwoord: question.compose(row, facts, parameters),
    verantwoording: toVerantwoording(register, [...new Set(sources)], peildatum, question.opmerkingen),
  };
}

/** A code that does not exist is a mistake, not an answer without projects. */
function refuseUnknownAreas(
  { areaParameters = {} }: Prepared['question'],
  register: AreaRegister,
  parameters: Record<string, unknown>,
): void {
  const errors = Object.entries(areaParameters).flatMap(([veld, soort]) => {
    const code = parameters[veld];
    if (typeof code !== 'string' || register.find(soort, code)) return [];
    const known = register.gebieden.filter((gebied) => gebied.soort === soort).map((gebied) => gebied.code);
    return [{ veld, waarde: toShown(code), verwacht: `een van: ${known.slice(0, 60).join(', ')}` }];
  });
  if (errors.length > 0) throw toInvalid(errors);
}
