import type { AreaRegister } from '../areas/register.ts';
import type { Atlas } from '../atlas.ts';
import type { Reader } from '../db/reader.ts';
import type { SoortGebied } from '../../data/vocabulary.ts';

/** A fragment of JSON Schema, as it stands in the schema of a collection and in the OpenAPI document. */
export type JsonSchema = Record<string, unknown>;

/** One property of a feature: its name as in /api/v1, what it means, and where it stands in the database. */
export interface OgcProperty {
  name: string;
  schema: JsonSchema;
  /** SQL expression over the `from` of the collection; left out when `complete` gives the value. */
  sql?: string;
}

/** A query parameter that narrows the features to those with one of the values given. */
export interface OgcFilter {
  name: string;
  description: string;
  /** The values there are; left out: any text, or the codes of `soort`. */
  values?: readonly string[];
  /** The values are codes of these areas. */
  soort?: SoortGebied;
  /** What is bound in place of the values asked for; the values themselves when left out. */
  toBound?: (values: readonly string[], register: AreaRegister) => string[];
  /** Condition with `$` where the bound list (text[]) goes. */
  sql: string;
}

/** What a feature has beside the columns of its row; null when it is no longer there for who asks. */
export type Complete = (id: string, own: Record<string, unknown>) => Record<string, unknown> | null;

/** One collection of OGC API Features: everything the engine needs to describe it and to page through it. */
export interface OgcCollection {
  id: string;
  titel: string;
  omschrijving: string;
  /** Ids of the datasets it rests on, of those that are loaded. */
  listBronnen: (register: AreaRegister) => string[];
  /** Whether its borders are worth nothing for decisions when its source is schematic. */
  hasBoundaries: boolean;
  /** Fixed SQL: the rows, with everything `where` always asks. */
  from: string;
  where: string;
  /** Unique and indexed: pages go by it. */
  key: { sql: string; type: 'text' | 'bigint' };
  /** Geometry in RD New (EPSG:28992). */
  geom: { sql: string; schema: JsonSchema; isNullable: boolean };
  /**
   * For large tables: where its shapes are (as `v`), to see whether a box holds many of them, and the condition for a box
   * that does not, with `$` for the box, which an index of shapes answers.
   */
  large?: { shapes: string; inNarrowBox: string };
  /** Where its extent is taken from, when not simply from `geom`; also what is drawn around it counts. */
  extent?: { from: string; geom: string };
  properties: readonly OgcProperty[];
  complete?: (atlas: Atlas, reader: Reader) => Promise<Complete>;
  filters: readonly OgcFilter[];
  /**
   * 'kijkmoment': every feature is a version, the moment asked for chooses which; columns: from and to (not included)
   * which day a feature holds; null: its features carry no time.
   */
  tijd: 'kijkmoment' | { van: string; tot: string } | null;
  /** Whether counting all that match is cheap. */
  isCounted: boolean;
  /** The tiles its features are drawn in, and the layers in them that are of this collection. */
  tegels: {
    laag: 'gebieden' | 'projecten' | 'plannen' | 'beschermd' | 'hoogspanning';
    lagen: string[];
  } | null;
}

export const text = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  nullable: true,
  description,
  ...more,
});

export type GeometryKind = 'point' | 'linestring' | 'polygon' | 'any';

/** JSON Schema of a GeoJSON geometry, as OGC API Features (Part 5) writes it: of one part or of more, unless any will do. */
export const geometryOf = (kind: GeometryKind, description: string): JsonSchema => ({
  title: 'Ligging',
  description,
  format: kind === 'any' ? 'geometry-any' : `geometry-${kind}-or-multi${kind}`,
  'x-ogc-role': 'primary-geometry',
});
