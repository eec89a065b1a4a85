import type { OverlapAntwoord } from '../schema/antwoord.ts';
import type { Cell } from './question.ts';

type Antwoord = OverlapAntwoord['antwoord'];

/** The hits, then each layer as a whole, then what the answer does not know: without these an empty table says too much. */
export function toTable({ overlappen, totalen, onbekend }: Antwoord): Record<string, Cell>[] {
  return [
    ...overlappen.map(({ geometrie: _geometrie, ...hit }) => ({
      regel: 'overlap',
      ...hit,
      dubbeleClaim: toClaim(hit),
    })),
    ...totalen.map(({ aantal, ...totaal }) => ({
      regel: 'totaal van de laag',
      ...totaal,
      toelichting: `${aantal} in totaal; waar ze over elkaar liggen telt elke plek een keer`,
    })),
    ...onbekend.map((toelichting) => ({ regel: 'onbekend', toelichting })),
  ];
}

function toClaim({
  laag,
  dubbeleClaim,
}: Pick<Antwoord['overlappen'][number], 'laag' | 'dubbeleClaim'>): Cell {
  if (laag !== 'projecten') return null;
  return dubbeleClaim ? 'ja' : 'mogelijk';
}
