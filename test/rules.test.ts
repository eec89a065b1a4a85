// The rules against the practice and the law: every file in test/cases/bevoegd-gezag is one case, with what must be
// among the proposals and why. Expected values come from the source of the case, never from the program.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  bevoegdGezagNietVastgesteld,
  bevoegdGezagRegels,
  type BevoegdGezagRegel,
} from '../data/rules/bevoegd-gezag.ts';
import { checkGeldigheid } from '../data/rules/bevoegd-gezag/geldigheid.ts';
import { checkFase, faseKenmerken, listActies } from '../data/rules/fases.ts';
import { kenmerken, kenmerkLabels } from '../data/rules/kenmerken.ts';
import { proposeBevoegdGezag, type Situatie } from '../data/rules/propose-bevoegd-gezag.ts';
import { voorstel, type Voorstel } from '../data/schema/antwoord.ts';
import { proces } from '../data/seed/proces.ts';

/** What a proposal must look like; text fields of a free kind are regular expressions. */
interface Expected {
  besluit?: string;
  bevoegdGezag?: string;
  /** Code of the organisation; null = named by nobody. */
  organisatie?: string | null;
  orgaan?: string;
  zekerheid?: string;
  grondslag?: string;
  toelichting?: string;
}

interface Case {
  titel: string;
  given: Situatie;
  expected: {
    first?: Expected;
    mustContain?: Expected[];
    mustNotContain?: Expected[];
    onbekend?: string[];
    onbekendNiet?: string[];
    onbekendLeeg?: boolean;
    aandacht?: string[];
  };
  why: string;
  bron: string;
}

const folder = new URL('./cases/bevoegd-gezag/', import.meta.url);
const cases = readdirSync(folder).map((file) => ({
  file,
  ...(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case),
}));

function matches(one: Voorstel, expected: Expected): boolean {
  return (
    (['besluit', 'bevoegdGezag', 'orgaan', 'zekerheid'] as const).every(
      (field) => expected[field] === undefined || one[field] === expected[field],
    ) &&
    (expected.organisatie === undefined || (one.organisatie?.code ?? null) === expected.organisatie) &&
    (['grondslag', 'toelichting'] as const).every(
      (field) => expected[field] === undefined || new RegExp(expected[field]).test(one[field] ?? ''),
    )
  );
}

describe('bevoegd gezag, cases', () => {
  it('has a case for each of the nine practice examples', () => {
    const nine = ['ut-01', 'ut-03', 'ut-05', 'ge-01', 'li-02', 'fr-01', 'fr-02', 'xp-05', 'ze-02'];
    for (const id of nine)
      expect(
        cases.some(({ file }) => file.startsWith(`praktijk-${id}`)),
        id,
      ).toBe(true);
  });

  it.each(cases)('$titel', ({ given, expected, why, bron }) => {
    expect(why).not.toBe('');
    expect(bron).not.toBe('');
    expect(kenmerken.safeParse(given.kenmerken).success).toBe(true);
    const { voorstellen, onbekend, aandachtspunten } = proposeBevoegdGezag(given);
    for (const one of voorstellen) voorstel.parse(one);
    const { first, mustContain = [], mustNotContain = [] } = expected;
    if (first)
      expect(voorstellen[0] && matches(voorstellen[0], first), JSON.stringify(voorstellen[0])).toBe(true);
    for (const one of mustContain)
      expect(
        voorstellen.filter((v) => matches(v, one)),
        JSON.stringify(one),
      ).toHaveLength(1);
    for (const one of mustNotContain)
      expect(
        voorstellen.filter((v) => matches(v, one)),
        JSON.stringify(one),
      ).toEqual([]);
    for (const pattern of expected.onbekend ?? []) expect(onbekend.join('\n')).toMatch(new RegExp(pattern));
    for (const pattern of expected.onbekendNiet ?? [])
      expect(onbekend.join('\n')).not.toMatch(new RegExp(pattern));
    if (expected.onbekendLeeg) expect(onbekend).toEqual([]);
    for (const pattern of expected.aandacht ?? [])
      expect(aandachtspunten.join('\n')).toMatch(new RegExp(pattern));
  });
});

