import { beginParameter } from './url-begin.ts';
import type { UrlParameter, UrlState } from './url.ts';
import { oneOf } from './url-values.ts';
import { rightPanels, type RightPanel } from './view.svelte.ts';

/**
 * The right panel in the URL. Read last, because an address that does not name it opens the panel of what it is about:
 * somebody who shortens a link to `?project=UT-01` still gets that project.
 */
export const rightPanelParameter: UrlParameter = {
  name: 'rechts',
  step: true,
  write: (state) => {
    const { rightPanel } = state.view;
    return rightPanel === toImpliedPanel(state) ? null : (rightPanel ?? 'dicht');
  },
  read: (text, state) => {
    if (text === null) state.view.rightPanel = toImpliedPanel(state);
    else state.view.rightPanel = text === 'dicht' ? null : oneOf(text, rightPanels);
  },
};

/** What is read when all else is known. */
export const lastParameters: readonly UrlParameter[] = [beginParameter, rightPanelParameter];

/** The panel that shows what is asked or picked out; null when nothing is. */
function toImpliedPanel({ questions, selection }: UrlState): RightPanel | null {
  if (questions.active) return 'vragen';
  if (selection.projectId) return 'project';
  if (selection.gebied) return 'gebied';
  return selection.point ? 'treffers' : null;
}
