import { createContext } from 'svelte';
import type { Api } from '../api.ts';
import type { MapHandle } from '../map/handle.svelte.ts';
import type { DraftState } from './drafts.svelte.ts';
import type { DrawState } from './draw.svelte.ts';
import type { FilterState } from './filters.svelte.ts';
import type { LayerState } from './layers.svelte.ts';
import type { NoticeState } from './notices.svelte.ts';
import type { PeildatumState } from './peildatum.svelte.ts';
import type { PlacingState } from './placing.svelte.ts';
import type { ProjectsState } from './projects.svelte.ts';
import type { QuestionState } from './questions.svelte.ts';
import type { RecordsApi } from '../api-records.ts';
import type { RouteState } from './route.svelte.ts';
import type { SelectionState } from './selection.svelte.ts';
import type { SessionState } from './session.svelte.ts';
import type { ViewState } from './view.svelte.ts';

/** Everything the screen runs on, made once in App.svelte and reached by `const { view, filters } = useAtlas()`. */
export interface Atlas {
  api: Api;
  /** What is said of projects: reading one, saving, withdrawing, restoring. */
  records: RecordsApi;
  session: SessionState;
  drafts: DraftState;
  route: RouteState;
  peildatum: PeildatumState;
  view: ViewState;
  layers: LayerState;
  filters: FilterState;
  projects: ProjectsState;
  selection: SelectionState;
  questions: QuestionState;
  draw: DrawState;
  placing: PlacingState;
  notices: NoticeState;
  map: MapHandle;
}

/** useAtlas throws when called outside App.svelte; it must be called while a component initialises. */
export const [useAtlas, provideAtlas] = createContext<Atlas>();
