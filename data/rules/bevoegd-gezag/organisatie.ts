// Which gemeente, provincie or Rijk a proposal is about, by where the project lies.
import type { Aandelen } from '../../schema/aandelen.ts';
import type { Voorstel } from '../../schema/antwoord.ts';
import type { Besluit } from '../../vocabulary.ts';
import type { Kenmerken } from '../kenmerken.ts';
import { assignHoofdprovincie } from './hoofdprovincie.ts';
import type { BevoegdGezagRegel, Levering } from './regel.ts';

export interface DeelVanLigging {
  code: string;
  naam: string;
  /** 0..1 of the area, or of the length where there is no area; null when it cannot be computed, or see aandelen. */
  aandeel: number | null;
  /** One for each measure, where they differ. */
  aandelen?: Aandelen | undefined;
}

export interface Situatie {
  gemeenten: readonly DeelVanLigging[];
  provincies: readonly DeelVanLigging[];
  waterschappen: readonly DeelVanLigging[];
  kenmerken: Kenmerken;
  /** ISO date. */
  peildatum: string;
}

/** Which organisation a proposal is about, and how sure that is. */
export interface Toewijzing {
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
