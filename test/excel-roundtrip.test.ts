import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { RecordField } from '../data/document.ts';
import { excelLijsten } from '../data/exchange/index.ts';
import type { Versie } from '../data/schema/registratie.ts';
import { toOrganisaties } from '../server/exchange/cell-text.ts';
import { compareRow } from '../server/exchange/compare.ts';
import { toBasisKey, type Knowledge, type KnownRecord } from '../server/exchange/knowledge.ts';
import { readVector } from '../server/geo/gdal.ts';
import { readList } from '../server/exchange/read-list.ts';
import { writeWorkbook } from '../server/exchange/write-workbook.ts';

const codes = [
  { code: 'GM0344', naam: 'Utrecht' },
  { code: 'PV26', naam: 'Utrecht' },
  { code: 'stedin', naam: 'Stedin' },
];
const organisaties = toOrganisaties(codes);
/** What the workbooks of this file have in common. */
const around = {
  projecten: [{ id: 'UT-01', naam: 'Station' }],
  organisaties: codes,
  register: organisaties,
  gemaaktOp: new Date('2026-11-21T10:00:00Z'),
};

const makeVersie = (rij: number): Versie => ({
  rij,
  eigenaar: 'stedin',
  vertrouwelijkheid: 'openbaar',
  embargoTot: null,
  geldigVan: null,
  geldigTot: null,
  bekendVan: '2026-01-01T00:00:00Z',
  bekendTot: null,
  doorOrganisatie: null,
  door: null,
  reden: null,
  ingetrokken: false,
  herkomst: {},
});

/** Anything somebody can have typed in a form, and everything a workbook has a meaning of its own for. */
const text = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+31 30',
    "'tis",
    '_x0041_',
    'a;b',
    '1-2',
    '31-12-2027',
    'WAAR',
    ' rond ',
    'regel\r\nregel',
    '<b>&"\'',
    '0012',
  ),
  fc
    .string({ minLength: 1, unit: 'grapheme' })
    .filter((value) => value.trim() !== '' && !/[\u0000-\u001f\ufffe\uffff]/.test(value)),
);
function valueOf(veld: RecordField): fc.Arbitrary<unknown> {
  switch (veld.soort) {
    case 'jaar':
      return fc.integer({ min: 1950, max: 2100 });
    case 'datum':
      return fc
        .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10));
    case 'janee':
      return fc.boolean();
    case 'keuze':
      return fc.constantFrom(...veld.keuzes!);
    case 'organisaties':
      return fc.uniqueArray(fc.constantFrom('GM0344', 'PV26', 'stedin', 'opgeheven'));
    case 'teksten':
      return fc.uniqueArray(text);
    default:
      return text;
  }
}

