// Forms of records: what is read from what is typed, what is sent, what two people make of it, what is kept.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordField } from '../data/document.ts';
import { actieRecord, componentRecord, ibnRecord, projectRecord, records } from '../data/records/index.ts';
import type { Gegevens, Registratie } from '../data/schema/registratie.ts';
import { isWithoutChange, listFormFields, toBody, toRawRecord } from '../web/pages/records/form-body.ts';
import { readRaw, toEmptyChoice, toRaw } from '../web/pages/records/form-value.ts';
import { RecordFormState } from '../web/pages/records/record-form.svelte.ts';
import { mergeFields, toMergedBody, toTogether } from '../web/pages/records/merge.ts';
import { searchOrganisations } from '../web/pages/records/organisations.svelte.ts';
import { ApiError } from '../web/api-error.ts';
import type { Along } from '../web/pages/records/along.ts';
import { DraftState } from '../web/state/drafts.svelte.ts';
import { KeptDrafts, type DraftStorage } from '../web/state/kept-drafts.ts';

const field = (soort: RecordField['soort'], more: Partial<RecordField> = {}): RecordField => ({
  naam: 'x',
  kolom: 'x',
  label: 'X',
  soort,
  ...more,
});

function makeRecord(gegevens: Gegevens, versie: Partial<Registratie['versie']> = {}): Registratie {
  return {
    id: '1',
    projectId: 'W-01',
    gegevens,
    versie: {
      rij: 1,
      eigenaar: 'PV91',
      vertrouwelijkheid: 'openbaar',
      embargoTot: null,
      geldigVan: null,
      geldigTot: null,
      bekendVan: '2026-01-01T10:00:00Z',
      bekendTot: null,
      doorOrganisatie: null,
      door: null,
      reden: null,
      ingetrokken: false,
      herkomst: {},
      ...versie,
    },
    mag: { wijzigen: true, intrekken: true },
  };
}

