import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What draws WebGL without a graphics card, and keeps the browser from calling home. */
const flags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // Only the map goes through WebGL; pages around it are faster without.
  '--disable-gpu-compositing',
  // Pages of one window share a process, and in it what was compiled: see shareFetched.
  '--renderer-process-limit=1',
  // One process for the blank page that every page begins as, and for the atlas in it.
  '--disable-site-isolation-trials',
  // A page lives for a second or two: code that is made faster meanwhile is not run often enough to earn it back.
  '--js-flags=--no-maglev --no-opt',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched: Promise<Browser> | undefined;

/** The Debian Chromium, or the one `CHROMIUM` names: one for all test files of this process, and it ends with it. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return (launched ??= chromium.launch({ executablePath, args: flags }));
}

/** Closes every window that a test file has opened: the next one begins with none. */
export async function closeWindows(browser?: Browser): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((window) => window.close()));
}

export interface OpenPage {
  page: Page;
  /** Errors of scripts, of the content policy and of our own server; not of services outside, which may be out of reach. */
  faults: string[];
}

/** Of a page, in CSS pixels; with `scale` device pixels to each. */
export interface PageSize {
  width?: number;
  height?: number;
  scale?: number;
}

/** How a page begins: `cookie` as in a Cookie header; `script` runs before its own; faults that match `expected` are none. */
interface Beginning extends PageSize {
  cookie?: string | undefined;
  script?: () => void;
  expected?: RegExp;
}

/** A page is drawn coarsely, and one from this width on more so: a map costs by the pixel, and is laid out the same. */
const WIDE = 1000;
const toScale = ({ width = 1440, scale = width < WIDE ? 0.5 : 0.34 }: PageSize): number => scale;

/** A page at `url` in a window of its own, keeping what goes wrong in it. */
export async function openPage(browser: Browser, url: string, how: Beginning = {}): Promise<OpenPage> {
  const context = await openContext(browser, toScale(how));
  return visit(await context.newPage(), url, how);
}

async function openContext(browser: Browser, deviceScaleFactor: number): Promise<BrowserContext> {
  const context = await browser.newContext({ deviceScaleFactor, locale: 'nl-NL', reducedMotion: 'reduce' });
  // As in vite.config.ts: long for what takes a second.
  context.setDefaultTimeout(120_000);
  return context;
}

async function visit(
  page: Page,
  url: string,
  { width = 1440, height = 900, cookie, script, expected }: Beginning,
): Promise<OpenPage> {
  await page.setViewportSize({ width, height });
  const [name, value] = cookie?.split('=') ?? [];
  if (name && value) await page.context().addCookies([{ name, value, url: new URL(url).origin }]);
  if (script) await page.addInitScript(script);
  const faults: string[] = [];
  const note = (fault: string): void => {
    if (!expected?.test(fault)) faults.push(fault);
  };
  const { origin } = new URL(url);
  page.on('pageerror', (error) => note(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const from = message.location().url;
    if (!from || from.startsWith(origin)) note(`${message.text()} (${from})`);
  });
  page.on('response', (response) => {
    if (response.url().startsWith(origin) && response.status() >= 500)
      note(`${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  return { page, faults };
}

/** Opens a page of which nothing was in store. */
export type Visit = (url: string, how?: Beginning) => Promise<OpenPage & { close(): Promise<void> }>;

/**
 * Pages one after the other that share what was fetched and compiled, half of the work of opening one, and nothing else:
 * cookies, and what their origin has in store, go when the next one opens.
 */
export function shareFetched(browser: Browser): Visit {
  const contexts = new Map<number, Promise<BrowserContext>>();
  return async (url, how = {}) => {
    const scale = toScale(how);
    const context = contexts.get(scale) ?? openShared(browser, scale, url);
    contexts.set(scale, context);
    const page = await (await context).newPage();
    await forget(page, new URL(url).origin);
    return { ...(await visit(page, url, how)), close: () => page.close() };
  };
}

/** A window with a picture of the atlas in it: the process of a window ends with its last page, and with it what it knew. */
async function openShared(browser: Browser, scale: number, url: string): Promise<BrowserContext> {
  const context = await openContext(browser, scale);
  await (await context.newPage()).goto(new URL('/icon.svg', url).href);
  return context;
}

async function forget(page: Page, origin: string): Promise<void> {
  await page.context().clearCookies();
  const client = await page.context().newCDPSession(page);
  await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
  await client.detach();
}

/** Goes to another view of the page that is open, as a link within the atlas does: nothing is loaded anew. */
export const goWithin = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);

/** Until nothing is being fetched that the page says it waits for, twice in a row. */
export async function waitUntilStill(page: Page): Promise<void> {
  for (let still = 0; still < 2;) {
    still = (await page.getByRole('progressbar').count()) === 0 ? still + 1 : 0;
    await page.waitForTimeout(100);
  }
}

/** Until the map has drawn everything in view. */
export const waitForMap = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('kaart-stil').length > 0);

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can change when only the colours do. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds against WCAG 2.2 A and AA, one line a finding; outside the map canvas, and from the top of the page: a bar
 * that stays in view covers part of whatever is scrolled below it. `only` colours: of a page that was looked at whole in
 * other colours.
 */
export async function findAxeViolations(page: Page, only?: 'colours'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { scrollY } = window;
      window.scrollTo({ top: 0, behavior: 'instant' });
      const { violations } = await axe.run({ exclude: ['canvas'] }, { runOnly, resultTypes: ['violations'] });
      window.scrollTo({ top: scrollY, behavior: 'instant' });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
      );
    },
    only ? { type: 'rule' as const, values: colourRules } : { type: 'tag' as const, values: everyRule },
  );
}
