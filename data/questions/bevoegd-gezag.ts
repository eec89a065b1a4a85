import { z } from 'zod';
import { describeAandelen } from '../share-words.ts';
import { bevoegdGezagWaarschuwing } from '../rules/bevoegd-gezag.ts';
import { buitenAlles } from '../rules/bevoegd-gezag/onbekend.ts';
import { kenmerken, type Kenmerken } from '../rules/kenmerken.ts';
import { toKenmerken } from '../rules/type-infra.ts';
import {
  bevoegdGezagAntwoord,
  type BevoegdGezagAntwoord,
  type GebiedDeel,
  type Voorstel,
} from '../schema/antwoord.ts';
import type { SoortGebied } from '../vocabulary.ts';
import { listOwnProvincies } from './own-provincies.ts';
import { listLocationNotes, toGevraagd, type PlaceRow } from './place.ts';
import { findProposals } from './proposals.ts';
import { defineQuestion, type Cell, type Facts } from './question.ts';
import { sumOverGemeenten, toGebiedDelen, toOutside, type Deel } from './shares.ts';
import { floors } from '../rules/overlap.ts';
import { listSettled } from './settled.ts';
import {
  isBeforeDivision,
  listBelowFloor,
  listOtherDivision,
  listOutside,
  listUnknownWaterschappen,
} from './gaps.ts';

const parameters = z.strictObject({
  kenmerken: kenmerken.optional().meta({
    title: 'kenmerken',
    description: 'wat over het project bekend is; wat ontbreekt noemt het antwoord',
  }),
  peildatum: z.iso.date().optional().meta({
    title: 'peildatum',
    description: 'de dag waarvoor de regels gelden; vandaag als niets is opgegeven',
  }),
});

type Parameters = z.infer<typeof parameters>;
type Antwoord = BevoegdGezagAntwoord['antwoord'];
type Row = PlaceRow & { delen: Deel[] };

const levels = [
  ['provincies', 'provincie'],
  ['resRegios', 'res-regio'],
  ['subregios', 'subregio'],
  ['netbeheerders', 'netbeheerdersgebied'],
] as const;

export const bevoegdGezag = defineQuestion<Row, Parameters, Antwoord>({
  naam: 'bevoegd-gezag',
  titel: 'Wie gaat hierover?',
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
  sqlPunt: 'bevoegd-gezag-punt.sql',
  vanLigging: ['maat', 'geometrie', 'delen'],
  verantwoording: [
    'gemeenten',
    'provincies',
    'res-regios',
    'subregios',
    'waterschappen',
    'netbeheerdersgebieden',
  ],
  opmerkingen: [bevoegdGezagWaarschuwing],
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

function compose(row: Row, facts: Facts, parameters: Parameters): Antwoord {
  const gevraagd = toGevraagd(row);
  const isPlaced = gevraagd.ligging !== 'geen';
  // A place that is smaller than a sliver is not one: all of it counts.
  const { m2, m } = row.maat;
  const least = { m2: m2 > floors.m2 ? floors.m2 : 0, m: m > floors.m ? floors.m : 0 };
  const counted = row.delen.filter((part) => part.m2 > least.m2 || part.m > least.m || part.punten > 0);
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
    ? toOutside(row.delen, row.maat, least)
    : { aandeel: 0, oppervlakteM2: 0, lengteM: 0 };
  const known: Kenmerken = { ...(row.project && toKenmerken(row.project)), ...parameters.kenmerken };
  const byRegister = gevraagd.ligging === 'indicatief' && (row.project?.gemeenten.length ?? 0) > 0;
  const situatie = {
    // The circle around a place touches gemeenten the project has nothing to do with; the register knows which it is.
    gemeenten: byRegister ? listRegistered('gemeente', row.project?.gemeenten ?? [], facts) : gemeenten,
    provincies: byRegister ? listRegisteredLevel('provincie', row, facts) : provincies,
    waterschappen,
    kenmerken: known,
    peildatum: facts.peildatum,
  };
  const isOutside = isPlaced && situatie.gemeenten.length === 0 && situatie.provincies.length === 0;
  const uitslag = findProposals(situatie);
  const onbekend = isOutside ? [] : uitslag.onbekend;
  const registerNote = byRegister
    ? ['De voorstellen gaan uit van de gemeenten en provincies die het register bij het project noemt.']
    : [];
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
    kenmerken: known,
    vastgelegd: listSettled(row.project, facts),
    voorstellen: isOutside ? [] : doubt(uitslag.voorstellen, facts.peildatum),
    aandachtspunten: isOutside ? [] : uitslag.aandachtspunten,
    onbekend: [
      ...listLocationNotes(row),
      ...listBelowFloor(row.delen, counted, facts),
      ...listOutside(buitenGrenzen),
      ...(isOutside ? [buitenAlles] : []),
      ...listOtherDivision(facts.peildatum, gemeenten),
      ...listUnknownWaterschappen(waterschappen, provincies, facts),
      ...registerNote,
      ...onbekend,
    ],
  };
}

/** Of a day before the division of today it is not sure that these gemeenten and provincies were there. */
function doubt(voorstellen: readonly Voorstel[], peildatum: string): Voorstel[] {
  if (!isBeforeDivision(peildatum)) return [...voorstellen];
  return voorstellen.map((voorstel) => {
    const isLocal = voorstel.organisatie !== null && voorstel.organisatie.code !== 'NL';
    return isLocal && voorstel.zekerheid === 'regel' ? { ...voorstel, zekerheid: 'voorstel' } : voorstel;
  });
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
  const { provincies = [], bedientProvincies = [] } = row.project ?? {};
  const stated = soort === 'provincie' ? listOwnProvincies(provincies, bedientProvincies) : [];
  return listRegistered(soort, [...new Set([...stated, ...memberships])], facts);
}

function toTable(antwoord: Antwoord): Record<string, Cell>[] {
  const areas = (soort: string, list: readonly GebiedDeel[]): Record<string, Cell>[] =>
    list.map(({ code, naam, aandeel, aandelen, oppervlakteM2, lengteM, toelichting }) => ({
      soort,
      code,
      naam,
      aandeel,
      oppervlakteM2: oppervlakteM2 ?? null,
      lengteM: lengteM ?? null,
      toelichting:
        [aandelen && describeAandelen({ aandeel, aandelen }), toelichting].filter(Boolean).join('; ') || null,
    }));
  return [
    ...areas('gemeente', antwoord.gemeenten),
    ...areas('provincie', antwoord.provincies),
    ...areas('RES-regio', antwoord.resRegios),
    ...areas('subregio', antwoord.subregios),
    ...areas('waterschap', antwoord.waterschappen),
    ...areas('netbeheerder', antwoord.netbeheerders),
    ...antwoord.vastgelegd.map(({ organisatie, herkomst, datum, status, tekst, ...vast }) => ({
      soort: 'vastgelegd',
      code: organisatie?.code ?? null,
      naam: organisatie?.naam ?? null,
      ...vast,
      zekerheid: status,
      toelichting: [herkomst === 'bron' ? `volgens de bron: ${tekst}` : herkomst, datum]
        .filter(Boolean)
        .join(', '),
    })),
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
