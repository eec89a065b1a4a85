// The fields of a question's form, from the JSON Schema that GET /api/v1/vragen gives with it: what is asked is
// written down once, in the question document, and the form follows.

export interface JsonSchema {
  type?: string | readonly string[];
  title?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly JsonSchema[];
  format?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  default?: unknown;
}

export type FieldKind = 'getal' | 'geheel getal' | 'ja of nee' | 'keuze' | 'keuzes' | 'datum' | 'tekst';

export interface QuestionField {
  /** Name in the address and the form: the last part of the path. */
  key: string;
  /** Where the value goes in what is sent. */
  path: readonly string[];
  kind: FieldKind;
  label: string;
  /** How a sentence names this fact when it is missing. */
  name: string;
  options: readonly string[];
  min: number | null;
  max: number | null;
  default: string | null;
}

/** The fields of a schema, those of nested objects included, in the order of the document; `[]` when it asks nothing. */
export function listFields(
  schema: JsonSchema | null | undefined,
  path: readonly string[] = [],
): QuestionField[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([key, given]) => {
    const part = withoutNull(given);
    const here = [...path, key];
    if (part.properties) return listFields(part, here);
    return [toField(key, here, part)];
  });
}

/** Filled-in texts as the values the server expects; empty ones are left out, and text that is no number stays text. */
export function toParameters(
  fields: readonly QuestionField[],
  params: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(params)) {
    if (text.trim() === '') continue;
    // A key the document does not know is sent as it is: the server says what is wrong with it.
    const field = fields.find((each) => each.key === key);
    const path = field?.path ?? [key];
    let target = result;
    for (const part of path.slice(0, -1)) target = (target[part] ??= {}) as Record<string, unknown>;
    target[path.at(-1)!] = field ? toValue(field.kind, text.trim()) : text;
  }
  return result;
}

function toField(key: string, path: readonly string[], schema: JsonSchema): QuestionField {
  const choices = (schema.enum ?? schema.items?.enum ?? []).map(String);
  return {
    key,
    path,
    kind: toKind(schema, choices),
    label: schema.description ?? schema.title ?? key,
    name: schema.title ?? schema.description ?? key,
    options: choices,
    min: schema.minimum ?? schema.exclusiveMinimum ?? null,
    max: schema.maximum ?? null,
    default: schema.default === undefined ? null : String(schema.default),
  };
}

function toKind(schema: JsonSchema, choices: readonly string[]): FieldKind {
  if (schema.type === 'array') return choices.length > 0 ? 'keuzes' : 'tekst';
  if (choices.length > 0) return 'keuze';
  if (schema.type === 'boolean') return 'ja of nee';
  if (schema.type === 'integer') return 'geheel getal';
  if (schema.type === 'number') return 'getal';
  return schema.format === 'date' ? 'datum' : 'tekst';
}

/** What a value is when it may also be null. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const rest = schema.anyOf?.filter(({ type }) => type !== 'null');
  return rest?.length === 1 && rest[0] ? { ...schema, ...rest[0] } : schema;
}

function toValue(kind: FieldKind, text: string): unknown {
  if (kind === 'getal' || kind === 'geheel getal') {
    const number = Number(text.replace(',', '.'));
    return Number.isFinite(number) ? number : text;
  }
  if (kind === 'ja of nee') return text === 'ja' ? true : text === 'nee' ? false : text;
  if (kind === 'keuzes') return text.split(',').map((each) => each.trim());
  return text;
}
