import type { OverlapAntwoord } from '../schema/antwoord.ts';
import { describeAandelen } from '../share-words.ts';
import type { Cell } from './question.ts';

type Antwoord = OverlapAntwoord['antwoord'];

/** The hits, then each layer as a whole, then what the answer does not know: without these an empty table says too much. */
export function toTable({ overlappen, totalen, onbekend }: Antwoord): Record<string, Cell>[] {
  return [
    ...overlappen.map(({ geometrie: _geometrie, aandelen, ...hit }) => ({
      regel: 'overlap',
      ...hit,
      dubbeleClaim: toClaim(hit),
      toelichting: aandelen ? describeAandelen({ aandeel: null, aandelen }) : null,
    })),
    ...totalen.map(({ aantal, aandelen, ...totaal }) => ({
      regel: 'totaal van de laag',
      ...totaal,
      toelichting: [
        `${aantal} in totaal; waar ze over elkaar liggen telt elke plek een keer`,
        aandelen && describeAandelen({ aandeel: null, aandelen }),
      ]
        .filter(Boolean)
        .join('; '),
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
