import { XMLParser } from 'fast-xml-parser';
import { RefusalError } from './refusal.ts';

/** The byte order mark of UTF-8, as Latin-1 shows it. */
const UTF8_MARK = '\u00ef\u00bb\u00bf';

/**
 * The text of an XML file in the encoding it states; UTF-8 when it states none. Throws a RefusalError (Dutch) when it is
 * not in that encoding: letters that were guessed would end up in names.
 */
export function decodeXml(bytes: Buffer): string {
  const stated = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(
    bytes.toString('latin1', 0, 200).replace(UTF8_MARK, ''),
  )?.[1];
  const encoding = stated ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new RefusalError(`Het bestand is niet te lezen in de tekencodering ${encoding}.`);
  }
}

/** An XML element with its children in document order; names without their namespace prefix. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

// The order of children matters: the segments of a curve are a sequence of lines and arcs.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

type RawNode = Record<string, unknown> & { ':@'?: Record<string, string>; '#text'?: string };

/** The root element of an XML document. Throws an Error when the text is not well-formed XML with one. */
export function parseXml(text: string): XmlElement {
  const { rest, lifted } = liftNumbers(text);
  const nodes = (parser.parse(rest, true) as RawNode[]).flatMap((node) => toElement(node, lifted));
  if (!nodes[0]) throw new Error('There is no root element.');
  return nodes[0];
}

/** Text of at least this many characters is lifted. */
const LONG = 1000;
const noNumber = /[^\d\s.,eE+-]/;
/** Private characters around the number of a lifted text. */
const lift = (nr: number) => `\uE000${nr}\uE001`;

/**
 * Takes long lists of numbers out of a document. The parser puts text together one character at a time, which takes
 * it fifty times the room: coordinates of one large surface would be hundreds of MB.
 */
function liftNumbers(text: string): { rest: string; lifted: string[] } {
  const lifted: string[] = [];
  if (text.length < LONG || text.includes('\uE000')) return { rest: text, lifted };
  let rest = '';
  let from = 0;
  for (let open = text.indexOf('>'); open >= 0;) {
    const close = text.indexOf('<', open);
    if (close < 0) break;
    const list = close - open > LONG ? text.slice(open + 1, close) : '';
    if (list && !noNumber.test(list)) {
      rest += text.slice(from, open + 1) + lift(lifted.push(list) - 1);
      from = close;
    }
    open = text.indexOf('>', close);
  }
  return { rest: rest + text.slice(from), lifted };
}

function toElement(node: RawNode, lifted: string[]): XmlElement[] {
  const name = Object.keys(node).find((key) => key !== ':@');
  if (!name || name.startsWith('#')) return [];
  const content = node[name] as RawNode[];
  const read = content.map((child) => child['#text'] ?? '').join('');
  const text = lifted.length ? read.replace(/\uE000(\d+)\uE001/g, (_, nr) => lifted[Number(nr)]!) : read;
  return [
    {
      name,
      attributes: node[':@'] ?? {},
      children: content.flatMap((child) => toElement(child, lifted)),
      text: text.trim(),
    },
  ];
}

/** The first child element with one of these names; null when there is none. */
export function findChild(element: XmlElement, ...names: string[]): XmlElement | null {
  return element.children.find((child) => names.includes(child.name)) ?? null;
}

/** The text of the element at the end of a path of child names; null when there is none, or no text. */
export function findText(element: XmlElement, ...path: string[]): string | null {
  let at: XmlElement | null = element;
  for (const name of path) at = at && findChild(at, name);
  return at?.text || null;
}

/** Every element below `element` with this name, in document order. */
export function listDescendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...listDescendants(child, name),
  ]);
}
