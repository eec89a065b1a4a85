import { z } from 'zod';
import { kenmerken } from '../rules/kenmerken.ts';
import { bevoegdGezagAntwoord, type BevoegdGezagAntwoord, type GebiedDeel } from '../schema/antwoord.ts';
import type { SoortGebied } from '../vocabulary.ts';
import { listLocationNotes, toGevraagd, type PlaceRow } from './place.ts';
import { defineQuestion, type Cell, type Facts } from './question.ts';
import { sumOverGemeenten, toGebiedDelen, toOutside, type Deel } from './shares.ts';
import { floors } from './floors.ts';

const parameters = z.strictObject({
  kenmerken: kenmerken
    .optional()
    .meta({ description: 'wat over het project bekend is; wat ontbreekt noemt het antwoord' }),
  peildatum: z.iso
    .date()
    .optional()
    .meta({ description: 'de dag waarvoor de regels gelden; vandaag als niets is opgegeven' }),
});

type Antwoord = BevoegdGezagAntwoord['antwoord'];
type Row = PlaceRow & { delen: Deel[] };

const levels = [
  ['provincies', 'provincie'],
  ['resRegios', 'res-regio'],
  ['subregios', 'subregio'],
  ['netbeheerders', 'netbeheerdersgebied'],
] as const;

export const bevoegdGezag = defineQuestion<Row, z.infer<typeof parameters>, Antwoord>({
  naam: 'bevoegd-gezag',
  titel: 'Wie is bevoegd gezag?',
  uitleg:
    'In welke gemeenten, provincies, regio’s, waterschappen en netbeheerdersgebieden een punt, lijn, vlak of project ligt, ' +
    'en wie per besluit bevoegd gezag is. De regels doen een voorstel; wat er besloten is gaat voor.',
  over: 'plek',
  parameters,
  antwoord: bevoegdGezagAntwoord,
  kolommen: [
    { naam: 'soort', label: 'Soort' },
    { naam: 'code', label: 'Code' },
    { naam: 'naam', label: 'Naam' },
    {
      naam: 'aandeel',
      label: 'Aandeel',
      eenheid: 'aandeel',
      toelichting: 'deel van het gevraagde vlak, of van de lengte, 0 tot 1',
    },
    { naam: 'oppervlakteM2', label: 'Oppervlakte', eenheid: 'm²' },
    { naam: 'lengteM', label: 'Lengte', eenheid: 'm' },
    { naam: 'besluit', label: 'Besluit' },
    { naam: 'bevoegdGezag', label: 'Bevoegd gezag' },
    { naam: 'orgaan', label: 'Orgaan' },
    { naam: 'instrument', label: 'Instrument' },
    { naam: 'grondslag', label: 'Grondslag' },
    { naam: 'zekerheid', label: 'Zekerheid' },
    { naam: 'toelichting', label: 'Toelichting' },
  ],
  sql: 'bevoegd-gezag.sql',
  verantwoording: [
    'gemeenten',
    'provincies',
    'res-regios',
    'subregios',
    'waterschappen',
    'netbeheerdersgebieden',
  ],
  toSqlParameters: () => [],
  compose,
  toTable,
  toFeatures: (antwoord) => [
    {
      geometrie: antwoord.gevraagd.geometrie,
      properties: { ...antwoord, gevraagd: { ...antwoord.gevraagd, geometrie: undefined } },
    },
  ],
});

function compose(row: Row, facts: Facts): Antwoord {
  const gevraagd = toGevraagd(row);
  const isPlaced = gevraagd.ligging !== 'geen';
  const counted = row.delen.filter((part) => part.m2 > floors.m2 || part.m > floors.m || part.punten > 0);
  const gemeenten = isPlaced
    ? toGebiedDelen(
        counted.filter((part) => part.soort === 'gemeente'),
        row.maat,
        facts,
      )
    : listRegistered('gemeente', row.project?.gemeenten ?? [], facts);
  const level = (soort: SoortGebied): GebiedDeel[] =>
    isPlaced ? sumOverGemeenten(soort, counted, row.maat, facts) : listRegisteredLevel(soort, row, facts);
  const [provincies, resRegios, subregios, netbeheerders] = levels.map(([, soort]) => level(soort)) as [
    GebiedDeel[],
    GebiedDeel[],
    GebiedDeel[],
    GebiedDeel[],
  ];
  const waterschappen = toGebiedDelen(
    counted.filter((part) => part.soort === 'waterschap'),
    row.maat,
    facts,
  );
  const buitenGrenzen = isPlaced
    ? toOutside(row.delen, row.maat, floors)
    : { aandeel: 0, oppervlakteM2: 0, lengteM: 0 };
  return {
    gevraagd,
    gemeenten,
    provincies,
    resRegios,
    subregios: subregios.map((one) => ({
      ...one,
      indeling: facts.find('subregio', one.code)?.indeling ?? '',
    })),
    waterschappen,
    netbeheerders,
    buitenGrenzen,
    voorstellen: [],
    onbekend: [
      ...listLocationNotes(row),
      ...listBelowFloor(row.delen, counted, facts),
      ...listOutside(buitenGrenzen.aandeel),
      ...listUnknownWaterschappen(waterschappen, provincies, facts),
    ],
  };
}

