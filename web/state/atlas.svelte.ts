import { untrack } from 'svelte';
import { Api } from '../api.ts';
import { isMapPath } from '../pages/routes.ts';
import { RecordsApi } from '../api-records.ts';
import { MapHandle } from '../map/handle.svelte.ts';
import { layerDocuments } from '../map/order.ts';
import type { Atlas } from './contexts.ts';
import { DraftState } from './drafts.svelte.ts';
import { DrawState } from './draw.svelte.ts';
import { FilterState } from './filters.svelte.ts';
import { LayerState } from './layers.svelte.ts';
import { NoticeState } from './notices.svelte.ts';
import { PlacingState } from './placing.svelte.ts';
import { ProjectsState } from './projects.svelte.ts';
import { QuestionState } from './questions.svelte.ts';
import { RouteState } from './route.svelte.ts';
import { SelectionState } from './selection.svelte.ts';
import { SessionState } from './session.svelte.ts';
import { isStep, readUrl, writeUrl } from './url.ts';
import { ViewState } from './view.svelte.ts';

/** The whole state of one screen, as it comes. */
export function createAtlas(api = new Api()): Atlas {
  const view = new ViewState();
  const filters = new FilterState(view);
  const session = new SessionState();
  return {
    api,
    records: new RecordsApi(session),
    session,
    drafts: new DraftState(() => session.draftOwner),
    route: new RouteState(),
    peildatum: api.peildatum,
    view,
    layers: new LayerState(layerDocuments),
    filters,
    projects: new ProjectsState(api, filters),
    selection: new SelectionState(),
    questions: new QuestionState(api.ask),
    draw: new DrawState(),
    placing: new PlacingState(),
    notices: new NoticeState(),
    map: new MapHandle(),
  };
}

/** While the server is still loading its data, lists and tiles that changed are asked for again. Call while App initialises. */
export function followLoading({ api, map }: Atlas): void {
  let loaded: string | null = null;
  let edition = 0;
  $effect(() => {
    const status = api.status().data;
    if (!status) return;
    const sources = status.databronnen.map(({ id, geladenOp }) => `${id} ${geladenOp}`);
    const now = [...sources, status.laden.bezig].join();
    if (loaded !== null && loaded !== now) {
      untrack(() => api.refreshLists());
      map.edition = String(++edition);
    }
    loaded = now;
  });
}

const writeDelayMs = 250;

/** When somebody else is signed in, everything is asked anew: lists, answers and tiles. Call while App initialises. */
export function followSession({ api, session, drafts, map, questions, notices }: Atlas): void {
  let round = 0;
  session.onchange = () => {
    api.forget();
    map.person = String(++round);
    for (const card of questions.cards) questions.update(card, {});
    if (session.expired) notices.show('Uw aanmelding is verlopen. Wat u invulde is bewaard.', 'warning');
  };
  void session.load();
  $effect(() => {
    if (session.actor) untrack(() => drafts.adopt());
  });
  $effect(() => {
    // A session that ended elsewhere is noticed when one comes back to this window.
    const look = () => {
      if (document.visibilityState === 'visible') void session.load();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  });
}

/** Another moment is another answer: what is on the cards is asked anew. Call while App initialises. */
export function followPeildatum({ peildatum, questions }: Atlas): void {
  let shown = JSON.stringify(peildatum.query);
  $effect(() => {
    const now = JSON.stringify(peildatum.query);
    if (now === shown) return;
    shown = now;
    untrack(() => {
      for (const card of questions.cards) questions.update(card, {});
    });
  });
}

/** Reads the view from the address, then keeps address and view the same, back button included. Call while the map's screen initialises. */
export function syncWithUrl(atlas: Atlas): void {
  const read = () => {
    if (!isMapPath(location.pathname)) return; // a page with words reads its own address
    const unusable = readUrl(location.search, atlas);
    if (unusable.length > 0)
      atlas.notices.show(
        `Een deel van dit adres is niet te gebruiken en is overgeslagen: ${unusable.join(', ')}.`,
        'warning',
      );
  };
  read();
  if (!new URLSearchParams(location.search).has('blad') && matchMedia('(max-width: 479px)').matches)
    atlas.view.sheet = 'hoog'; // on a telephone the list is the start

  $effect(() => {
    const query = writeUrl(atlas);
    const timer = setTimeout(() => {
      if (query === location.search.slice(1)) return;
      const address = query ? `?${query}` : location.pathname;
      if (untrack(() => isStep(location.search, query))) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    }, writeDelayMs);
    return () => clearTimeout(timer);
  });
  $effect(() => {
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  });
}
