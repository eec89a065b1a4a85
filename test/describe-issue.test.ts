// Whatever zod finds wrong is told in Dutch, and says what would be right.
import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeIssue } from '../server/http/describe-issue.ts';

const cases: [z.ZodType, unknown, string][] = [
  [z.number(), 'x', 'een getal, zoals 250 of 0.5'],
  [z.int(), 1.5, 'een geheel getal'],
  [z.string(), 1, 'tekst'],
  [z.boolean(), 1, 'true of false'],
  [z.array(z.string()), 1, 'een lijst'],
  [z.object({}), 1, 'een object met velden'],
  [z.record(z.string(), z.string()), 1, 'een object met velden'],
  [z.strictObject({}), { x: 1 }, 'dit veld bestaat niet'],
  [z.enum(['a', 'b']), 'c', 'een van: a, b'],
  [z.number().min(3), 2, 'minstens 3'],
  [z.number().positive(), 0, 'meer dan 0'],
  [z.number().max(3), 4, 'hoogstens 3'],
  [z.number().negative(), 0, 'minder dan 0'],
  [z.string().min(2), 'a', 'minstens 2 tekens'],
  [z.array(z.string()).max(1), ['a', 'b'], 'hoogstens 1 in de lijst'],
  [z.number().multipleOf(5), 4, 'een veelvoud van 5'],
  [z.iso.date(), '2024-02-30', 'een bestaande datum als jaar-maand-dag, zoals 2026-07-01'],
  [z.iso.datetime(), 'nu', 'een tijdstip met tijdzone, zoals 2026-07-01T12:00:00+02:00'],
  [z.email(), 'a', 'een e-mailadres'],
  [z.url(), 'a', 'een webadres, zoals https://www.example.nl'],
  [z.string().regex(/^GM\d{4}$/), 'a', 'tekst in de vorm /^GM\\d{4}$/'],
  [z.string().regex(/^GM\d{4}$/, { error: 'een gemeentecode' }), 'a', 'een gemeentecode'],
  [z.union([z.number(), z.boolean()]), 'a', 'een getal, zoals 250 of 0.5, of true of false'],
  [z.string().refine(() => false), 'a', 'een andere waarde'],
];

it.each(cases.map(([schema, given, expected]) => ({ schema, given, expected })))(
  'says "$expected" of $given',
  ({ schema, given, expected }) => {
    const { error } = schema.safeParse(given);
    expect(error?.issues.map(describeIssue)).toEqual([expected]);
  },
);
