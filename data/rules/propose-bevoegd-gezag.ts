// From facts to proposals: which rules hold on the peildatum, what they give, and which fact is missing.
import type { Voorstel } from '../schema/antwoord.ts';
import { besluiten, type Besluit } from '../vocabulary.ts';
import { bevoegdGezagRegels, type BevoegdGezagRegel, type Levering } from './bevoegd-gezag.ts';
import { checkGeldigheid } from './bevoegd-gezag/geldigheid.ts';
import type { Getoetst } from './bevoegd-gezag/getoetst.ts';
import { listOnbekend, toOnbekendVoorstellen } from './bevoegd-gezag/onbekend.ts';
import { toVoorstellen, type Situatie } from './bevoegd-gezag/organisatie.ts';
import type { Kenmerken } from './kenmerken.ts';
import { checkVoorwaarde, type Omstandigheden, type Waarde } from './voorwaarde.ts';

export type { Situatie } from './bevoegd-gezag/organisatie.ts';

export interface Uitslag {
  voorstellen: Voorstel[];
  /** Facts that are missing, and what hangs on them. */
  onbekend: string[];
  /** Rules that hold but do not say who decides. */
  aandachtspunten: string[];
}

/** Per decision who is bevoegd gezag by the rules: proposals with their grondslag, never a decision. A fact that is
 *  missing is named in `onbekend`; a besluit that hangs on it gets bevoegdGezag 'onbekend'. Pure; throws nothing. */
export function proposeBevoegdGezag(situatie: Situatie): Uitslag {
  const kenmerken = normalize(situatie.kenmerken);
  const inForce = bevoegdGezagRegels.flatMap((regel) => {
    const { geldt, voorbehoud } = checkGeldigheid(regel, situatie.peildatum);
    return geldt ? [{ regel, voorbehoud }] : [];
  });
  const om = findOmstandigheden(
    inForce.map((one) => one.regel),
    situatie,
    kenmerken,
  );
  const getoetst: Getoetst[] = inForce.map(({ regel, voorbehoud }) => ({
    regel,
    voorbehoud,
    toets: checkVoorwaarde(regel.wanneer, kenmerken, om),
  }));
  const werking = getoetst.flatMap(({ regel }) => (regel.bij ? [regel.bij] : []));
  const voorstellen = getoetst.flatMap((one) =>
    listLeveringen(one, kenmerken, om)
      .filter((levering) => !isDropped(levering, kenmerken))
      .flatMap((levering) => toVoorstellen(levering, one, situatie, werking)),
  );
  const sorted = sortVoorstellen(keepBest(voorstellen), om);
  return {
    voorstellen: [...sorted, ...toOnbekendVoorstellen(getoetst, sorted, situatie.peildatum)],
    onbekend: listOnbekend(getoetst, situatie, om, sorted),
    aandachtspunten: getoetst.flatMap(({ regel, toets }) =>
      regel.aandacht && toets.uitkomst === 'ja' ? [regel.aandacht] : [],
    ),
  };
}

/** A voltage exists only for electricity; "meerdere" says nothing about which rule fits. */
function normalize(kenmerken: Kenmerken): Kenmerken {
  const { energiedrager, ...rest } = kenmerken;
  if (energiedrager && energiedrager !== 'meerdere') return kenmerken;
  return energiedrager === undefined && rest.spanningKv !== undefined
    ? { ...rest, energiedrager: 'elektriciteit' }
    : rest;
}

/** Where the rules put the starting point. A rule that is a choice counts only when it is established. */
function findOmstandigheden(
  regels: readonly BevoegdGezagRegel[],
  situatie: Situatie,
  kenmerken: Kenmerken,
): Omstandigheden {
  const om: Omstandigheden = {
    gemeenten: situatie.gemeenten.length,
    provincies: situatie.provincies.length,
    uitgangspunt: { Rijk: 'nee', elders: 'nee' },
    drempelRijk: 'nee',
  };
  const find = (wie: 'Rijk' | 'provincie'): Waarde => {
    const uitkomsten = regels.flatMap((regel) => {
      if (regel.uitgangspunt?.wie !== wie) return [];
      const { uitkomst } = checkVoorwaarde(regel.wanneer, kenmerken, om);
      return regel.uitgangspunt.keuze && uitkomst === 'onbekend' ? [] : [uitkomst];
    });
    if (uitkomsten.includes('ja')) return 'ja';
    return uitkomsten.includes('onbekend') ? 'onbekend' : 'nee';
  };
  om.drempelRijk = find('Rijk');
  const rijk = kenmerken.rijksprocedureToegepast === false ? 'nee' : om.drempelRijk;
  const provincie = find('provincie');
  om.uitgangspunt = {
    Rijk: rijk,
    elders: [rijk, provincie].includes('ja')
      ? 'ja'
      : [rijk, provincie].includes('onbekend')
        ? 'onbekend'
        : 'nee',
  };
  return om;
}

function listLeveringen({ regel, toets }: Getoetst, kenmerken: Kenmerken, om: Omstandigheden): Levering[] {
  if (toets.uitkomst === 'onbekend') return [];
  const lijst = toets.uitkomst === 'ja' ? regel.levert : (regel.anders ?? []);
  return lijst.filter(({ als }) => !als || checkVoorwaarde(als, kenmerken, om).uitkomst === 'ja');
}

/** The Rijk's own plan decision is off when it does not apply its procedure or has handed the project over. */
function isDropped(levering: Levering, kenmerken: Kenmerken): boolean {
  const rijksplan =
    levering.bevoegdGezag === 'Rijk' && ['projectbesluit', 'inpassingsplan'].includes(levering.besluit);
  return (
    rijksplan && (kenmerken.rijksprocedureToegepast === false || kenmerken.overgedragenAanProvincie === true)
  );
}

const rang = { regel: 0, voorstel: 1, onbekend: 2 };

/** One proposal per besluit and organisation: the surest, and among equals the one of the most specific rule. */
function keepBest(voorstellen: Voorstel[]): Voorstel[] {
  const best = new Map<string, Voorstel>();
  for (const one of voorstellen) {
    const key = [one.besluit, one.bevoegdGezag, one.organisatie?.code, one.orgaan].join('|');
    const known = best.get(key);
    if (!known || rang[one.zekerheid] < rang[known.zekerheid] || isMoreSpecific(one, known))
      best.set(key, one);
  }
  return [...best.values()];
}

function isMoreSpecific(one: Voorstel, known: Voorstel): boolean {
  const drager = (v: Voorstel) => findRegel(v.regelId)?.energiedrager ?? null;
  return rang[one.zekerheid] === rang[known.zekerheid] && drager(one) !== null && drager(known) === null;
}

/** Decisions in the order of the vocabulary, the plan decision of the starting point first; within one the surest
 *  first, then the starting point. */
function sortVoorstellen(voorstellen: Voorstel[], om: Omstandigheden): Voorstel[] {
  const order = (v: Voorstel): number =>
    om.uitgangspunt.elders === 'ja' && ['projectbesluit', 'inpassingsplan'].includes(v.besluit)
      ? -1
      : besluiten.indexOf(v.besluit as Besluit);
  const start = (v: Voorstel): number => (findRegel(v.regelId)?.uitgangspunt ? 0 : 1);
  return voorstellen.toSorted(
    (a, b) => order(a) - order(b) || rang[a.zekerheid] - rang[b.zekerheid] || start(a) - start(b),
  );
}

function findRegel(id: string | null): BevoegdGezagRegel | undefined {
  return bevoegdGezagRegels.find((regel) => regel.id === id);
}
