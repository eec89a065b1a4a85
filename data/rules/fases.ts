// The fases of a pMIEK project: their kenmerken from the uitvoeringsaanpak, each with the fact that can confirm or
// contradict it. A contradiction is shown, never resolved: the fase stays what was said.
import { proces } from '../seed/proces.ts';
import type { Fase, Ligging } from '../vocabulary.ts';

/** Facts the kenmerken speak of; null = not known. */
export interface FaseFeiten {
  ligging: Ligging;
  /** An option was chosen: voorkeursalternatief or voorkeursbeslissing. */
  voorkeursalternatief: boolean | null;
  projectbesluit: boolean | null;
  technischOntwerp: boolean | null;
  investeringsbesluit: boolean | null;
}

export interface FaseKenmerk {
  fase: Fase;
  kenmerk: string;
  /** What the fact must be; 'onbeslist' where the kenmerk only says that something may be so. */
  verwacht: { feit: Exclude<keyof FaseFeiten, 'ligging'> | 'locatie'; waarde: boolean } | 'onbeslist';
}

/** In the words and order of the uitvoeringsaanpak. */
export const faseKenmerken: readonly FaseKenmerk[] = [
  {
    fase: 'verkenning',
    kenmerk: 'nog geen oplossingsrichting',
    verwacht: { feit: 'voorkeursalternatief', waarde: false },
  },
  {
    fase: 'verkenning',
    kenmerk: 'nog geen keuze voor modaliteit of energiedrager',
    verwacht: { feit: 'voorkeursalternatief', waarde: false },
  },
  { fase: 'verkenning', kenmerk: 'mogelijk nog geen locatie', verwacht: 'onbeslist' },
  {
    fase: 'planuitwerking',
    kenmerk: 'voorkeursalternatief is er',
    verwacht: { feit: 'voorkeursalternatief', waarde: true },
  },
  {
    fase: 'planuitwerking',
    kenmerk: 'nog geen projectbesluit',
    verwacht: { feit: 'projectbesluit', waarde: false },
  },
  { fase: 'planuitwerking', kenmerk: 'er is een locatie', verwacht: { feit: 'locatie', waarde: true } },
  {
    fase: 'project',
    kenmerk: 'voorkeursalternatief is er',
    verwacht: { feit: 'voorkeursalternatief', waarde: true },
  },
  {
    fase: 'project',
    kenmerk: 'nog geen technische uitwerking',
    verwacht: { feit: 'technischOntwerp', waarde: false },
  },
  {
    fase: 'realisatie',
    kenmerk: 'definitief investeringsbesluit genomen',
    verwacht: { feit: 'investeringsbesluit', waarde: true },
  },
];

export interface FaseToets {
  kenmerk: string;
  uitkomst: 'klopt' | 'strijdig' | 'onbekend';
}

/** Whether each kenmerk of the fase agrees with the facts; empty for a fase without kenmerken (gerealiseerd,
 *  vervallen). An indicative location counts as no proof of a location: a place centre is not a site. */
export function checkFase(fase: Fase, feiten: FaseFeiten): FaseToets[] {
  return faseKenmerken
    .filter((one) => one.fase === fase)
    .map(({ kenmerk, verwacht }) => {
      if (verwacht === 'onbeslist') return { kenmerk, uitkomst: 'klopt' };
      const waarde = verwacht.feit === 'locatie' ? hasLocatie(feiten.ligging) : feiten[verwacht.feit];
      if (waarde === null) return { kenmerk, uitkomst: 'onbekend' };
      return { kenmerk, uitkomst: waarde === verwacht.waarde ? 'klopt' : 'strijdig' };
    });
}

function hasLocatie(ligging: Ligging): boolean | null {
  if (ligging === 'indicatief') return null;
  return ligging !== 'geen';
}

/** Example actions of a fase with who takes them (null = the source does not say); empty for a fase without. */
export function listActies(fase: Fase): { actie: string; actiehouders: string[] | null }[] {
  return proces.fases.find((one) => one.code === fase)?.acties ?? [];
}