describe('bevoegd gezag, rules', () => {
  it('never proposes certainty where the article was not read or the rule is not in force', () => {
    for (const { given } of cases)
      for (const one of proposeBevoegdGezag(given).voorstellen) {
        const regel = bevoegdGezagRegels.find(({ id }) => id === one.regelId);
        if (one.zekerheid === 'regel') expect(one.artikelGelezen, one.regelId ?? '').toBe(true);
        if (regel) expect(checkGeldigheid(regel, given.peildatum).geldt, regel.id).toBe(true);
        if (!regel) expect(one.zekerheid).toBe('onbekend');
      }
  });

  it('names every missing fact it can ask for', () => {
    expect(Object.keys(kenmerkLabels).sort()).toEqual(Object.keys(kenmerken.shape).sort());
  });

  it('says of every missing fact what hangs on it', () => {
    for (const { given } of cases)
      for (const zin of proposeBevoegdGezag(given).onbekend)
        if (/niet opgegeven/i.test(zin) && !zin.startsWith('Hangt af')) expect(zin).toMatch(/: ./);
  });

  it('proposes each decision of one organ once', () => {
    for (const { given } of cases) {
      const keys = proposeBevoegdGezag(given).voorstellen.map((v) =>
        [v.besluit, v.bevoegdGezag, v.organisatie?.code, v.orgaan].join('|'),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('holds a rule of unknown start with a reservation, from the first day it can to the day its text was read', () => {
    const regel = bevoegdGezagRegels.find(({ id }) => id === 'BG-28')!;
    expect(checkGeldigheid(regel, '2023-12-31').geldt).toBe(false);
    expect(checkGeldigheid(regel, '2024-06-01')).toMatchObject({ geldt: true, voorbehoud: /01-07-2025/ });
    expect(checkGeldigheid(regel, '2025-07-01')).toEqual({ geldt: true, voorbehoud: null });
  });
});

const domain = new URL('../../shared/domain/bevoegd_gezag.json', import.meta.url);
type Row = Record<string, string | boolean | null>;

describe.runIf(existsSync(domain))('bevoegd gezag, carried over from the domain facts', () => {
  const source = existsSync(domain)
    ? (JSON.parse(readFileSync(domain, 'utf8')) as { regels: Row[]; _meta: { onbekend: string[] } })
    : { regels: [], _meta: { onbekend: [] } };
  /** Words of the source file that mean one of its own files or drafts. */
  const reworded: [string, string][] = [
    ['(seed 004)', '(ISA consultatieversie)'],
    ['in seed 001.', 'in de pMIEK-uitvoeringsaanpak.'],
    ['Maten in ruimtebeslag.json.', 'Maten in de rijen over ruimtebeslag (buisleidingenstrook).'],
  ];
  const inOurWords = (text: string | boolean | null | undefined) =>
    typeof text === 'string' ? reworded.reduce((t, [from, to]) => t.replace(from, to), text) : text;

  it('has the same 32 rules in the same order, 23 of them with the article read', () => {
    expect(bevoegdGezagRegels.map(({ id }) => id)).toEqual(source.regels.map(({ id }) => id));
    expect(bevoegdGezagRegels).toHaveLength(32);
    expect(bevoegdGezagRegels.filter((regel) => regel.artikelGelezen)).toHaveLength(23);
    expect(bevoegdGezagNietVastgesteld).toEqual(source._meta.onbekend);
  });

  it.each(source.regels)('$id says the same, field by field', (row) => {
    const regel = bevoegdGezagRegels.find(({ id }) => id === row.id) as BevoegdGezagRegel;
    const { criterium, energiedrager, grondslag, artikelGelezen, geverifieerd, toelichting } = regel;
    expect({
      criterium,
      energiedrager,
      bevoegd_gezag: regel.gezagTekst,
      instrument: regel.instrumentTekst,
      artikel: grondslag,
      geldig: toGeldigText(regel),
      geverifieerd,
      bron: regel.bronnen.join(' ; '),
      opmerking: toelichting,
      artikel_gelezen: artikelGelezen,
    }).toEqual({
      criterium: row.criterium,
      energiedrager: row.energiedrager,
      bevoegd_gezag: row.bevoegd_gezag,
      instrument: row.instrument,
      artikel: row.artikel,
      geldig: row.geldig,
      geverifieerd: row.geverifieerd,
      bron: row.bron,
      opmerking: inOurWords(row.opmerking),
      artikel_gelezen: row.artikel_gelezen,
    });
  });
});

/** The validity of a rule in the words of the source file. */
function toGeldigText({ geldigVan, geldigTot, geldendOp }: BevoegdGezagRegel): string | null {
  if (geldigVan && geldigTot) return `${geldigVan} t/m ${geldigTot}`;
  if (geldigVan) return `vanaf ${geldigVan}`;
  if (geldendOp && geldigTot) return `geldend op ${geldendOp}; uiterlijk t/m ${geldigTot}`;
  return geldendOp ? `geldend op ${geldendOp}; begin niet vastgesteld` : null;
}

describe('fases', () => {
  it('has the kenmerken of the uitvoeringsaanpak, word for word', () => {
    expect(faseKenmerken.map(({ fase, kenmerk }) => [fase, kenmerk])).toEqual(
      proces.fases.flatMap(({ code, kenmerken: lijst }) => lijst.map((kenmerk) => [code, kenmerk])),
    );
  });

  it('shows a contradiction, and does not take a place centre for a location', () => {
    const feiten = {
      voorkeursalternatief: true,
      projectbesluit: null,
      technischOntwerp: null,
      investeringsbesluit: null,
    };
    expect(checkFase('planuitwerking', { ...feiten, ligging: 'geen' })).toEqual([
      { kenmerk: 'voorkeursalternatief is er', uitkomst: 'klopt' },
      { kenmerk: 'nog geen projectbesluit', uitkomst: 'onbekend' },
      { kenmerk: 'er is een locatie', uitkomst: 'strijdig' },
    ]);
    expect(checkFase('planuitwerking', { ...feiten, ligging: 'indicatief' })[2]?.uitkomst).toBe('onbekend');
    expect(checkFase('verkenning', { ...feiten, ligging: 'geen' })[0]?.uitkomst).toBe('strijdig');
    expect(checkFase('gerealiseerd', { ...feiten, ligging: 'exact' })).toEqual([]);
  });

  it('lists example actions with who takes them', () => {
    expect(listActies('planuitwerking')).toContainEqual({
      actie: 'projectbesluit en locatiebesluit',
      actiehouders: ['gemeente'],
    });
    expect(listActies('vervallen')).toEqual([]);
  });
});
