import { tick } from 'svelte';
import { findPage, isMapPath, type FoundPage } from '../pages/routes.ts';
import type { Atlas } from './contexts.ts';
import { readPageState, withoutPageState, withPageState } from './url-time.ts';
import { writeUrl } from './url.ts';

/** Which page is on screen. Pages are reached by ordinary links; this makes them open without loading the atlas anew. */
export class RouteState {
  path = $state('/');
  /** Grows with every visit, so that a page begins afresh when its own address is opened again. */
  visit = $state(0);
  #atlas: Atlas | null = null;

  /** True on the map, false on a page with words. */
  get isMap(): boolean {
    return isMapPath(this.path);
  }
  /** The page on screen; null on the map and at an address that does not exist. */
  readonly page: FoundPage | null = $derived.by(() => (this.isMap ? null : findPage(this.path)));

  /** Address of the map as it was left. */
  get mapAddress(): string {
    const query = this.#atlas ? writeUrl(this.#atlas) : '';
    return query ? `/?${query}` : '/';
  }

  /** Opens an address of the atlas. */
  go(address: string, { replace = false } = {}): void {
    const to =
      this.#atlas && !isMapPath(new URL(address, location.href).pathname)
        ? withPageState(address, this.#atlas)
        : address;
    if (replace) history.replaceState(null, '', to);
    else history.pushState(null, '', to);
    const stays = this.isMap && isMapPath(location.pathname);
    // The map follows its own address (state/atlas.svelte.ts).
    if (stays) dispatchEvent(new PopStateEvent('popstate'));
    else this.#arrive(true);
  }

  /** Shows the map with what was just opened on it; where one is on the map already, nothing happens. */
  toMap(): void {
    if (!this.isMap) this.go(this.mapAddress);
  }

  /** Writes what a page was set to in its address, without opening anything. */
  rewrite(address: string): void {
    if (!this.isMap && this.#atlas)
      history.replaceState(history.state, '', withPageState(withoutPageState(address), this.#atlas));
  }

  /** Follows the address, links and the back button. Gives the way to stop. */
  start(atlas: Atlas): () => void {
    this.#atlas = atlas;
    this.#arrive(false);
    const onpopstate = () => {
      if (location.pathname !== this.path) this.#arrive(true);
      else if (!this.isMap) this.#arrive(false);
    };
    const onclick = (event: MouseEvent) => {
      const address = toInnerAddress(event);
      if (address === null) return;
      event.preventDefault();
      this.go(address);
    };
    addEventListener('popstate', onpopstate);
    document.addEventListener('click', onclick);
    return () => {
      removeEventListener('popstate', onpopstate);
      document.removeEventListener('click', onclick);
    };
  }

  #arrive(moved: boolean): void {
    this.path = location.pathname;
    this.visit += 1;
    if (this.#atlas && !this.isMap) readPageState(location.search, this.#atlas);
    document.title = this.isMap
      ? 'pMIEK-atlas'
      : `${this.page?.route.title ?? 'Niet gevonden'} · pMIEK-atlas`;
    if (moved && !this.isMap) void tick().then(() => focusHeading(location.hash));
    else if (!this.isMap && location.hash) void tick().then(() => focusHeading(location.hash, false));
  }
}

const longestWaitMs = 8000;

/** Brings the title of a page (or what the hash names) in sight, and into focus, as soon as it is there. */
function focusHeading(hash: string, focus = true): void {
  if (!hash) scrollTo(0, 0);
  const find = () =>
    hash
      ? document.getElementById(decodeURIComponent(hash.slice(1)))
      : document.querySelector<HTMLElement>('main h1');
  const take = (): boolean => {
    const heading = find();
    if (!heading) return false;
    if (hash) heading.scrollIntoView();
    if (focus && isFree()) {
      heading.setAttribute('tabindex', '-1');
      heading.focus({ preventScroll: true });
    }
    return true;
  };
  if (take()) return;
  const observer = new MutationObserver(() => {
    if (take()) stop();
  });
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const timer = setTimeout(stop, longestWaitMs);
  observer.observe(document.body, { childList: true, subtree: true });
}

/** Nobody has gone anywhere else meanwhile. */
function isFree(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || !focused.isConnected || !focused.closest('main');
}

/** The address a click on a link leads to within the atlas; null when the browser is to do it. */
function toInnerAddress(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return null;
  const url = new URL(link.href, location.href);
  if (url.origin !== location.origin) return null;
  const isHere = url.pathname === location.pathname && url.search === location.search;
  if (isHere && url.hash) return null;
  if (!isMapPath(url.pathname) && !findPage(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}
