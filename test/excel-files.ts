// Workbooks for tests, as somebody could hand them in: made by the library, or damaged by hand.
import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx, type Cell, type CellValue, type MergeRange, type WriteSheet } from 'hucre/xlsx';
import { idKolom, toKop, versieKolom, type ExcelLijst } from '../data/exchange/lijst.ts';
import { actielijst } from '../data/exchange/actielijst.ts';

export const koppenOf = (lijst: ExcelLijst): string[] => [
  ...lijst.kolommen.map((kolom) => toKop(lijst, kolom)),
  idKolom,
  versieKolom,
];

/** Headings of the actielijst: A Project … C Activiteit, D Trekker, … H Begint op, I Klaar op, J Status, K fase, L id, M versie. */
export const actieKoppen = koppenOf(actielijst);
const DATE_COLUMNS = [7, 8];

/** A row of the actielijst: A to M. */
export function actieRij(
  values: Partial<
    Record<'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M', CellValue>
  >,
): CellValue[] {
  return [...'ABCDEFGHIJKLM'].map((letter) => values[letter as 'A'] ?? null);
}

export function makeWorkbook(
  rows: CellValue[][],
  {
    name = 'Actielijst',
    koppen = actieKoppen,
    cells,
    merges,
    others = [],
  }: {
    name?: string;
    koppen?: CellValue[];
    cells?: Record<string, Partial<Cell>>;
    merges?: MergeRange[];
    others?: WriteSheet[];
  } = {},
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name,
        columns: koppen.map((_, at) => (DATE_COLUMNS.includes(at) ? { numFmt: 'dd-mm-yyyy' } : {})),
        rows: [koppen, ...rows],
        ...(cells && { cells: new Map(Object.entries(cells)) }),
        ...(merges && { merges }),
      },
      ...others,
    ],
  });
}

export const date = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** A zip of these parts, written by hand: so that it can lie about itself. */
export function makeZip(
  parts: Record<string, string | Buffer>,
  { statedBytes, flags = 0 }: { statedBytes?: number; flags?: number } = {},
): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content as string);
    const packed = deflateRawSync(data);
    const nameBytes = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(statedBytes ?? data.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), facts, tail, nameBytes]));
    files.push(local);
    at += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, entries, Buffer.from('504b0506', 'hex'), end]);
}

export const minimalParts = {
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Actielijst" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
};