function makeStorage(): DraftStorage & { full: boolean } {
  const kept = new Map<string, string>();
  return {
    full: false,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, text) {
      if (this.full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

describe('what is typed is read as people write it', () => {
  it.each<[string, RecordField, string, unknown]>([
    ['a decimal comma', field('getal'), '12,5', 12.5],
    ['points for thousands', field('getal'), '1.234.567,5', 1234567.5],
    ['a decimal point', field('getal'), '12.5', 12.5],
    ['a thousand with a point', field('geheel'), '1.500', 1500],
    ['a year', field('jaar'), '2031', 2031],
    ['lines of whole numbers, each once', field('gehelen'), '150\n\n20\n150', [150, 20]],
    ['lines of text', field('teksten'), ' IP-1 \nIP-2', ['IP-1', 'IP-2']],
    ['yes', field('janee'), 'ja', true],
    ['no', field('janee'), 'nee', false],
    ['nothing at all', field('tekst'), '   ', null],
    ['an empty list', field('teksten'), '', []],
    [
      'a place',
      field('geometrie'),
      '{"type":"Point","coordinates":[5,52]}',
      { type: 'Point', coordinates: [5, 52] },
    ],
  ])('%s', (_, what, typed, value) => expect(readRaw(what, typed)).toEqual({ value }));

  it.each<[string, RecordField, string, RegExp]>([
    ['a word for a number', field('getal'), 'veel', /^Geef een getal\.$/],
    ['half for a whole', field('geheel'), '1,5', /geheel getal/],
    ['a year of five figures', field('jaar'), '20311', /jaartal vanaf 1950 tot en met 2100/],
    ['too much', field('getal', { maximum: 1000, eenheid: 'kV' }), '1001', /tot en met 1\.000 \(kV\)/],
    ['too long', field('tekst', { maxTekens: 5 }), 'zeven!!', /7 tekens; er passen er 5/],
    [
      'too long for what is wanted',
      field('tekst', { maxTekens: 7, uitleg: 'Zoals 2026-H2.' }),
      'zomer 26',
      /2026-H2/,
    ],
    ['one bad line of many', field('gehelen'), '150\nhoog', /“hoog”: Geef een geheel getal/],
    ['an address without https', field('webadres'), 'www.example.org', /https/],
    ['no e-mail address', field('email'), 'piet', /naam@example\.org/],
  ])('%s is refused, and says what would be right', (_, what, typed, words) => {
    const found = readRaw(what, typed);
    expect('fault' in found && found.fault).toMatch(words);
  });

  it('a list offers the unknown once', () => {
    const choices = records.flatMap(({ velden }) => velden).filter(({ soort }) => soort === 'keuze');
    for (const one of choices)
      expect(
        [toEmptyChoice(one), ...(one.keuzes ?? [])].filter((each) => each === 'onbekend').length,
      ).toBeLessThan(2);
    expect(choices.some((one) => toEmptyChoice(one) === 'niet ingevuld')).toBe(true);
  });

  it('a value that is shown and read again is the same, in every kind of field', () => {
    const values: [RecordField, unknown][] = [
      [field('getal'), 1234.5],
      [field('geheel'), 1500],
      [field('jaar'), 2031],
      [field('gehelen'), [150, 20]],
      [field('teksten'), ['a', 'b']],
      [field('janee'), false],
      [field('tekst'), 'één'],
      [field('organisaties'), ['GM0307', 'stedin']],
      [field('geometrie'), { type: 'Point', coordinates: [5.123456789, 52] }],
      [field('datum'), '2026-12-31'],
      [field('tekst'), null],
    ];
    for (const [what, value] of values)
      expect(readRaw(what, toRaw(what, value)), what.soort).toEqual({ value });
  });
});

describe('what is sent', () => {
  const fields = listFormFields(actieRecord, null, true);

  it('is everything that was filled in, for a new record', () => {
    const raw = toRawRecord(actieRecord, null, { fase: 'planuitwerking' });
    raw.velden['activiteit'] = ' Grond kopen ';
    raw.velden['trekkers'] = ['GM0307'];
    raw.vertrouwelijkheid = 'partijen';
    raw.embargoTot = '2027-01-01';
    expect(toBody(fields, raw, null)).toEqual({
      faults: {},
      body: {
        gegevens: { activiteit: 'Grond kopen', trekkers: ['GM0307'], fase: 'planuitwerking', status: 'open' },
        vertrouwelijkheid: 'partijen',
        embargoTot: '2027-01-01',
      },
    });
  });

  it('names what is missing and what cannot be read, and leaves what was typed alone', () => {
    const raw = toRawRecord(componentRecord, null);
    raw.velden['vermogenMw'] = 'honderd';
    const { faults } = toBody(listFormFields(componentRecord, null, true), raw, null);
    expect(Object.keys(faults)).toEqual(['gegevens.soort', 'gegevens.vermogenMw', 'gegevens.ligging']);
    expect(raw.velden['vermogenMw']).toBe('honderd');
  });

  it('is only what changed, for a record that is there; emptied is null', () => {
    const record = makeRecord(
      {
        activiteit: 'A',
        trekkers: ['PV91'],
        partijen: [],
        resultaat: 'R',
        status: 'open',
        planningTot: '2026-05-01',
      },
      { vertrouwelijkheid: 'partijen', embargoTot: '2027-01-01' },
    );
    const raw = toRawRecord(actieRecord, record);
    expect(isWithoutChange(toBody(fields, raw, record).body)).toBe(true);
    raw.velden['resultaat'] = '';
    raw.velden['status'] = 'gereed';
    raw.embargoTot = '';
    raw.reden = 'klaar';
    const { body } = toBody(fields, raw, record);
    expect(body).toEqual({
      gegevens: { resultaat: null, status: 'gereed' },
      embargoTot: null,
      reden: 'klaar',
    });
    expect(isWithoutChange({ gegevens: {}, reden: 'klaar' })).toBe(true);
  });

  it('carries where a value comes from, also when only that changed', () => {
    const record = makeRecord(
      { naam: 'P', ibnVan: 2031 },
      { herkomst: { ibnVan: { bron: 'brief', datum: '2026' } } },
    );
    const raw = toRawRecord(projectRecord, record);
    raw.herkomst['ibnVan'] = { bron: 'brief van TenneT', datum: '2026-03', aard: 'gepland' };
    const { body, faults } = toBody(listFormFields(projectRecord, ['ibnVan', 'doel'], false), raw, record);
    expect(faults).toEqual({});
    expect(body).toEqual({
      gegevens: {},
      herkomst: { ibnVan: { bron: 'brief van TenneT', datum: '2026-03', aard: 'gepland' } },
    });
    raw.herkomst['ibnVan']!.datum = 'maart';
    expect(toBody(listFormFields(projectRecord, ['ibnVan'], false), raw, record).faults).toEqual({
      'herkomst.ibnVan.datum': 'Geef een jaar, maand of dag: 2023, 2023-11 of 2023-11-30.',
    });
  });

  it('asks of no kind of record what the atlas writes itself, nor afterwards what cannot change', () => {
    for (const document of records) {
      const asked = listFormFields(document, null, false);
      expect(
        asked.filter(({ doorAtlas, vast }) => doorAtlas || vast),
        document.naam,
      ).toEqual([]);
      expect(asked.length, document.naam).toBeGreaterThan(0);
    }
  });
});

describe('what the server refuses', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('of what was saved along is said once and in words, never by its path', async () => {
    vi.stubGlobal('location', { pathname: '/fiche/W-01', search: '' });
    const wrong = (veld: string, verwacht: string) => ({ veld, waarde: '2031', verwacht });
    const refusal = new ApiError('invalid', 'Niet alles klopt.', [
      wrong('wijzigingen.0.gegevens.jaarTot', 'een jaar vanaf 2035'),
      wrong('wijzigingen.1.gegevens.ibnTot', 'een jaar vanaf 2035'),
      wrong('wijzigingen.1.gegevens.fase', 'een fase die bij 2035 past'),
    ]);
    const along: Along = {
      toChanges: () => [{ soort: 'projecten', gegevens: {} }],
      describe: (veld, verwacht) => `${veld} van het project: ${verwacht}`,
      meet: () => null,
    };
    const atlas = {
      records: { together: () => Promise.reject(refusal) },
      drafts: new DraftState(() => 'ik', makeStorage),
      api: {},
    };
    const form = new RecordFormState(atlas as never, {
      document: ibnRecord,
      projectId: 'W-01',
      record: null,
      velden: null,
      initial: { jaarVan: 2035, jaarTot: 2031, aard: 'gepland', gezegdOp: '2026-11-01', bron: 'Brief' },
      draftKey: null,
      along,
    });
    expect(await form.save()).toBeNull();
    expect(form.faults).toEqual({ 'gegevens.jaarTot': 'Een jaar vanaf 2035.' });
    expect(form.others).toEqual(['gegevens.fase van het project: een fase die bij 2035 past']);
  });
});

describe('two people change one record', () => {
  const basis = makeRecord({
    activiteit: 'A',
    trekkers: ['GM1', 'GM2'],
    resultaat: 'R',
    status: 'open',
    planning: null,
  });
  const huidig = makeRecord(
    { activiteit: 'A', trekkers: ['GM2', 'GM3'], resultaat: 'van hen', status: 'loopt', planning: 'mei' },
    { rij: 2 },
  );
  const mine = {
    gegevens: {
      activiteit: 'van mij',
      trekkers: ['GM1', 'GM2', 'GM4'],
      resultaat: 'van mij',
      status: 'loopt',
    },
    reden: 'overleg',
  };
  const fields = mergeFields(actieRecord, basis, mine, huidig);

  it('is told field by field: mine, theirs, the same, and what clashes', () => {
    expect(fields.map(({ naam, soort }) => [naam, soort])).toEqual([
      ['activiteit', 'mijn'],
      ['trekkers', 'botst'],
      ['resultaat', 'botst'],
      ['planning', 'hun'],
      ['status', 'eens'],
    ]);
  });

  it('together: what either added is there, what either took away is gone', () => {
    // was 1,2; I added 4; they took 1 away and added 3
    expect(toTogether(fields[1]!)).toEqual(['GM2', 'GM4', 'GM3']);
    expect(toTogether(fields[2]!)).toBeNull(); // two short texts say different things: a person writes
    const long = { ...fields[2]!, mijn: 'm'.repeat(50), hun: 'h'.repeat(50) };
    expect(toTogether(long)).toBe(`${'h'.repeat(50)}\n\n${'m'.repeat(50)}`);
  });

  it('sends only what differs from theirs', () => {
    const body = toMergedBody(fields, { trekkers: ['GM2', 'GM3', 'GM4'], resultaat: 'van hen' }, mine);
    expect(body).toEqual({
      gegevens: { activiteit: 'van mij', trekkers: ['GM2', 'GM3', 'GM4'] },
      reden: 'overleg',
    });
  });

  it('sees that confidentiality clashes too', () => {
    const closed = makeRecord(basis.gegevens, { vertrouwelijkheid: 'vertrouwelijk' });
    const found = mergeFields(actieRecord, basis, { gegevens: {}, vertrouwelijkheid: 'partijen' }, closed);
    expect(found).toEqual([
      { naam: 'vertrouwelijkheid', was: 'openbaar', mijn: 'partijen', hun: 'vertrouwelijk', soort: 'botst' },
    ]);
    expect(toMergedBody(found, { vertrouwelijkheid: 'vertrouwelijk' }, { gegevens: {} })).toEqual({
      gegevens: {},
    });
  });

  it('a save of mine whose answer was lost is no conflict', () => {
    const same = makeRecord({ ...basis.gegevens, status: 'gereed' }, { rij: 2 });
    const found = mergeFields(actieRecord, basis, { gegevens: { status: 'gereed' } }, same);
    expect(found.map(({ soort }) => soort)).toEqual(['eens']);
  });

  it('the order of the members of a value is no change', () => {
    const a = makeRecord({ geometrie: { type: 'Point', coordinates: [5, 52] } });
    const b = makeRecord({ geometrie: { coordinates: [5, 52], type: 'Point' } });
    expect(mergeFields(componentRecord, a, { gegevens: {} }, b)).toEqual([]);
  });
});

describe('drafts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const isText = (content: unknown): content is string => typeof content === 'string';
  const form = { sleutel: 'acties/1', titel: 'Actie', pad: '/fiche/W-01' };

  it('are kept a moment after typing and offered the next time; saved they are gone', () => {
    const storage = makeStorage();
    const first = new DraftState(
      () => 'ik',
      () => storage,
    ).open(form, isText);
    first.touch(() => 'half');
    first.touch(() => 'half een zin');
    expect(storage.length).toBe(0);
    vi.advanceTimersByTime(1000);
    expect([first.dirty, first.keptAt !== null, storage.length]).toEqual([true, true, 1]);

    const drafts = new DraftState(
      () => 'ik',
      () => storage,
    );
    const next = drafts.open(form, isText);
    expect(next.offered?.inhoud).toBe('half een zin');
    expect(next.dirty).toBe(false);
    expect([next.resume(), next.dirty, next.offered, drafts.unsaved]).toEqual([
      'half een zin',
      true,
      null,
      1,
    ]);
    next.saved();
    expect([storage.length, next.dirty, drafts.unsaved]).toEqual([0, false, 0]);
  });

  it('are kept at once when the form or the page goes', () => {
    const storage = makeStorage();
    const drafts = new DraftState(
      () => 'ik',
      () => storage,
    );
    const open = drafts.open(form, isText);
    open.touch(() => 'a');
    open.close();
    expect(drafts.kept.find('acties/1')?.inhoud).toBe('a');
    const again = drafts.open({ ...form, sleutel: 'acties/2' }, isText);
    again.touch(() => 'b');
    drafts.flush();
    expect(drafts.all.map(({ inhoud }) => inhoud).sort()).toEqual(['a', 'b']);
  });

  it('are of one person each; what was typed before signing in goes along, and never over what is there', () => {
    const storage = makeStorage();
    let who = '';
    const drafts = new KeptDrafts(
      () => who,
      () => storage,
    );
    const keep = (sleutel: string, inhoud: string) =>
      drafts.keep({ sleutel, titel: '', pad: '/', bewaardOp: '2026-01-01T00:00:00Z', inhoud });
    keep('een', 'van niemand');
    keep('twee', 'van niemand');
    who = 'ik';
    keep('een', 'van mij');
    drafts.adopt();
    expect([drafts.find('een')?.inhoud, drafts.find('twee')?.inhoud]).toEqual(['van mij', 'van niemand']);
    who = 'ander';
    drafts.adopt();
    expect(drafts.list()).toEqual([]);
    who = '';
    expect(drafts.list()).toEqual([]);
  });

  it('a full or broken store is told, and costs nothing of what is typed', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const storage = makeStorage();
    storage.setItem('atlas:concept:1:ik:acties/1', '{ half');
    const drafts = new DraftState(
      () => 'ik',
      () => storage,
    );
    const open = drafts.open(form, isText);
    expect(open.offered).toBeNull();
    storage.full = true;
    open.touch(() => 'a');
    vi.advanceTimersByTime(1000);
    expect([open.works, open.dirty]).toEqual([false, true]);
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });

  it('what is kept in another shape is not offered', () => {
    const storage = makeStorage();
    const drafts = new DraftState(
      () => 'ik',
      () => storage,
    );
    drafts.keep({ ...form, inhoud: { anders: true } });
    expect(drafts.open(form, isText).offered).toBeNull();
  });
});

it('organisations are found by any part of their name, the nearest first', () => {
  const all = [
    { code: 'GM0344', naam: 'Utrecht', soort: 'gemeente' as const },
    { code: 'GM1581', naam: 'Utrechtse Heuvelrug', soort: 'gemeente' as const },
    { code: 'PV26', naam: 'Utrecht', soort: 'provincie' as const },
    { code: 'GM0632', naam: 'Woerden', soort: 'gemeente' as const },
    { code: 'GM0796', naam: "'s-Hertogenbosch", soort: 'gemeente' as const },
  ];
  const codes = (text: string) => searchOrganisations(all, text).map(({ code }) => code);
  expect(codes('utrecht')).toEqual(['GM0344', 'PV26', 'GM1581']);
  expect(codes('heuvel')).toEqual(['GM1581']);
  expect(codes('s-hertogen')).toEqual(['GM0796']);
  expect(codes('PV26')).toEqual(['PV26']);
  expect(codes('  ')).toEqual([]);
});
