import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kenmerken, kenmerkLabels } from '../data/rules/kenmerken.ts';
import { readCsv } from '../web/panels/questions/csv.ts';
import { toAnswerTable } from '../web/panels/questions/generic-table.ts';
import { listFields, toParameters, type JsonSchema } from '../web/state/question-fields.ts';

const thin = '\u202f';
/** As GET /api/v1/vragen gives it. */
const schema = z.toJSONSchema(
  z.strictObject({
    kenmerken: kenmerken.optional(),
    peildatum: z.iso.date().optional().meta({ description: 'peildatum' }),
    lagen: z.array(z.enum(['a', 'b'])).optional(),
  }),
  { io: 'input' },
) as JsonSchema;
const fields = listFields(schema);

describe('the form of a question', () => {
  it('has every fact of its document, nested ones too', () => {
    expect(fields.map(({ key }) => key).sort()).toEqual(
      [...Object.keys(kenmerken.shape), 'peildatum', 'lagen'].sort(),
    );
    expect(fields.find(({ key }) => key === 'spanningKv')).toMatchObject({
      path: ['kenmerken', 'spanningKv'],
      kind: 'getal',
      name: kenmerkLabels.spanningKv,
      max: 1200,
    });
    expect(fields.find(({ key }) => key === 'provinciaalBelang')?.kind).toBe('ja of nee');
    expect(fields.find(({ key }) => key === 'soortObject')?.options).toContain('station');
    expect(fields.find(({ key }) => key === 'peildatum')?.kind).toBe('datum');
    expect(fields.find(({ key }) => key === 'lagen')?.kind).toBe('keuzes');
    expect(listFields(null)).toEqual([]);
  });
  it('sends what was filled in as the values the document asks, and passes its own check', () => {
    const sent = toParameters(fields, {
      spanningKv: '150',
      vermogenMw: '12,5',
      provinciaalBelang: 'ja',
      nationaalBelang: 'nee',
      soortObject: 'station',
      diepteM: ' ',
      lagen: 'a, b',
    });
    expect(sent).toEqual({
      kenmerken: {
        spanningKv: 150,
        vermogenMw: 12.5,
        provinciaalBelang: true,
        nationaalBelang: false,
        soortObject: 'station',
      },
      lagen: ['a', 'b'],
    });
    expect(kenmerken.safeParse(sent['kenmerken']).success).toBe(true);
  });
  it('leaves what is no number to the server to name', () => {
    const sent = toParameters(fields, { spanningKv: 'veel', onbekendeSleutel: 'x' });
    expect(sent).toEqual({ kenmerken: { spanningKv: 'veel' }, onbekendeSleutel: 'x' });
    expect(kenmerken.safeParse(sent['kenmerken']).success).toBe(false);
  });
});

describe('a question without a face of its own', () => {
  const kolommen = [
    { naam: 'naam', label: 'Naam' },
    { naam: 'm2', label: 'Oppervlakte', eenheid: 'm²' as const },
    { naam: 'aandeel', label: 'Aandeel', eenheid: 'aandeel' as const },
    { naam: 'leeg', label: 'Leeg' },
    { naam: 'jaar', label: 'Jaar', eenheid: 'jaar' as const },
  ];
  const csv =
    '\uFEFFNaam;Oppervlakte (m²);Aandeel (aandeel);Leeg;Jaar (jaar);peildatum\r\n' +
    '"Plan ""Oost""; deel 2";29800,4;0,87;;2029;2026-01-01\r\n' +
    'Twee;;0,004;;;2026-01-01\r\n';
  it('is the table its columns describe, in Dutch, without columns that hold nothing', () => {
    const { columns, rows } = toAnswerTable(kolommen, readCsv(csv));
    expect(columns.map(({ label, numeric }) => `${label} ${numeric}`)).toEqual([
      'Naam false',
      'Oppervlakte true',
      'Aandeel true',
      'Jaar true',
    ]);
    expect(rows).toEqual([
      ['Plan "Oost"; deel 2', `2,98${thin}ha`, `87${thin}%`, '2029'],
      ['Twee', '', `< 1${thin}%`, ''],
    ]);
  });
  it('has no rows when nothing was found', () => {
    expect(toAnswerTable(kolommen, readCsv('\uFEFFNaam;peildatum\r\n')).rows).toEqual([]);
    expect(readCsv('')).toEqual([]);
  });
});
