// What a project is asked when it moves to another fase, and the example actions that come with that fase, with who
// takes them as far as the project says so (uitvoeringsaanpak: fases with kenmerken, acties and actiehouders).
import { netbeheerderIdByBronnaam } from '../seed/netbeheerders.ts';
import type { Gegevens } from '../schema/registratie.ts';
import type { Fase } from '../vocabulary.ts';
import { faseKenmerken, listActies, type FaseToets } from './fases.ts';

/** A kenmerk of the new fase that the project has to answer for. */
export interface Gevraagd {
  kenmerk: string;
  uitkomst: FaseToets['uitkomst'];
  /** The field of the project that answers it; null: the place of its onderdelen does. */
  veld: string | null;
  /** What the field must say. */
  verwacht: boolean;
}

/** The kenmerken of a fase that a fact can answer, with what is known of them now; `[]` for a fase without kenmerken. */
export function listGevraagd(fase: Fase, toets: readonly FaseToets[]): Gevraagd[] {
  return faseKenmerken
    .filter((one) => one.fase === fase)
    .flatMap(({ kenmerk, verwacht }): Gevraagd[] => {
      if (verwacht === 'onbeslist') return [];
      const uitkomst = toets.find((one) => one.kenmerk === kenmerk)?.uitkomst ?? 'onbekend';
      return [
        {
          kenmerk,
          uitkomst,
          veld: verwacht.feit === 'locatie' ? null : verwacht.feit,
          verwacht: verwacht.waarde,
        },
      ];
    });
}

export interface Voorbeeldactie {
  actie: string;
  /** In the words of the uitvoeringsaanpak; null: it does not say. */
  actiehouders: string[] | null;
  /** Ready to be saved, once somebody has looked at it. */
  gegevens: Gegevens;
  /** Actiehouders of whom the project does not say which organisation they are. */
  onbekend: string[];
}

/** The example actions of a fase for this project; `[]` for a fase without. */
export function listVoorbeeldacties(
  fase: Fase,
  project: Gegevens,
  partijen: readonly string[],
): Voorbeeldactie[] {
  return listActies(fase).map(({ actie, actiehouders }) => {
    const found = (actiehouders ?? []).map((houder) => ({
      houder,
      codes: findOrganisaties(houder, project, partijen),
    }));
    const trekkers = [...new Set(found.flatMap(({ codes }) => codes))];
    return {
      actie,
      actiehouders,
      gegevens: { activiteit: actie, trekkers, fase, status: 'open' },
      onbekend: found.filter(({ codes }) => codes.length === 0).map(({ houder }) => houder),
    };
  });
}

/** Codes of the organisations an actiehouder stands for in this project; `[]` when the project does not say. */
function findOrganisaties(houder: string, project: Gegevens, partijen: readonly string[]): string[] {
  const codes = (veld: string) => (Array.isArray(project[veld]) ? project[veld].map(String) : []);
  switch (houder) {
    case 'gemeente':
      return codes('gemeenten');
    case 'provincie':
      return codes('provincies');
    case 'waterschap':
      return partijen.filter((code) => code.startsWith('WS'));
    case 'Rijk':
      return ['rijk'];
    case 'netbeheerder':
      return listNetbeheerders(codes('netbeheerders'), partijen);
    case 'bevoegd gezag': {
      const gezag = project['bevoegdGezag'];
      return typeof gezag === 'string' && gezag !== 'onbekend' && gezag !== houder
        ? findOrganisaties(gezag, project, partijen)
        : [];
    }
    case 'alle stakeholders':
      return [...partijen];
    default:
      return [];
  }
}

function listNetbeheerders(names: readonly string[], partijen: readonly string[]): string[] {
  const ids = names.flatMap((name) => netbeheerderIdByBronnaam[name] ?? []);
  const isOperator = (code: string) => Object.values(netbeheerderIdByBronnaam).includes(code);
  return [...new Set([...ids, ...partijen.filter(isOperator)])];
}
