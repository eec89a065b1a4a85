import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What draws WebGL without a graphics card, and keeps the browser from calling home. */
const flags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // Only the map goes through WebGL; pages around it are faster without.
  '--disable-gpu-compositing',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Debian Chromium, or the one `CHROMIUM` names. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
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

/** A page is drawn coarsely, and one from this width on more so: a map costs by the pixel, and is laid out the same. */
const WIDE = 1000;

/** A page of its own at `url`, keeping what goes wrong in it. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1440, height = 900, scale = width < WIDE ? 0.5 : 0.34 }: PageSize = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'nl-NL',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const { origin } = new URL(url);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const from = message.location().url;
    if (from && !from.startsWith(origin)) return;
    faults.push(`${message.text()} (${from})`);
  });
  page.on('response', (response) => {
    if (response.url().startsWith(origin) && response.status() >= 500)
      faults.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  return { page, faults };
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can change when only the colours do. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds against WCAG 2.2 A and AA, one line a finding; outside the map canvas. `only` colours: of a page that was
 * looked at whole in other colours.
 */
export async function findAxeViolations(page: Page, only?: 'colours'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run({ exclude: ['canvas'] }, { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
      );
    },
    only ? { type: 'rule' as const, values: colourRules } : { type: 'tag' as const, values: everyRule },
  );
}
