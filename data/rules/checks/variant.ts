// Varianten of one component: each its own letter, one of them the voorkeursalternatief, chosen with a reason.
import { fout, letOp, textOf, type Bevinding, type Check, type Toetsing } from './check.ts';

const others = ({ gegevens, feiten }: Toetsing) =>
  feiten.buren.filter((buur) => buur.gegevens['componentId'] === gegevens['componentId']);

export const checkLetter: Check = (toetsing) => {
  const letter = textOf(toetsing.gegevens, 'letter');
  if (letter === null) return [];
  if (!/^[A-Z]$/.test(letter)) return [fout('letter', letter, 'één hoofdletter van A tot en met Z')];
  const taken = others(toetsing).map((buur) => String(buur.gegevens['letter']));
  if (!taken.includes(letter)) return [];
  const free = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((one) => !taken.includes(one));
  return [
    fout(
      'letter',
      letter,
      `een letter die vrij is, zoals ${free}: bij dit onderdeel zijn ${taken.sort().join(', ')} al gebruikt`,
    ),
  ];
};

export const checkVoorkeur: Check = (toetsing) => {
  const { gegevens } = toetsing;
  if (gegevens['isVoorkeur'] !== true) return [];
  const found: Bevinding[] = [];
  if (textOf(gegevens, 'keuzeReden') === null)
    found.push(
      fout('keuzeReden', null, 'een reden: een voorkeursalternatief wordt gekozen met een reden', [
        'isVoorkeur',
        'keuzeReden',
      ]),
    );
  const chosen = others(toetsing).find((buur) => buur.gegevens['isVoorkeur'] === true);
  if (chosen) {
    const letter = String(chosen.gegevens['letter']);
    found.push(
      fout(
        'isVoorkeur',
        true,
        `één voorkeursalternatief per onderdeel: nu is variant ${letter} gekozen; maak die keuze eerst ongedaan`,
      ),
    );
  }
  if (textOf(gegevens, 'ligging') === 'geen')
    found.push(
      letOp('ligging', 'geen', 'een plek: een voorkeursalternatief zonder plek is nog geen locatie'),
    );
  return found;
};
