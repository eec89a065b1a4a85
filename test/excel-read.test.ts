import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { excelLijsten } from '../data/exchange/index.ts';
import { actielijstKolommen, ficheVelden, monitoringslijstKolommen } from '../data/seed/proces.ts';
import { excelGrenzen } from '../data/exchange/lijst.ts';
import { toOrganisaties } from '../server/exchange/cell-text.ts';
import { readList, type ListRow } from '../server/exchange/read-list.ts';
import { WorkbookRefusal } from '../server/exchange/refusal.ts';
import { actieKoppen, actieRij, date, koppenOf, makeWorkbook, makeZip, minimalParts } from './excel-files.ts';
import { SLOWEST } from './slowest.ts';

const organisaties = toOrganisaties([
  { code: 'GM0344', naam: 'Utrecht' },
  { code: 'PV26', naam: 'Utrecht' },
  { code: 'stedin', naam: 'Stedin' },
]);
const read = (bytes: Uint8Array) => readList(bytes, excelLijsten, organisaties);
const readRows = async (bytes: Uint8Array): Promise<ListRow[]> => (await read(bytes)).rijen;
const readRow = async (bytes: Uint8Array): Promise<ListRow> => (await readRows(bytes))[0]!;
const refusal = (bytes: Uint8Array): Promise<WorkbookRefusal> =>
  read(bytes).then(
    () => expect.fail('was read'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(WorkbookRefusal);
      return error as WorkbookRefusal;
    },
  );

describe('the templates', () => {
  it.each([
    ['actielijst', actielijstKolommen],
    ['monitoringslijst', monitoringslijstKolommen],
  ])('%s has the columns of the uitvoeringsaanpak, in that order', (naam, kolommen) => {
    const lijst = excelLijsten.find((one) => one.naam === naam)!;
    const labels = kolommen.map(({ label }) => label);
    expect(koppenOf(lijst).filter((kop) => labels.includes(kop))).toEqual(labels);
  });

  it('projecten has every field of the fiche, in that order', () => {
    const lijst = excelLijsten.find((one) => one.naam === 'projecten')!;
    const labels: string[] = ficheVelden.map(({ label }) => label);
    expect(koppenOf(lijst).filter((kop) => labels.includes(kop))).toEqual(labels);
  });
});

