// Remarks and contested constraints: pinned to something that exists, closed with a reason.
import { projectRecord } from '../../records/project.ts';
import { fout, textOf, type Bevinding, type Check } from './check.ts';

export const checkOpmerking: Check = ({ gegevens }) => {
  const [onderwerp, veld] = [textOf(gegevens, 'onderwerp'), textOf(gegevens, 'veld')];
  const punt = gegevens['punt'] as { type?: string } | null | undefined;
  const found: Bevinding[] = [];
  const names = projectRecord.velden.map(({ naam }) => naam);
  if (onderwerp === 'veld' && (veld === null || !names.includes(veld)))
    found.push(
      fout('veld', veld, `de naam van een veld van het project, zoals ${names.slice(0, 4).join(', ')}`, [
        'onderwerp',
        'veld',
      ]),
    );
  if (onderwerp !== 'veld' && veld !== null)
    found.push(fout('veld', veld, 'geen veld: de opmerking hoort niet bij een veld', ['onderwerp', 'veld']));
  if (onderwerp === 'plek' && punt?.type !== 'Point')
    found.push(
      fout('punt', punt?.type ?? null, 'een punt op de kaart: de opmerking hoort bij een plek', [
        'onderwerp',
        'punt',
      ]),
    );
  if (onderwerp !== 'plek' && punt)
    found.push(
      fout('punt', punt.type, 'geen punt: de opmerking hoort niet bij een plek', ['onderwerp', 'punt']),
    );
  if (textOf(gegevens, 'status') === 'opgelost' && textOf(gegevens, 'opgelostReden') === null)
    found.push(fout('opgelostReden', null, 'hoe het is opgelost', ['status', 'opgelostReden']));
  return found;
};

export const checkBetwisting: Check = ({ gegevens }) =>
  textOf(gegevens, 'status') !== 'open' && textOf(gegevens, 'antwoord') === null
    ? [
        fout('antwoord', null, `een antwoord: de betwisting is ${textOf(gegevens, 'status')}`, [
          'status',
          'antwoord',
        ]),
      ]
    : [];
