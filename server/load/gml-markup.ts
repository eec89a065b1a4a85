import { RefusalError } from './refusal.ts';

/** One piece of markup in a text; `end` is where what comes after it begins. */
export interface Markup {
  soort: 'begin' | 'einde' | 'leeg' | 'terzijde';
  /** With its prefix; '' for what is beside the matter: comments, CDATA, processing instructions. */
  name: string;
  start: number;
  end: number;
}

/** Opening mark, closing mark. */
const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
const LONGEST_OPENING = '<![CDATA['.length;
/** A tag; what stands between quotes may hold anything. */
const tag = /<(\/?)([^\s/<>"'=]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/y;

/**
 * The first markup in `text` from `from` on; null when none is there, or when its end has yet to come. A tag within a
 * comment or within CDATA is not markup. Throws a RefusalError on a DOCTYPE, which can give text another meaning, and on
 * what is no XML.
 */
export function findMarkup(text: string, from: number): Markup | null {
  const start = text.indexOf('<', from);
  if (start < 0) return null;
  const opening = text.slice(start, start + LONGEST_OPENING);
  // Too little has come to tell what it is.
  if (opening.length < LONGEST_OPENING && !opening.includes('>')) return null;
  for (const [begin, finish] of asides) {
    if (!opening.startsWith(begin)) continue;
    const at = text.indexOf(finish, start + begin.length);
    return at < 0 ? null : { soort: 'terzijde', name: '', start, end: at + finish.length };
  }
  if (opening.startsWith('<!'))
    throw new RefusalError('Het bestand bevat een DOCTYPE; dat wordt niet gelezen.');
  if (!/^<\/?[\p{L}_:]/u.test(opening))
    throw new RefusalError(
      `Het bestand is geen geldige GML: er staat een losse "<" bij "${opening.trim()}".`,
    );
  tag.lastIndex = start;
  const found = tag.exec(text);
  if (!found) return null;
  const [whole, slash, name, attributes] = found as unknown as [string, string, string, string];
  const soort = slash ? 'einde' : attributes.endsWith('/') ? 'leeg' : 'begin';
  return { soort, name, start, end: start + whole.length };
}
