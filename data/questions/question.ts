import type { z } from 'zod';
import type { QuestionDocument } from '../document.ts';
import type { Databron, Verantwoording } from '../schema/bron.ts';
import type { Geometrie } from '../schema/geometrie.ts';
import type { SoortGebied } from '../vocabulary.ts';

/** What a question may look up while it words its answer: names, memberships and sources as loaded now. */
export interface Facts {
  /** The day the answer holds for, ISO. */
  peildatum: string;
  gebieden: readonly GebiedFact[];
  bronnen: readonly Databron[];
  find(soort: SoortGebied, code: string): GebiedFact | null;
  listMemberships(gemeenteCode: string): readonly LidFact[];
}

export interface GebiedFact {
  soort: SoortGebied;
  code: string;
  naam: string;
  indeling: string | null;
  /** Null: no boundary known. */
  oppervlakteM2: number | null;
  provincies: readonly string[];
}

export interface LidFact {
  soort: SoortGebied;
  code: string;
  gemeenteCode: string;
  deel: boolean;
  toelichting: string | null;
}

/** One feature of an answer as GeoJSON. */
export interface AnswerFeature {
  geometrie: Geometrie | null;
  properties: Record<string, unknown>;
}

export type Cell = string | number | boolean | null;

/** What is worked out of each project and kept for as long as it lies where it lies, whoever asks. */
export interface ProjectFacts<Parameters> {
  /**
   * Statement over the ids of projects, its last parameter. Rows: id, sleutel (atlas.ligging_sleutel), editie (of the
   * areas; the row of the question has it too) and the facts.
   */
  sql: string;
  /** Its other parameters. Facts are kept apart for each set of them. */
  toSqlParameters(parameters: Parameters): unknown[];
  /** The facts of a project without components. */
  none: object;
}

/** Everything the engine (server/questions) needs to put one question on the air. */
export interface Question<Row = unknown, Parameters = unknown, Antwoord = unknown> extends QuestionDocument {
  /** 'plek': asked about a geometry or a project, by POST. 'projecten': about all projects, by GET. */
  over: 'plek' | 'projecten';
  parameters: z.ZodType<Parameters>;
  /** Parameters that are the code of an area: a code that does not exist is refused. */
  areaParameters?: Record<string, SoortGebied>;
  /** What a reader must know of every answer, in its verantwoording. */
  opmerkingen?: readonly string[];
  /** The answer as it crosses the wire. */
  antwoord: z.ZodType<{ antwoord: Antwoord; verantwoording: Verantwoording }>;
  /**
   * The parameters of the SQL: after the four of asked.sql for a place, all of them otherwise.
   * `wantsGeometry` when the answer is asked for as GeoJSON.
   */
  toSqlParameters(parameters: Parameters, wantsGeometry: boolean): unknown[];
  /** Only of 'projecten': its row has `projecten` with a `sleutel` each, to which these are added. */
  perProject?: ProjectFacts<Parameters>;
  /** Only of 'plek': the statement for a single point, where the general one does work that a point does not need. */
  sqlPunt?: string;
  /** Only of 'plek': what of the row follows from the place of a project alone, and is kept for as long as it lies there. */
  vanLigging?: readonly (keyof Row & string)[];
  /** Only of 'plek': where what lies there decides how much work a question is, the most it takes on. */
  grens?: {
    /** What would be right, in Dutch; stated in the OpenAPI document too. */
    hoogstens: string;
    isOver(row: Row): boolean;
  };
  /** The answer from the one row of the SQL. A pure function: what it does not know it says. */
  compose(row: Row, facts: Facts, parameters: Parameters): Antwoord;
  /** One line of the CSV for each thing in the answer, with the columns of `kolommen`. */
  toTable(antwoord: Antwoord): Record<string, Cell>[];
  toFeatures(antwoord: Antwoord): AnswerFeature[];
  /** What of the answer its features do not say: further members of the FeatureCollection (RFC 7946 §6.1). */
  toMembers?(antwoord: Antwoord): Record<string, unknown>;
}

/** Checks a question where it is written, and forgets its types where it is run. */
export function defineQuestion<Row, Parameters, Antwoord>(
  question: Question<Row, Parameters, Antwoord>,
): Question<never, never, never> {
  return question as unknown as Question<never, never, never>;
}
