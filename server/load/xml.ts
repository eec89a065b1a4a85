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
  const nodes = (parser.parse(text, true) as RawNode[]).flatMap(toElement);
  if (!nodes[0]) throw new Error('There is no root element.');
  return nodes[0];
}

function toElement(node: RawNode): XmlElement[] {
  const name = Object.keys(node).find((key) => key !== ':@');
  if (!name || name.startsWith('#')) return [];
  const content = node[name] as RawNode[];
  return [
    {
      name,
      attributes: node[':@'] ?? {},
      children: content.flatMap(toElement),
      text: content
        .map((child) => child['#text'] ?? '')
        .join('')
        .trim(),
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
