import { faseLabels, type Fase } from '../../../data/vocabulary.ts';

/** The way of a project, in order. `vervallen` is no step on it. */
const way = ['verkenning', 'planuitwerking', 'project', 'realisatie', 'gerealiseerd'] as const;
const names: Record<(typeof way)[number], string> = {
  verkenning: 'Verkenning',
  planuitwerking: 'Planuitwerking',
  project: 'Project',
  realisatie: 'Realisatie',
  gerealiseerd: 'Gerealiseerd',
};

/** A change of the fase as the history of the field tells it; dates are ISO. */
export interface FaseChange {
  naar: Fase | null;
  /** Since when it holds in the world, where that was said; else since when the atlas knows it. */
  op: string;
  zeker: boolean;
}

export interface RibbonStep {
  fase: (typeof way)[number];
  label: string;
  stand: 'geweest' | 'nu' | 'komt' | 'onbekend';
  /** ISO date on which the fase began; null when nobody recorded it. */
  sinds: string | null;
  /** false: the date says when the atlas came to know it, not when it began. */
  zeker: boolean;
}

/** Every step of the way with where the project is on it; of an unknown fase and of `vervallen` no step is told. */
export function toRibbon(fase: Fase | null, changes: readonly FaseChange[]): RibbonStep[] {
  const at = way.findIndex((each) => each === fase);
  return way.map((each, index) => {
    const begun = changes.filter(({ naar }) => naar === each).at(-1);
    const stand = at < 0 ? 'onbekend' : index < at ? 'geweest' : index === at ? 'nu' : 'komt';
    const told = stand === 'nu' || stand === 'geweest' ? begun : undefined;
    return {
      fase: each,
      label: names[each],
      stand,
      sinds: told?.op ?? null,
      zeker: told?.zeker ?? false,
    };
  });
}

/** Where the project is, in a sentence. */
export function toFaseWords(fase: Fase | null, herkomst: 'bron' | 'afgeleid' | null): string {
  if (fase === null) return 'De fase is onbekend: geen bron noemt er een.';
  const how = herkomst === 'afgeleid' ? ', afgeleid uit de procedurestap' : '';
  return `${faseLabels[fase]}${how}.`;
}
