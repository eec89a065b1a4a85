import type { z } from '@hono/zod-openapi';

const types: Record<string, string> = {
  number: 'een getal, zoals 250 of 0.5',
  int: 'een geheel getal',
  string: 'tekst',
  boolean: 'true of false',
  array: 'een lijst',
  tuple: 'een lijst',
  object: 'een object met velden',
  record: 'een object met velden',
  null: 'null',
  never: 'niets',
};

const formats: Record<string, string> = {
  date: 'een bestaande datum als jaar-maand-dag, zoals 2026-07-01',
  datetime: 'een tijdstip met tijdzone, zoals 2026-07-01T12:00:00+02:00',
  time: 'een tijd, zoals 12:00:00',
  email: 'een e-mailadres',
  url: 'een webadres, zoals https://www.example.nl',
  uuid: 'een uuid',
};

/** The beginnings of zod's own English messages; a message of ours is Dutch already, and goes before. */
const ENGLISH = /^(Invalid|Too |Unrecognized|Expected)/;

/** What would be right, in Dutch, where zod found something wrong. */
export function describeIssue(issue: z.core.$ZodIssue): string {
  if (!ENGLISH.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? 'een ander soort waarde';
    case 'invalid_value':
      return `een van: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return formats[issue.format] ?? `tekst in de vorm ${issue.pattern ?? issue.format}`;
    case 'unrecognized_keys':
      return 'dit veld bestaat niet';
    case 'too_small':
      return `${issue.inclusive === false ? 'meer dan' : 'minstens'} ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `${issue.inclusive === false ? 'minder dan' : 'hoogstens'} ${issue.maximum}${unitOf(issue.origin)}`;
    case 'not_multiple_of':
      return `een veelvoud van ${issue.divisor}`;
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(describeIssue))].join(', of ') || 'een andere waarde';
    default:
      return 'een andere waarde';
  }
}

function unitOf(origin: string): string {
  return { string: ' tekens', array: ' in de lijst', set: ' in de lijst' }[origin] ?? '';
}
