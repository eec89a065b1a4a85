import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kenmerken, kenmerkLabels } from '../data/rules/kenmerken.ts';
import { readCsv } from '../web/panels/questions/csv.ts';
import { toAnswerTable } from '../web/panels/questions/generic-table.ts';
import { toGroundsText } from '../web/panels/questions/grounds.ts';
import { listNearest, toNetLead } from '../web/panels/questions/net.ts';
import { listBySize, toSizeNote } from '../web/panels/questions/ruimte-samen.ts';
import { groupByShift, toShiftLead, toYearsWords } from '../web/panels/questions/verschuiving.ts';
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
      ['Twee', 'onbekend', `< 1${thin}%`, 'onbekend'],
    ]);
  });
  it('has no rows when nothing was found', () => {
    expect(toAnswerTable(kolommen, readCsv('\uFEFFNaam;peildatum\r\n')).rows).toEqual([]);
    expect(readCsv('')).toEqual([]);
  });
});

describe('the most important line of an answer comes first', () => {
  const said = (jaarTot: number) => ({
    gezegdOp: null,
    jaarVan: jaarTot - 1,
    jaarTot,
    aard: null,
    oorzaak: null,
    bron: null,
    achterhaald: false,
  });
  const shifted = (id: string, verschuivingJaren: number | null, ...years: number[]) => ({
    id,
    naam: id,
    fase: null,
    uitspraken: years.map(said),
    verschuivingJaren,
  });

  it('those that shift before those that do not, and how many they are', () => {
    const projecten = [
      shifted('A', null, 2030),
      shifted('B', 1, 2029, 2030),
      shifted('C', 0, 2029, 2029),
      shifted('D', 4, 2029, 2033),
      shifted('E', -1, 2029, 2028),
    ];
    expect(toShiftLead(projecten)).toBe('2 van de 5 projecten met een IBN schuiven naar later');
    const groups = groupByShift(projecten).map((group) => [
      group.projecten.map(({ id }) => id),
      group.folded,
    ]);
    expect(groups).toEqual([
      [['D', 'B'], false],
      [['E'], false],
      [['C'], true],
      [['A'], true],
    ]);
    expect(toYearsWords(projecten[3]!)).toEqual({
      now: '2032–2033',
      shift: '4 jaar later dan eerst gezegd (2028–2029)',
      cause: null,
    });
    expect(toShiftLead([projecten[0]!])).toContain('schuift geen van de 1');
    expect(toShiftLead([])).toBe('Van geen project is een IBN bekend');
  });

  it('the nearest of stations and lines, at least so far away where the place is not sure', () => {
    const net = (id: string, afstandM: number) => ({
      id,
      naam: null,
      spanningKv: [],
      beheerder: null,
      afstandM,
      geometrie: null,
    });
    const found = { stations: [net('S', 8440), net('T', 9000)], lijnen: [net('L', 7400)] };
    expect(listNearest(found).map(({ id }) => id)).toEqual(['L', 'S', 'T']);
    expect(listNearest(found)[0]?.facts).toBe('lijn · spanning onbekend · beheerder onbekend');
    const lead = (ligging: 'exact' | 'indicatief', more = found) =>
      toNetLead({ ...more, gevraagd: { ligging }, spanningKv: 150, onbekend: [] } as never);
    expect(lead('exact')).toBe(`7,40${thin}km tot de dichtstbijzijnde lijn van 150${thin}kV`);
    expect(lead('indicatief')).toMatch(/^Ten minste 7,40/);
    expect(lead('indicatief', { stations: [net('S', 0)], lijnen: [] })).toMatch(
      /^Raakt mogelijk een station/,
    );
    expect(lead('exact', { stations: [], lijnen: [] })).toBe('De afstand tot het net is onbekend');
  });

  it('the largest land take, with what is not known of it in words', () => {
    const project = (id: string, maxM2: number | null) => ({
      id,
      naam: id,
      ibnVan: null,
      ibnTot: null,
      direct: maxM2 === null ? null : { minM2: 10_000, maxM2 },
      indirect: { minM2: 10_000, maxM2: 20_000 },
      tijdelijk: null,
      geverifieerd: false,
      zonderBandbreedte: false,
      gemeenten: [],
    });
    const sized = listBySize([project('A', 10_000), project('B', null), project('C', 30_000)]);
    expect(sized.map(({ id }) => id)).toEqual(['C', 'A']);
    expect(toSizeNote(sized[0]!)).toBe(
      `gemeente onbekend · IBN onbekend · indirect 1,00–2,00${thin}ha · niet in een bron gezien`,
    );
  });
});

it('an answer says how many sources it rests on, how old the oldest is, and how far off', () => {
  const bron = (titel: string, peildatum: string | null, afwijkingP95M: number | null) => ({
    id: titel,
    titel,
    herkomst: 'spiegel' as const,
    peildatum,
    licentie: 'CC0',
    dekking: null,
    afwijkingP95M,
  });
  const gemeenten = bron('CBS gemeenten', '2024-01-01', 26);
  expect(toGroundsText([gemeenten])).toBe(`CBS gemeenten, ± 26${thin}m`);
  expect(
    toGroundsText([bron('Akkervogels', '2023-05-01', null), bron('Net', '2017-01-01', null), gemeenten]),
  ).toBe(`3 bronnen, de oudste van 01-01-2017, ± 26${thin}m`);
  expect(toGroundsText([gemeenten, bron('Net', null, null)])).toMatch(/van 01-01-2024, 1 zonder peildatum/);
  expect(toGroundsText([])).toBe('geen bron genoemd');
});
