import { soortenGebied } from '../../data/vocabulary.ts';
import type { QuestionInput, QuestionParams } from './questions.svelte.ts';
import { readGeometry, writeGeometry } from './url-geometry.ts';
import type { UrlState } from './url.ts';
import { idPattern, matching, oneOf } from './url-values.ts';

// A question in the URL: its name, what it is asked about and the facts filled in, with `*` between them.

function writeInput(input: QuestionInput, { draw }: UrlState): string {
  if (input.kind === 'geen') return '';
  if (input.kind === 'project') return `project:${input.projectId}`;
  if (input.kind === 'gebied') return `gebied:${input.soort}:${input.code}`;
  const text = writeGeometry(input.geometrie);
  return draw.shared && writeGeometry(draw.shared) === text ? 'tekening' : text;
}

/** What a question is asked about, as writeInput wrote it. Throws when the text cannot be used. */
export function readInput(text: string, { draw }: UrlState): QuestionInput {
  if (text === '') return { kind: 'geen' };
  if (text.startsWith('project:')) return { kind: 'project', projectId: matching(text.slice(8), idPattern) };
  if (text.startsWith('gebied:')) {
    const [, soort = '', ...code] = text.split(':');
    return { kind: 'gebied', soort: oneOf(soort, soortenGebied), code: matching(code.join(':'), idPattern) };
  }
  if (text !== 'tekening') return { kind: 'geometrie', geometrie: readGeometry(text) };
  if (!draw.shared) throw new Error('de tekening ontbreekt');
  return { kind: 'geometrie', geometrie: draw.shared };
}

function writeParams(params: QuestionParams): string {
  return Object.entries(params)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}:${encodeURIComponent(value).replaceAll('*', '%2A')}`)
    .join(',');
}

/** Filled-in facts, as writeParams wrote them. Throws when the text cannot be used. */
export function readParams(text: string): QuestionParams {
  const pairs = text === '' ? [] : text.split(',').map((pair) => pair.split(':'));
  return Object.fromEntries(
    pairs.map(([key = '', value = '']) => [matching(key, /^[a-zA-Z][\w]{0,40}$/), decodeURIComponent(value)]),
  );
}

/** Reopens the card that already holds this question, or asks it. */
export function openCard(vraag: string, input: QuestionInput, params: QuestionParams, state: UrlState): void {
  const { questions } = state;
  const asked = toCardText(vraag, input, params, state);
  const open = questions.cards.find((c) => toCardText(c.vraag, c.input, c.params, state) === asked);
  if (open) questions.activeKey = open.key;
  else questions.ask(vraag, input, params);
}

/** One question as text: question*input*key:value,key:value. */
export function toCardText(
  vraag: string,
  input: QuestionInput,
  params: QuestionParams,
  state: UrlState,
): string {
  return [vraag, writeInput(input, state), writeParams(params)].join('*');
}
