// Which gemeente, provincie or Rijk a proposal is about, by where the project lies.
import type { Voorstel } from '../../schema/antwoord.ts';
import type { Besluit } from '../../vocabulary.ts';
import type { Kenmerken } from '../kenmerken.ts';
import type { BevoegdGezagRegel, Levering } from './regel.ts';

export interface DeelVanLigging {
  code: string;
  naam: string;
  /** 0..1 of the area, or of the length where there is no area; null when it cannot be computed. */
  aandeel: number | null;
}

export interface Situatie {
  gemeenten: readonly DeelVanLigging[];
  provincies: readonly DeelVanLigging[];
  waterschappen: readonly DeelVanLigging[];
  kenmerken: Kenmerken;
  /** ISO date. */
  peildatum: string;
}

/** Shares closer than this are taken as equal: a trace is never known to the percent (own assumption). */
const GELIJK_AANDEEL = 0.01;
const MEER_PROVINCIES = 'Omgevingswet art. 5.44a lid 1';

interface Toewijzing {
  organisatie: { code: string; naam: string } | null;
  zekerheid: Voorstel['zekerheid'];
  grondslag?: string;
  zin?: string;
}

/** The proposals one yield of a rule gives: one per organisation, or one without organisation when it is not known
 *  which. */
export function toVoorstellen(
  levering: Levering,
  { regel, voorbehoud }: { regel: BevoegdGezagRegel; voorbehoud: string | null },
  situatie: Situatie,
  werking: readonly { besluit: Besluit; tekst: string }[],
): Voorstel[] {
  const zekerheid = voorbehoud === null ? levering.zekerheid : 'voorstel';
  return assign(levering.wie, situatie, zekerheid).map((toewijzing) => ({
    besluit: levering.besluit,
    bevoegdGezag: toewijzing.zekerheid === 'onbekend' ? 'onbekend' : levering.bevoegdGezag,
    organisatie: toewijzing.organisatie,
    orgaan: levering.orgaan,
    instrument: levering.instrument,
    grondslag: [toewijzing.grondslag, regel.grondslag]
      .filter((one) => one !== undefined)
      .filter(isFirst)
      .join('; '),
    toelichting: [
      levering.toelichting,
      toewijzing.zin,
      voorbehoud,
      regel.artikelGelezen ? undefined : 'Het artikel is niet gelezen.',
      ...werking
        .filter((one) => one.besluit === levering.besluit && toewijzing.zekerheid !== 'onbekend')
        .map((one) => one.tekst),
    ]
      .filter(Boolean)
      .join(' '),
    regelId: regel.id,
    artikelGelezen: regel.artikelGelezen,
    zekerheid: toewijzing.zekerheid,
  }));
}

function isFirst(text: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(text) === index;
}

function assign(wie: Levering['wie'], situatie: Situatie, zekerheid: 'regel' | 'voorstel'): Toewijzing[] {
  if (wie === 'Rijk') return [{ organisatie: { code: 'NL', naam: 'Rijk' }, zekerheid }];
  if (wie === 'hoofdprovincie') return [assignHoofdprovincie(situatie.provincies, zekerheid)];
  const gebieden = wie === 'elke gemeente' ? situatie.gemeenten : situatie.provincies;
  if (gebieden.length === 0) return [{ organisatie: null, zekerheid }];
  const zin =
    gebieden.length === 1
      ? undefined
      : wie === 'elke gemeente'
        ? 'Elke gemeente voor haar eigen deel.'
        : 'Elke provincie voor haar eigen deel; of er één mag beslissen, is niet gelezen.';
  return gebieden.map(({ code, naam }) => ({
    organisatie: { code, naam },
    zekerheid: wie === 'elke provincie' && gebieden.length > 1 ? 'voorstel' : zekerheid,
    zin,
  }));
}

/** Art. 5.44a: the provincie where the project mainly lies. Without a single largest part nobody is named. */
function assignHoofdprovincie(
  provincies: readonly DeelVanLigging[],
  zekerheid: 'regel' | 'voorstel',
): Toewijzing {
  const [enige, ...andere] = provincies;
  if (!enige) return { organisatie: null, zekerheid };
  if (andere.length === 0) return { organisatie: { code: enige.code, naam: enige.naam }, zekerheid };
  const verdeling = provincies.map((p) => `${p.naam} ${toPercentage(p.aandeel)}`).join(', ');
  if (provincies.some((p) => p.aandeel === null))
    return {
      organisatie: null,
      zekerheid: 'onbekend',
      grondslag: MEER_PROVINCIES,
      zin: `Het project ligt in meer provincies (${provincies.map((p) => p.naam).join(', ')}); in welke het in hoofdzaak ligt, is niet te berekenen.`,
    };
  const [eerste, tweede] = provincies.toSorted((a, b) => (b.aandeel ?? 0) - (a.aandeel ?? 0));
  if (!eerste || !tweede || (eerste.aandeel ?? 0) - (tweede.aandeel ?? 0) < GELIJK_AANDEEL)
    return {
      organisatie: null,
      zekerheid: 'onbekend',
      grondslag: MEER_PROVINCIES,
      zin: `Geen provincie heeft het grootste deel (${verdeling}): het artikel wijst dan niemand aan. Leg vast wat de provincies afspreken.`,
    };
  return {
    organisatie: { code: eerste.code, naam: eerste.naam },
    // "In hoofdzaak" with less than half is the largest part, but open to dispute.
    zekerheid: (eerste.aandeel ?? 0) > 0.5 ? zekerheid : 'voorstel',
    grondslag: MEER_PROVINCIES,
    zin: `Project in meer provincies: de provincie waar het in hoofdzaak ligt beslist (${verdeling}).`,
  };
}

function toPercentage(aandeel: number | null): string {
  return aandeel === null
    ? 'onbekend'
    : `${(aandeel * 100).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} %`;
}
