// The running atlas in a browser, for the files whose tests only read.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import {
  closeWindows,
  launchBrowser,
  openPage,
  shareFetched,
  waitForMap,
  type PageSize,
  type Visit,
} from './browser.ts';

export interface AtlasBrowser {
  /** A page with nothing in store: the map at this query, with everything in view drawn. */
  open(query?: string, size?: PageSize): ReturnType<Visit>;
  /** A page at this address in a window of its own, in which nothing was fetched before. */
  openAlone(url: string): ReturnType<typeof openPage>;
}

/** A browser for the tests of this file, on the atlas in which no test writes; `always` is in every query. */
export function browseAtlas(always = ''): AtlasBrowser {
  let browser: Browser;
  let visit: Visit;
  beforeAll(async () => {
    browser = await launchBrowser();
    visit = shareFetched(browser);
  });
  afterAll(() => closeWindows(browser));
  return {
    async open(query = '', size) {
      const search = [always, query.replace(/^\?/, '')].filter(Boolean).join('&');
      const opened = await visit(`${inject('atlasUrl')}/?${search}`, size);
      await waitForMap(opened.page);
      return opened;
    },
    openAlone: (url) => openPage(browser, url),
  };
}
