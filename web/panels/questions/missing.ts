import type { QuestionField } from '../../state/question-fields.ts';

/** Everything an answer says in words about what is not known: its `onbekend` and the notes of its proposals. */
export function listTexts(antwoord: Readonly<Record<string, unknown>>): string[] {
  const unknowns = Array.isArray(antwoord['onbekend']) ? antwoord['onbekend'] : [];
  const proposals = Array.isArray(antwoord['voorstellen']) ? antwoord['voorstellen'] : [];
  const open = proposals.filter((each: { zekerheid?: unknown }) => each.zekerheid === 'onbekend');
  return [...unknowns, ...open.map((each: { toelichting?: unknown }) => each.toelichting)].filter(
    (each): each is string => typeof each === 'string',
  );
}

/** Keys of the fields whose name stands in one of the texts, in the order of the form. */
export function listMissingKeys(fields: readonly QuestionField[], texts: readonly string[]): string[] {
  const all = texts.join(' ').toLowerCase();
  return fields.filter(({ name }) => all.includes(name.toLowerCase())).map(({ key }) => key);
}
