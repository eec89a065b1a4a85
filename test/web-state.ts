// The part of the screen that lives in the address, without a screen, for tests of web/state.
import { layerDocuments } from '../web/map/order.ts';
import { DrawState } from '../web/state/draw.svelte.ts';
import { FilterState } from '../web/state/filters.svelte.ts';
import { LayerState } from '../web/state/layers.svelte.ts';
import { PeildatumState } from '../web/state/peildatum.svelte.ts';
import { QuestionState } from '../web/state/questions.svelte.ts';
import { SelectionState } from '../web/state/selection.svelte.ts';
import type { UrlState } from '../web/state/url.ts';
import { ViewState } from '../web/state/view.svelte.ts';

/** A fresh state as the atlas opens with; `asked` collects the questions it would have put to the server. */
export function createState(): UrlState & { asked: unknown[] } {
  const asked: unknown[] = [];
  const view = new ViewState();
  return {
    view,
    layers: new LayerState(layerDocuments),
    filters: new FilterState(view),
    selection: new SelectionState(),
    draw: new DrawState(),
    peildatum: new PeildatumState(),
    questions: new QuestionState((vraag, input, params) => {
      asked.push({ vraag, input, params });
      return Promise.resolve(null);
    }),
    asked,
  };
}