describe('what goes out and comes back untouched', () => {
  it.each(excelLijsten.map((lijst) => [lijst.naam, lijst] as const))(
    '%s changes nothing, whatever stands in it',
    async (_naam, lijst) => {
      const gegevens = fc.record(
        Object.fromEntries(lijst.record.velden.map((veld) => [veld.naam, fc.option(valueOf(veld))])),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(gegevens, { minLength: 1, maxLength: 5 }), async (rows) => {
          const rijen: KnownRecord[] = rows.map((one, at) => ({
            id: `r-${at}`,
            projectId: 'UT-01',
            gegevens: one,
            versie: makeVersie(at + 10),
            lezen: { projectnaam: 'Station', fase: 'Verkenningsfase' },
          }));
          const bytes = await writeWorkbook({
            lijst,
            rijen,
            ...around,
            leesMij: [['Lijst', lijst.titel]],
          });
          const known: Knowledge = {
            records: new Map(rijen.map((rij) => [rij.id, rij])),
            basis: new Map(rijen.map((rij) => [toBasisKey(rij.id, rij.versie.rij), rij.gegevens])),
            projecten: new Map(),
            organisaties,
          };
          const { rijen: read, meldingen } = await readList(bytes, excelLijsten, organisaties);
          const compared = read.map((row) => compareRow(lijst, row, known, {}));
          expect(meldingen).toEqual([]);
          expect(
            compared.map(({ rij }) => [rij.id, rij.status, rij.fouten, rij.wijzigingen, rij.opmerkingen]),
          ).toEqual(rijen.map(({ id }) => [id, 'ongewijzigd', [], [], []]));
          expect(compared.every(({ schrijf }) => schrijf === null)).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('another reader (GDAL) sees the same in it', async () => {
    const lijst = excelLijsten.find(({ naam }) => naam === 'actielijst')!;
    const gegevens = {
      activiteit: 'Grond\nkopen & <b>',
      trekkers: ['GM0344', 'stedin'],
      partijen: [],
      resultaat: '=1+1',
      planning: '1-2',
      planningVan: '2027-12-31',
      planningTot: null,
      status: 'open',
      fase: 'planuitwerking',
    };
    const bytes = await writeWorkbook({
      lijst,
      rijen: [
        {
          id: 'a1',
          projectId: 'UT-01',
          gegevens,
          versie: makeVersie(7),
          lezen: { projectnaam: 'Station' },
        },
      ],
      ...around,
      leesMij: [['Lijst', lijst.titel]],
    });
    const { features, complaints } = await readVector([{ name: 'lijst.xlsx', bytes }], {
      layer: 'Actielijst',
    });
    expect(complaints).toEqual([]);
    expect(features[0]!.properties).toEqual({
      'Project (nummer in de atlas)': 'UT-01',
      Projectnaam: 'Station',
      Activiteit: 'Grond\nkopen & <b>',
      'Trekker / verantwoordelijke': 'Utrecht (GM0344); Stedin (stedin)',
      Resultaat: '=1+1',
      Planning: '1-2',
      'Begint op': '2027-12-31',
      Status: 'open',
      'Hoort bij fase': 'Planuitwerkingsfase',
      'id (niet wijzigen)': 'a1',
      'versie (niet wijzigen)': 7,
    });
  });

  it('the hidden columns are hidden, the choices are there to pick, and the first page says what it is', async () => {
    const lijst = excelLijsten.find(({ naam }) => naam === 'actielijst')!;
    const bytes = await writeWorkbook({
      lijst,
      rijen: [],
      ...around,
      leesMij: [['Peildatum', '21-11-2026']],
    });
    const { sheets, activeSheet } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['Lees mij', 'Actielijst', 'Keuzes']);
    expect(activeSheet).toBe(1);
    expect(sheets[0]!.rows).toEqual([['Peildatum', '21-11-2026']]);
    const list = sheets[1]!;
    expect(list.columns?.map(({ hidden }) => hidden ?? false)).toEqual([
      ...Array.from({ length: 11 }, () => false),
      true,
      true,
    ]);
    const status = list.dataValidations?.find(({ range }) => range.startsWith('J2'));
    const column = status!.formula1!.match(/^Keuzes!\$([A-Z])\$2:\$\1\$5$/)![1]!;
    const at = column.charCodeAt(0) - 65;
    expect(sheets[2]!.rows.map((row) => row[at]).slice(0, 6)).toEqual([
      'Status',
      'open',
      'loopt',
      'gereed',
      'vervallen',
      null,
    ]);
  });

  it('rows are as high as their text, which LibreOffice does not work out itself; headings are of one font', async () => {
    const lijst = excelLijsten.find(({ naam }) => naam === 'actielijst')!;
    const rij = (id: string, activiteit: string) => ({
      id,
      projectId: 'UT-01',
      gegevens: { activiteit, trekkers: ['stedin'], planningVan: '2027-12-31', status: 'open' },
      versie: makeVersie(1),
      lezen: { projectnaam: 'Station' },
    });
    const bytes = await writeWorkbook({
      lijst,
      rijen: [rij('a1', 'Kort'), rij('a2', 'x'.repeat(500)), rij('a3', 'regel\n'.repeat(99))],
      ...around,
      leesMij: [
        ['Kort', 'ja'],
        ['Lang', 'x'.repeat(250)],
      ],
    });
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const heightOf = (sheet: number, row: number) => sheets[sheet]!.rowDefs?.get(row)?.height;
    expect([heightOf(0, 0), heightOf(1, 1)]).toEqual([undefined, undefined]);
    // 500 letters in a column of 50 are 10 lines or more, 250 in one of 100 are 3; a line is 15 points, a row at most 409.
    expect(heightOf(1, 2)).toBeGreaterThanOrEqual(10 * 15);
    expect(heightOf(0, 1)).toBeGreaterThanOrEqual(3 * 15);
    expect(heightOf(1, 3)).toBe(409);
    expect(sheets[1]!.cells?.get('0,0')?.style?.font).toMatchObject({
      name: 'Calibri',
      size: 11,
      bold: true,
    });
  });
});