/** Areas the register names for a project without a location: nothing to measure. */
function listRegistered(soort: SoortGebied, codes: readonly string[], facts: Facts): GebiedDeel[] {
  return codes.map((code) => ({ code, naam: facts.find(soort, code)?.naam ?? code, aandeel: null }));
}

function listRegisteredLevel(soort: SoortGebied, row: Row, facts: Facts): GebiedDeel[] {
  const memberships = (row.project?.gemeenten ?? [])
    .flatMap((code) => facts.listMemberships(code))
    .filter((lid) => lid.soort === soort && !lid.deel)
    .map((lid) => lid.code);
  const stated = soort === 'provincie' ? (row.project?.provincies ?? []) : [];
  return listRegistered(soort, [...new Set([...stated, ...memberships])], facts);
}

function listBelowFloor(all: readonly Deel[], counted: readonly Deel[], facts: Facts): string[] {
  const names = all
    .filter((part) => part.soort === 'gemeente' && !counted.includes(part))
    .map((part) => facts.find('gemeente', part.code)?.naam ?? part.code);
  if (names.length === 0) return [];
  return [
    `Raakt aan ${names.join(', ')}, voor minder dan ${floors.m2} m² en ${floors.m} m; dat telt niet mee.`,
  ];
}

function listOutside(share: number): string[] {
  if (share === 0) return [];
  const percentage = (share * 100).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
  return [
    `${percentage} % ligt buiten alle gemeenten: zee, buitenland, of groot water dat in de bron van de grenzen ontbreekt. Voor dat deel is geen bevoegd gezag bepaald.`,
  ];
}

function listUnknownWaterschappen(
  found: readonly GebiedDeel[],
  provincies: readonly GebiedDeel[],
  facts: Facts,
): string[] {
  const covered = found.reduce((sum, one) => sum + (one.aandeel ?? 0), 0);
  if (covered > 0.999) return [];
  const codes = provincies.map((one) => one.code);
  const candidates = facts.gebieden.filter(
    (one) =>
      one.soort === 'waterschap' &&
      one.oppervlakteM2 === null &&
      one.provincies.some((code) => codes.includes(code)),
  );
  if (candidates.length === 0) return ['Waterschap: van dit gebied is geen waterschapsgrens geladen.'];
  const names = candidates.map((one) => one.naam).join(', ');
  return [
    `Waterschap: van ${names} is de grens niet geladen; welk waterschap het ${found.length > 0 ? 'voor de rest ' : ''}is, staat niet vast (toedeling per provincie is globaal).`,
  ];
}

function toTable(antwoord: Antwoord): Record<string, Cell>[] {
  const areas = (soort: string, list: readonly GebiedDeel[]): Record<string, Cell>[] =>
    list.map(({ code, naam, aandeel, oppervlakteM2, lengteM, toelichting }) => ({
      soort,
      code,
      naam,
      aandeel,
      oppervlakteM2: oppervlakteM2 ?? null,
      lengteM: lengteM ?? null,
      toelichting: toelichting ?? null,
    }));
  return [
    ...areas('gemeente', antwoord.gemeenten),
    ...areas('provincie', antwoord.provincies),
    ...areas('RES-regio', antwoord.resRegios),
    ...areas('subregio', antwoord.subregios),
    ...areas('waterschap', antwoord.waterschappen),
    ...areas('netbeheerder', antwoord.netbeheerders),
    ...antwoord.voorstellen.map(({ organisatie, ...voorstel }) => ({
      soort: 'voorstel',
      code: organisatie?.code ?? null,
      naam: organisatie?.naam ?? null,
      besluit: voorstel.besluit,
      bevoegdGezag: voorstel.bevoegdGezag,
      orgaan: voorstel.orgaan,
      instrument: voorstel.instrument,
      grondslag: voorstel.grondslag,
      zekerheid: voorstel.zekerheid,
      toelichting: voorstel.toelichting,
    })),
    ...antwoord.onbekend.map((toelichting) => ({ soort: 'onbekend', toelichting })),
  ];
}
