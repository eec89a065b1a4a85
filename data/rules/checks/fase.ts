// How a project moves through its fases: one step forward at a time, back only with a reason (uitvoeringsaanpak: each
// fase has acties that lead to the next one). Vervallen can be reached from anywhere, with a reason.
import { fases, type Fase } from '../../vocabulary.ts';
import { fout, letOp, textOf, type Bevinding, type Check } from './check.ts';

/** The fases in their order; vervallen stands beside it. */
export const faseLadder = fases.filter((fase) => fase !== 'vervallen');

const isFase = (value: string | null): value is Fase =>
  value !== null && (fases as readonly string[]).includes(value);

/** The fases that a project in this fase can move to; every fase when the fase is not known. */
export function listVolgendeFases(fase: Fase | null): Fase[] {
  if (fase === null) return [...fases];
  if (fase === 'vervallen') return [...faseLadder];
  const stap = faseLadder.indexOf(fase);
  const next = faseLadder.slice(Math.max(0, stap - 1), stap + 2).filter((one) => one !== fase);
  return [...next.reverse(), 'vervallen'];
}

/** What is wrong with, or strange about, the step from one fase to another; `[]` for a step that follows. */
export function checkFaseStap(van: Fase | null, naar: Fase | null, reden: string | null): Bevinding[] {
  if (van === naar) return [];
  if (naar === null) {
    return [fout('fase', null, `een fase: het project was in de fase ${van}; die kan niet onbekend worden`)];
  }
  const zonderReden = (wat: string) => fout('reden', reden, `een reden: ${wat}`, ['fase', 'reden']);
  if (naar === 'vervallen') return reden ? [] : [zonderReden('een project vervalt niet zonder reden')];
  if (van === null) return [];
  if (van === 'vervallen') {
    const what = `het project was vervallen en gaat weer naar ${naar}`;
    return reden ? [letOp('fase', naar, what)] : [zonderReden(what)];
  }
  const stap = faseLadder.indexOf(naar) - faseLadder.indexOf(van);
  if (stap === 1) return [];
  if (stap === -1) {
    const what = `het project gaat een fase terug, van ${van} naar ${naar}`;
    return reden ? [letOp('fase', naar, what)] : [zonderReden(what)];
  }
  const kan = listVolgendeFases(van);
  return [
    fout('fase', naar, `een fase die volgt op ${van}: ${kan.join(', ')} (terug en vervallen met reden)`),
  ];
}

/** The step of a project that is changed; a new project may begin in any fase. */
export const checkFaseVolgt: Check = ({ gegevens, vorige, reden }) => {
  if (!vorige) return [];
  const van = textOf(vorige, 'fase');
  const naar = textOf(gegevens, 'fase');
  if (!isFase(naar) && naar !== null) return [];
  return checkFaseStap(isFase(van) ? van : null, naar, reden);
};
