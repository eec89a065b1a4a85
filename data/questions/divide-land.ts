import type { RuimtebeslagAntwoord } from '../schema/antwoord.ts';
import { floors } from '../rules/overlap.ts';
import type { Stuk } from './land-take.ts';
import type { Facts } from './question.ts';
import { toOutside, type Maat } from './shares.ts';

type Gemeente = RuimtebeslagAntwoord['antwoord']['onderdelen'][number]['gemeenten'][number];
interface Bereik {
  minM2: number;
  maxM2: number;
}

/** Stands for what lies outside every gemeente. */
const outside = { code: '', naam: 'buiten alle gemeenten' };

/**
 * A range divided over gemeenten by where the part lies. A place that is only indicative is not divided by its circle:
 * it goes whole to the one gemeente of the register, as does a part without a location. `[]` when the register does
 * not name exactly one: then it cannot be divided. The parts sum to the whole: the largest takes what rounding leaves.
 */
export function divideOverGemeenten(
  stuk: Pick<Stuk, keyof Maat | 'ligging' | 'delen'> | null,
  bereik: Bereik | null,
  registered: readonly string[],
  facts: Facts,
): Gemeente[] {
  if (!bereik) return [];
  if (stuk === null || stuk.ligging === 'geen' || stuk.ligging === 'indicatief') {
    const [only, ...others] = registered;
    if (only === undefined || others.length > 0) return [];
    return [{ code: only, naam: nameOf(only, facts), aandeel: 1, bereik }];
  }
  const rest = toOutside(stuk.delen, stuk, floors);
  const restMeasure = measureOf(
    { m2: rest.oppervlakteM2, m: rest.lengteM, punten: rest.aandeel * stuk.punten },
    stuk,
  );
  const parts = stuk.delen
    .map((deel) => ({ code: deel.code, naam: nameOf(deel.code, facts), measure: measureOf(deel, stuk) }))
    .concat(restMeasure > 0 ? [{ ...outside, measure: restMeasure }] : [])
    .sort((a, b) => b.measure - a.measure);
  return divide(parts, bereik);
}

/** What a part is divided by: its area, else its length, else its points. */
function measureOf(part: Maat, whole: Maat): number {
  if (whole.m2 > 0) return part.m2;
  return whole.m > 0 ? part.m : part.punten;
}

function divide(
  parts: { code: string; naam: string; measure: number }[],
  { minM2, maxM2 }: Bereik,
): Gemeente[] {
  const total = parts.reduce((sum, part) => sum + part.measure, 0);
  const [largest, ...others] = parts;
  if (!largest || total === 0) return [];
  const smaller = others.map(({ code, naam, measure }) => ({
    code,
    naam,
    aandeel: measure / total,
    bereik: { minM2: (minM2 * measure) / total, maxM2: (maxM2 * measure) / total },
  }));
  const left = (whole: number, key: keyof Bereik): number =>
    whole - smaller.reduce((sum, part) => sum + part.bereik[key], 0);
  return [
    {
      code: largest.code,
      naam: largest.naam,
      aandeel: largest.measure / total,
      bereik: { minM2: left(minM2, 'minM2'), maxM2: left(maxM2, 'maxM2') },
    },
    ...smaller,
  ];
}

const nameOf = (code: string, facts: Facts): string => facts.find('gemeente', code)?.naam ?? code;
