import type { JsonSchema, OgcCollection } from './collection.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** JSON Schema 2020-12 of what may be null; OpenAPI 3.0 has a word of its own for it. */
function toPlain({ nullable, ...schema }: JsonSchema): JsonSchema {
  const inner = Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [
      name,
      name === 'items' ? toPlain(value as JsonSchema) : value,
    ]),
  );
  if (!nullable) return inner;
  return 'type' in inner && !('enum' in inner) ? { ...inner, type: [inner['type'], 'null'] } : inner;
}

/** Every property a feature of the collection may have, with its meaning (`/schema`). */
export function describeSchema(at: string, { titel, properties, geom, key }: OgcCollection): object {
  return {
    $schema: dialect,
    $id: `${at}/schema`,
    type: 'object',
    title: titel,
    properties: {
      id: { type: key.type === 'bigint' ? 'integer' : 'string', 'x-ogc-role': 'id', readOnly: true },
      ...Object.fromEntries(properties.map(({ name, schema }) => [name, toPlain(schema)])),
      geometry: geom.schema,
    },
  };
}

/** The properties one can filter by, each as a query parameter of the same name (`/queryables`). */
export function describeQueryables(at: string, { titel, filters }: OgcCollection): object {
  return {
    $schema: dialect,
    $id: `${at}/queryables`,
    type: 'object',
    title: titel,
    properties: Object.fromEntries(
      filters.map(({ name, description, values }) => [
        name,
        { title: name, type: 'string', description, ...(values && { enum: values }) },
      ]),
    ),
    additionalProperties: false,
  };
}
