import type { LoadProgress } from '../services.ts';
import type { LoadEvent } from '../load/progress.ts';
import type { Terminal } from './terminal.ts';

/** The dataset after which the map can be used: boundaries and projects are there. */
const lastNeeded = 'projecten';

export interface Loading {
  /** What the status of the API shows. */
  progress: LoadProgress;
  onProgress(event: LoadEvent): void;
  /** Resolves when boundaries and projects have been loaded, skipped or refused; true when any of it was new. */
  usable: Promise<boolean>;
  /** The atlas goes on with the tiles it has, and says that they could not be renewed. */
  noteTileFault(error: unknown): void;
}

/** Follows loading for the terminal and for the status of the API. */
export function followLoading(terminal: Terminal): Loading {
  const progress: LoadProgress = { bezig: true, dataset: null, fouten: [], rdControle: null };
  let isNew = false;
  let setUsable: (isNew: boolean) => void = () => undefined;
  const usable = new Promise<boolean>((resolve) => (setUsable = resolve));
  return {
    progress,
    usable,
    noteTileFault(error) {
      const reden = error instanceof Error ? error.message : String(error);
      progress.fouten.push({ dataset: 'tegels', reden });
      terminal.line(`De tegels met grenzen konden niet worden gemaakt. ${reden}`);
    },
    onProgress(event) {
      progress.dataset = event.dataset;
      if (event.fase === 'schrijven') isNew = true;
      if (event.fase === 'geweigerd') {
        progress.fouten.push({ dataset: event.dataset, reden: event.reden ?? 'onbekend' });
        terminal.line(`Niet geladen: ${event.dataset}. ${event.reden ?? ''}`);
      } else if (event.fase !== 'overgeslagen') {
        terminal.step({ label: `${event.dataset}: ${event.fase}`, done: event.gedaan, total: event.totaal });
      }
      if (event.dataset === lastNeeded && isEnd(event)) setUsable(isNew);
    },
  };
}

function isEnd({ fase }: LoadEvent): boolean {
  return fase === 'klaar' || fase === 'overgeslagen' || fase === 'geweigerd';
}
