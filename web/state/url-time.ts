import type { UrlParameter, UrlState } from './url.ts';
import { oneOf } from './url-values.ts';
import { themes } from './view.svelte.ts';

/** A day of the calendar: 2026-02-30 is none. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  text >= '1900-01-01' &&
  text <= '2200-12-31' &&
  new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** The moment that is looked at. Read first: what is asked after it is asked about that moment. */
export const timeParameters: readonly UrlParameter[] = (['bekendOp', 'geldigOp'] as const).map((name) => ({
  name,
  step: true,
  write: ({ peildatum }) => peildatum[name],
  read: (text, { peildatum }) => {
    if (text !== null && !isDay(text)) throw new Error(`${text} is geen dag`);
    peildatum[name] = text;
  },
}));

/** What an address of a page with words says too, beside what is its own: the moment, and light or dark. */
const pageNames = ['bekendOp', 'geldigOp', 'thema'] as const;

type PageState = Pick<UrlState, 'peildatum' | 'view'>;

/** The address of a page with the moment and the theme in it; one that says them itself is left as it is. */
export function withPageState(address: string, { peildatum, view }: PageState): string {
  const [path = '', hash = ''] = address.split('#');
  const [plain = '', text = ''] = path.split('?');
  const query = new URLSearchParams(text);
  const values = { ...peildatum.query, ...(view.theme !== 'systeem' && { thema: view.theme }) };
  for (const [name, value] of Object.entries(values)) if (!query.has(name)) query.set(name, value);
  return `${plain}${query.size > 0 ? `?${query}` : ''}${hash ? `#${hash}` : ''}`;
}

/** The same address without them. */
export function withoutPageState(address: string): string {
  const [path = '', hash = ''] = address.split('#');
  const [plain = '', text = ''] = path.split('?');
  const query = new URLSearchParams(text);
  for (const name of pageNames) query.delete(name);
  return `${plain}${query.size > 0 ? `?${query}` : ''}${hash ? `#${hash}` : ''}`;
}

/** Takes the moment and the theme from the address of a page. What cannot be used is now, and what the system asks for. */
export function readPageState(query: string, { peildatum, view }: PageState): void {
  const given = new URLSearchParams(query);
  const day = (name: string) => {
    const text = given.get(name);
    return text !== null && isDay(text) ? text : null;
  };
  peildatum.bekendOp = day('bekendOp');
  peildatum.geldigOp = day('geldigOp');
  const theme = given.get('thema');
  if (theme !== null) view.theme = themes.some((each) => each === theme) ? oneOf(theme, themes) : 'systeem';
}
