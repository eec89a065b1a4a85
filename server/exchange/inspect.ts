// Looks at what a file is by its content, before anything reads it as a workbook. Its name says nothing.
import { excelGrenzen } from '../../data/exchange/lijst.ts';
import { notAWorkbook, WorkbookRefusal } from './refusal.ts';
import { unpackParts } from './zip-parts.ts';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('504b0304', 'hex');

/**
 * Number of the last row with something in it, over all sheets. Throws a WorkbookRefusal for whatever is not a plain
 * .xlsx of bearable size: other formats, macros, a password, a zip bomb, too many rows.
 */
export function inspectWorkbook(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) throw new WorkbookRefusal('Het bestand is leeg.');
  if (file.subarray(0, 8).equals(OLE)) throw toOleRefusal(file);
  if (!file.subarray(0, 4).equals(ZIP)) throw notAWorkbook();
  const parts = unpackParts(file);
  refuseOtherKinds(parts);
  let last = 0;
  for (const part of parts.values()) {
    if (part.includes('sheetData')) last = Math.max(last, findLastRow(part));
  }
  if (last > excelGrenzen.rijen) {
    const [found, most] = [last, excelGrenzen.rijen].map((count) => count.toLocaleString('nl-NL'));
    throw new WorkbookRefusal(
      `Er staan gegevens tot en met rij ${found}; de atlas leest hoogstens ${most} rijen. Deel de lijst op, bijvoorbeeld per provincie.`,
      413,
    );
  }
  return last;
}

function toOleRefusal(file: Buffer): WorkbookRefusal {
  const has = (word: string): boolean => file.includes(Buffer.from(word, 'utf16le'));
  if (has('EncryptedPackage')) {
    return new WorkbookRefusal(
      'De werkmap is met een wachtwoord beveiligd. Haal het wachtwoord eraf (Bestand, Info, Werkmap beveiligen).',
    );
  }
  if (has('Workbook') || has('Book')) {
    return new WorkbookRefusal(
      'Dit is een oude Excel-werkmap (.xls). Bewaar haar als Excel-werkmap (.xlsx).',
      415,
    );
  }
  return notAWorkbook();
}

function refuseOtherKinds(parts: Map<string, Buffer>): void {
  const names = [...parts.keys()].map((name) => name.toLowerCase());
  const types = parts.get('[Content_Types].xml')?.toString('utf8') ?? '';
  const hasMacros =
    names.some((name) => /vbaproject|^xl\/macrosheets\//.test(name)) ||
    /macroEnabled|vbaProject/i.test(types);
  if (hasMacros) {
    throw new WorkbookRefusal(
      'De werkmap bevat macro’s en wordt niet gelezen. Bewaar haar als Excel-werkmap zonder macro’s (.xlsx).',
      415,
    );
  }
  if (names.includes('xl/workbook.bin')) {
    throw new WorkbookRefusal(
      'Dit is een binaire Excel-werkmap (.xlsb). Bewaar haar als Excel-werkmap (.xlsx).',
      415,
    );
  }
  if (parts.get('mimetype')?.includes('opendocument')) {
    throw new WorkbookRefusal('Dit is een OpenDocument-bestand. Bewaar het als Excel-werkmap (.xlsx).', 415);
  }
  if (!types || !names.includes('xl/workbook.xml')) throw notAWorkbook();
  // A document type can define entities that unfold without end; no spreadsheet program writes one.
  for (const [name, part] of parts) {
    if (/\.(xml|rels)$/i.test(name) && part.includes('<!DOCTYPE')) throw notAWorkbook();
  }
}

/** Number of the last row that holds a value; rows that were only given a colour do not count. */
function findLastRow(part: Buffer): number {
  const text = part.toString('latin1');
  let row = 0;
  let last = 0;
  for (const [, tag, attributes] of text.matchAll(/<(?:\w+:)?(row|v|is|f)(?=[\s>])([^>]*)>/g)) {
    if (tag === 'row') row = Number(/(?:^|\s)r="(\d+)"/.exec(attributes!)?.[1] ?? row + 1);
    else last = Math.max(last, row);
  }
  return last;
}
