import { findMarkup, type Markup } from './gml-markup.ts';
import { RefusalError } from './refusal.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** Most characters of one member, or of what stands between two: what a file may make the reader hold. */
const MOST_CHARS = 50_000_000;

/** A GML file that is read one member at a time. */
export interface MemberFile {
  /** The collection with what stands before its first member: its own attributes, its gml:boundedBy. */
  head: XmlElement;
  /** The members in the order of the file, once. Throws a RefusalError where the file is no good. */
  members: AsyncGenerator<XmlElement, void, void>;
}

/**
 * Reads a GML file of any size without holding more of it than one member and a chunk. Members are the outermost
 * elements with the local name `element`, whatever their prefix and depth. Throws a RefusalError, also from
 * `members`, when it is no UTF-8, no well-formed XML, not whole, or has no such element.
 */
export async function openMembers(chunks: AsyncIterable<Uint8Array>, element: string): Promise<MemberFile> {
  const texts = cutMembers(decode(chunks), element);
  const first = await texts.next();
  if (first.done) throw new RefusalError(`Het bestand bevat geen ${element} (INSPIRE).`);
  const head = parse(first.value, 'begin van het bestand');
  return { head, members: parseAll(texts, element) };
}

async function* parseAll(texts: AsyncGenerator<string, void, void>, element: string) {
  let nr = 0;
  for await (const text of texts) yield parse(text, `${element} ${++nr}`);
}

function parse(text: string, ref: string): XmlElement {
  try {
    return parseXml(text);
  } catch (error) {
    throw new RefusalError(`Het bestand is geen geldige GML (${ref}): ${(error as Error).message}.`);
  }
}

async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const read = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (error) {
      throw new RefusalError('Het bestand is geen geldige GML: het is geen UTF-8.', { cause: error });
    }
  };
  for await (const chunk of chunks) yield read(chunk);
  yield read();
}

/** First the head, closed as if nothing followed; then each member. Nothing at all when there is no member. */
async function* cutMembers(
  texts: AsyncIterable<string>,
  element: string,
): AsyncGenerator<string, void, void> {
  const outline = createOutline(element);
  let pending = '';
  let at = 0;
  /** Where the member that is being read began, or the head; what lies before it is needed no more. */
  let from: number | null = 0;
  let isHead = true;
  for await (const text of texts) {
    const keep = from ?? at;
    pending = pending.slice(keep) + text;
    at -= keep;
    if (from !== null) from = 0;
    if (pending.length > MOST_CHARS)
      throw new RefusalError(`Een ${element} is groter dan ${MOST_CHARS / 1e6} miljoen tekens.`);
    for (let markup = findMarkup(pending, at); markup; markup = findMarkup(pending, at)) {
      at = markup.end;
      const step = outline(markup);
      if (step.begins && isHead) yield pending.slice(0, markup.start) + step.closing;
      if (step.begins) [from, isHead] = [markup.start, false];
      if (step.ends) {
        yield pending.slice(from!, at);
        from = null;
      }
    }
  }
  const open = outline(null).closing || pending.indexOf('<', at) >= 0;
  if (open) throw new RefusalError('Het bestand breekt af voor het einde.');
}

interface Step {
  begins: boolean;
  ends: boolean;
  /** The end tags of everything that was open before this markup. */
  closing: string;
}

/** Follows which elements are open; null asks how it stands. Throws a RefusalError when they do not fit in each other. */
function createOutline(element: string): (markup: Markup | null) => Step {
  const open: string[] = [];
  /** How many elements are open around the member that is being read; null outside of one. */
  let around: number | null = null;
  let hadRoot = false;
  const isMember = (name: string) => name.slice(name.indexOf(':') + 1) === element;
  return (markup) => {
    const step: Step = { begins: false, ends: false, closing: '' };
    const isOpening = markup?.soort === 'begin' || markup?.soort === 'leeg';
    step.begins = isOpening && around === null && isMember(markup.name);
    // Only then somebody needs it; a file has millions of tags.
    if (step.begins || !markup)
      step.closing = open
        .map((name) => `</${name}>`)
        .reverse()
        .join('');
    if (!markup) return step;
    if (isOpening && open.length === 0 && hadRoot)
      throw new RefusalError(`Het bestand is geen geldige GML: <${markup.name}> staat na het einde.`);
    if (isOpening) hadRoot = true;
    if (step.begins) around = open.length;
    if (markup.soort === 'begin') open.push(markup.name);
    if (markup.soort === 'einde') {
      const last = open.pop();
      if (last !== markup.name)
        throw new RefusalError(
          `Het bestand is geen geldige GML: </${markup.name}> waar ${last ? `</${last}>` : 'niets'} moet sluiten.`,
        );
    }
    step.ends = around === open.length && (markup.soort === 'einde' || markup.soort === 'leeg');
    if (step.ends) around = null;
    return step;
  };
}