describe('what is not a workbook of the atlas', () => {
  const ole = (...words: string[]): Buffer =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      ...words.map((word) => Buffer.from(word, 'utf16le')),
    ]);

  it.each<[string, Uint8Array | (() => Promise<Uint8Array>), number, RegExp]>([
    ['an empty file', Buffer.alloc(0), 400, /leeg/],
    ['a text file', Buffer.from('Project;Activiteit\r\n1;graven\r\n'), 415, /geen Excel-werkmap/],
    ['half a workbook', async () => (await makeWorkbook([])).slice(0, 400), 415, /beschadigd/],
    ['an old .xls', ole('Root Entry', 'Workbook'), 415, /\.xls\)/],
    ['a password', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 400, /wachtwoord/],
    [
      'a password as Excel sets it',
      () =>
        writeXlsx({
          sheets: [{ name: 'Actielijst', rows: [['a']] }],
          encryption: { password: 'p', spinCount: 10 },
        }),
      400,
      /wachtwoord/,
    ],
    ['macros in a part', makeZip({ ...minimalParts, 'xl/vbaProject.bin': 'x' }), 415, /macro/],
    [
      'macros as Excel keeps them',
      () => writeXlsx({ sheets: [{ name: 'Actielijst', rows: [['a']] }], vbaProject: Buffer.from('x') }),
      415,
      /macro/,
    ],
    ['macros of Excel 4', makeZip({ ...minimalParts, 'xl/macrosheets/sheet1.xml': '<a/>' }), 415, /macro/],
    ['an .xlsb', makeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), 415, /\.xlsb/],
    [
      'a Word document',
      makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
      415,
      /geen Excel/,
    ],
    [
      'an OpenDocument sheet',
      makeZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      415,
      /OpenDocument/,
    ],
    ['a zip with a password', makeZip(minimalParts, { flags: 1 }), 400, /wachtwoord/],
    [
      'entities that unfold',
      makeZip({ ...minimalParts, 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }),
      415,
      /geen Excel/,
    ],
    ['no such sheet', () => makeWorkbook([], { name: 'Blad1' }), 400, /geen blad "Actielijst".*wel: Blad1/],
    [
      'a sheet that is no XML',
      makeZip({ ...minimalParts, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' }),
      415,
      /geen Excel|koppen/,
    ],
  ])('%s is refused, by its content', async (_name, make, status, words) => {
    const error = await refusal(typeof make === 'function' ? await make() : make);
    expect(error.message).toMatch(words);
    expect(error.status).toBe(status);
  });

  it('a zip bomb is refused by what comes out, whatever it says of itself', async () => {
    const bomb = makeZip(
      {
        ...minimalParts,
        'xl/worksheets/sheet1.xml': Buffer.alloc((excelGrenzen.uitgepaktMegabytes + 1) * 2 ** 20),
      },
      { statedBytes: 10 },
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(bomb)).toMatchObject({ status: 413, message: expect.stringContaining('uitgepakt') });
  });

  it('100,000 rows are refused within two seconds, with the number and the limit', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) =>
      actieRij({ A: 'UT-01', C: `graven ${at}`, D: 'Stedin (stedin)' }),
    );
    const bytes = await makeWorkbook(rows);
    const start = performance.now();
    const error = await refusal(bytes);
    expect(performance.now() - start).toBeLessThan(2000 * SLOWEST);
    expect(error).toMatchObject({ status: 413, message: expect.stringContaining('rij 100.001') });
    expect(error.message).toContain('5.001');
  });

  it('rows without anything in them do not count', async () => {
    const xml = `<worksheet><sheetData>${Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}" ht="15"/>`).join('')}</sheetData></worksheet>`;
    const error = await refusal(makeZip({ ...minimalParts, 'xl/worksheets/sheet1.xml': xml }));
    expect(error.message).toContain('koppen');
  });
});

describe('columns', () => {
  it('are found by their heading, in any order, below a title', async () => {
    const order = [2, 0, 12, 3, 11, 1];
    const shuffle = <T>(row: readonly T[]): T[] => order.map((at) => row[at]!);
    const row = actieRij({ A: 'UT-01', C: 'grond kopen', D: 'stedin', L: 'a1', M: 7 });
    const bytes = await writeXlsx({
      sheets: [{ name: ' actielijst ', rows: [['Onze acties'], [], shuffle(actieKoppen), shuffle(row)] }],
    });
    const { rijen, meldingen } = await read(bytes);
    expect(rijen).toHaveLength(1);
    expect(rijen[0]).toMatchObject({
      nummer: 4,
      id: 'a1',
      versie: 7,
      project: { cel: 'B4', tekst: 'UT-01' },
      velden: {
        activiteit: { cel: 'A4', waarde: 'grond kopen' },
        trekkers: { cel: 'D4', waarde: ['stedin'] },
      },
    });
    expect(meldingen).toEqual([
      'Kolom "Betrokken partijen", "Resultaat", "Planning", "Begint op", "Klaar op", "Status", "Hoort bij fase" ontbreekt: die velden blijven zoals ze zijn.',
    ]);
  });

  it('that do not belong to it, and other sheets, are named and left alone', async () => {
    const bytes = await makeWorkbook([[...actieRij({ A: 'UT-01', C: 'x' }), 'mijn notitie']], {
      koppen: [...actieKoppen, 'Notities'],
      others: [
        { name: 'Draaitabel', rows: [['x']] },
        { name: 'Lees mij', rows: [['x']] },
      ],
    });
    expect((await read(bytes)).meldingen).toEqual([
      'Blad "Draaitabel" hoort niet bij de lijst en wordt niet gelezen.',
      'Kolom "Notities" (N) hoort niet bij de lijst en wordt niet gelezen.',
    ]);
  });

  it.each([
    [
      'was renamed',
      actieKoppen.with(3, 'Wie'),
      /Onbekende kolom "Wie" \(kolom D\), en "Trekker \/ verantwoordelijke" ontbreekt/,
    ],
    ['stands there twice', actieKoppen.with(4, 'Activiteit'), /"Activiteit" staat er twee keer \(C en E\)/],
    ['of the id is gone', actieKoppen.slice(0, 11), /verborgen kolom "id \(niet wijzigen\)" ontbreekt/],
    ['is not there at all', ['a', 'b'], /koppen niet/],
  ])('a column that %s is refused', async (_name, koppen, words) => {
    expect((await refusal(await makeWorkbook([actieRij({ C: 'x' })], { koppen }))).message).toMatch(words);
  });
});

describe('cells', () => {
  it('of every kind are read as what they are', async () => {
    const row = await readRow(
      await makeWorkbook([
        actieRij({
          A: 'UT-01',
          C: '  grond kopen\r\nen leveren ',
          D: 'Stedin; Utrecht (GM0344); stedin',
          G: 2027,
          H: date('2027-02-28'),
          J: 'LOOPT',
          K: 'Planuitwerkingsfase',
        }),
      ]),
    );
    const values = Object.fromEntries(Object.entries(row.velden).map(([veld, { waarde }]) => [veld, waarde]));
    expect(values).toEqual({
      activiteit: 'grond kopen\nen leveren',
      trekkers: ['stedin', 'GM0344'],
      partijen: [],
      resultaat: null,
      planning: '2027',
      planningVan: '2027-02-28',
      planningTot: null,
      status: 'loopt',
      fase: 'planuitwerking',
    });
    expect(row.fouten).toEqual([]);
  });

  it('rich text is its words, and workbooks that count from 1904 have the same dates', async () => {
    const bytes = await writeXlsx({
      dateSystem: '1904',
      sheets: [
        {
          name: 'Actielijst',
          columns: [{}, {}, { numFmt: 'dd-mm-yyyy' }],
          rows: [
            ['Activiteit', 'id (niet wijzigen)', 'Klaar op', 'versie (niet wijzigen)'],
            [null, null, date('2027-12-31')],
          ],
          cells: new Map([
            [
              '1,0',
              {
                type: 'richText',
                value: 'vet en gewoon',
                richText: [{ text: 'vet', font: { bold: true } }, { text: ' en gewoon' }],
              },
            ],
          ]),
        },
      ],
    });
    const { velden } = await readRow(bytes);
    expect(velden['activiteit']?.waarde).toBe('vet en gewoon');
    expect(velden['planningTot']?.waarde).toBe('2027-12-31');
  });

  it.each<[string, Parameters<typeof actieRij>[0], string, string, string, RegExp]>([
    [
      'a date as text',
      { H: '31-12-2027' },
      'planningVan',
      'H2',
      '31-12-2027',
      /dit is tekst.*31-12-2027.*celopmaak op Datum/,
    ],
    ['an ISO date as text', { I: '2027-12-31' }, 'planningTot', 'I2', '2027-12-31', /31-12-2027/],
    ['a day that does not exist', { H: '31-02-2027' }, 'planningVan', 'H2', '31-02-2027', /^een datum zoals/],
    ['words for a date', { H: 'eind 2027' }, 'planningVan', 'H2', 'eind 2027', /^een datum zoals/],
    [
      'a date with a time',
      { H: new Date('2027-12-31T09:30:00Z') },
      'planningVan',
      'H2',
      '31-12-2027',
      /zonder tijdstip/,
    ],
    [
      'a date where words belong',
      { G: date('2026-02-01') },
      'planning',
      'G2',
      '01-02-2026',
      /Excel heeft er een datum van gemaakt/,
    ],
    [
      'a choice that is not there',
      { J: 'bezig' },
      'status',
      'J2',
      'bezig',
      /een van: open, loopt, gereed, vervallen/,
    ],
    ['an unknown organisation', { D: 'Stedin; Enexus' }, 'trekkers', 'D2', 'Enexus', /organisatie/],
    [
      'a name two organisations have',
      { D: 'Utrecht' },
      'trekkers',
      'D2',
      'Utrecht',
      /Utrecht \(GM0344\) of Utrecht \(PV26\)/,
    ],
  ])(
    '%s is wrong, with cell, value and what is right',
    async (_name, values, veld, cel, waarde, verwacht) => {
      const row = await readRow(await makeWorkbook([actieRij({ A: 'UT-01', C: 'x', ...values })]));
      const { fout } = row.velden[veld]!;
      expect(fout).toMatchObject({ cel, waarde });
      expect(fout!.verwacht).toMatch(verwacht);
    },
  );

  it('a number under which a date is meant says which', async () => {
    // 1 January 2027 is day 46388 of a workbook: 46388 - 25569 = 20819 days after 1 January 1970.
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Actielijst',
          rows: [
            ['Begint op', 'id (niet wijzigen)', 'versie (niet wijzigen)', 'Activiteit'],
            [46388, null, null, 'x'],
          ],
        },
      ],
    });
    expect((await readRow(bytes)).velden['planningVan']!.fout).toMatchObject({
      cel: 'A2',
      waarde: '46388',
      verwacht: expect.stringContaining('01-01-2027'),
    });
  });

  it('formulas and errors are refused by the name of their cell', async () => {
    const row = await readRow(
      await makeWorkbook([actieRij({ A: 'UT-01', C: 'x' })], {
        cells: {
          '1,2': { type: 'formula', formula: 'A1&"x"', formulaResult: 'ax', value: 'ax' },
          '1,5': { type: 'error', value: '#N/A' },
        },
      }),
    );
    expect(row.velden['activiteit']!.fout).toMatchObject({
      cel: 'C2',
      waarde: '=A1&"x"',
      verwacht: expect.stringContaining('geen formule'),
    });
    expect(row.velden['resultaat']!.fout).toMatchObject({
      cel: 'F2',
      waarde: '#N/A',
      verwacht: expect.stringContaining('fout van Excel'),
    });
  });

  it('merged cells are refused by their range, for every row in it', async () => {
    const rows = [
      actieRij({ A: 'UT-01', C: 'een' }),
      actieRij({ A: 'UT-01', C: 'twee' }),
      actieRij({ A: 'UT-01', C: 'drie' }),
    ];
    const merged = await readRows(
      await makeWorkbook(rows, { merges: [{ startRow: 1, endRow: 2, startCol: 3, endCol: 3 }] }),
    );
    expect(merged.map(({ fouten }) => fouten.map(({ cel }) => cel))).toEqual([['D2:D3'], ['D2:D3'], []]);
  });

  it.each([
    ['an id without its version', { L: 'a1' }, 'M2'],
    ['a version without its id', { M: 4 }, 'L2'],
    ['a version that is no number', { L: 'a1', M: 'x' }, 'M2'],
  ])('%s is wrong', async (_name, values, cel) => {
    const row = await readRow(await makeWorkbook([actieRij({ C: 'x', ...values })]));
    expect(row.fouten.map((fout) => fout.cel)).toEqual([cel]);
  });

  it('empty rows between are passed over, and rows keep the number of the margin', async () => {
    const rows = await readRows(
      await makeWorkbook([actieRij({ C: 'een' }), actieRij({}), actieRij({ C: 'drie' })]),
    );
    expect(rows.map(({ nummer }) => nummer)).toEqual([2, 4]);
  });
});
