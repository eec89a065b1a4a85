// Art. 5.44a Omgevingswet: of a project in more provincies the one decides where it mainly lies.
import { describeAandelen } from '../../share-words.ts';
import type { Voorstel } from '../../schema/antwoord.ts';
import type { DeelVanLigging, Toewijzing } from './organisatie.ts';

/** Shares closer than this are taken as equal: a trace is never known to the percent (own assumption). */
const GELIJK_AANDEEL = 0.01;
const MEER_PROVINCIES = 'Omgevingswet art. 5.44a lid 1';

type Maat = 'oppervlakte' | 'lengte' | 'punten';
const maten: readonly Maat[] = ['oppervlakte', 'lengte', 'punten'];

/** The provincie where the project mainly lies. Nobody is named without a single largest part in every measure. */
export function assignHoofdprovincie(
  provincies: readonly DeelVanLigging[],
  zekerheid: Exclude<Voorstel['zekerheid'], 'onbekend'>,
): Toewijzing {
  const [enige, ...andere] = provincies;
  if (!enige) return { organisatie: null, zekerheid };
  if (andere.length === 0) return { organisatie: { code: enige.code, naam: enige.naam }, zekerheid };
  const open = (zin: string): Toewijzing => ({
    organisatie: null,
    zekerheid: 'onbekend',
    grondslag: MEER_PROVINCIES,
    zin,
  });
  if (provincies.some(({ aandeel, aandelen }) => aandeel === null && !aandelen))
    return open(
      `Het project ligt in meer provincies (${provincies.map((p) => p.naam).join(', ')}); in welke het in hoofdzaak ligt, is niet te berekenen.`,
    );
  const verdeling = provincies.map((p) => `${p.naam} ${describeAandelen(p)}`).join(', ');
  const grootsten = listMaten(provincies).map((maat) => findGrootste(provincies, maat));
  const [eerste] = grootsten;
  if (!eerste || grootsten.includes(null))
    return open(
      `Geen provincie heeft het grootste deel (${verdeling}): het artikel wijst dan niemand aan. Leg vast wat de provincies afspreken.`,
    );
  if (grootsten.some((one) => one?.code !== eerste.code))
    return open(
      `In welke provincie het in hoofdzaak ligt, hangt af van wat telt (${verdeling}); het artikel zegt dat niet. Leg vast wat de provincies afspreken.`,
    );
  return {
    organisatie: { code: eerste.code, naam: eerste.naam },
    // "In hoofdzaak" with less than half is the largest part, but open to dispute.
    zekerheid: grootsten.every((one) => (one?.aandeel ?? 0) > 0.5) ? zekerheid : 'voorstel',
    grondslag: MEER_PROVINCIES,
    zin: `Project in meer provincies: de provincie waar het in hoofdzaak ligt beslist (${verdeling}).`,
  };
}

/** The measures with shares of their own; null stands for the one share there is. */
function listMaten(provincies: readonly DeelVanLigging[]): readonly (Maat | null)[] {
  const own = maten.filter((maat) => provincies.some(({ aandelen }) => aandelen?.[maat] !== undefined));
  return own.length > 0 ? own : [null];
}

/** The provincie with the largest share of this measure; null when two have as much. */
function findGrootste(provincies: readonly DeelVanLigging[], maat: Maat | null) {
  const shares = provincies
    .map(({ code, naam, aandeel, aandelen }) => ({
      code,
      naam,
      aandeel: (maat && aandelen?.[maat]) ?? aandeel ?? 0,
    }))
    .toSorted((a, b) => b.aandeel - a.aandeel);
  const [eerste, tweede] = shares;
  return eerste && eerste.aandeel - (tweede?.aandeel ?? 0) >= GELIJK_AANDEEL ? eerste : null;
}
