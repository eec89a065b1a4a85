// A browser that can draw no map: hardware acceleration switched off, or a desktop far away. All the rest works.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { closeWindows, findAxeViolations, launchBrowser, openPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => closeWindows(browser));

/** What a browser without WebGL2 answers to the one who asks for it. */
function withoutWebGl2(): void {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (
    this: HTMLCanvasElement,
    kind: string,
    ...more: unknown[]
  ) {
    return kind === 'webgl2' ? null : Reflect.apply(getContext, this, [kind, ...more]);
  } as typeof getContext;
}
const open = (path: string) =>
  openPage(browser, `${inject('atlasUrl')}${path}`, { width: 1280, height: 800, script: withoutWebGl2 });

it('says so in place of the map, and answers a question about an area that is pasted', async () => {
  const { page, faults } = await open('/?achtergrond=geen');
  await page.getByRole('alert').getByText('De kaart kan hier niet worden getekend').waitFor();
  await page.getByText('112 projecten, 41 zonder locatie').waitFor();
  // What moves or measures a map is not offered.
  for (const name of ['Zoom in', 'Heel Nederland', 'Afstand meten', 'Legenda'])
    expect([name, await page.getByRole('button', { name }).count()]).toEqual([name, 0]);
  expect(await findAxeViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Tekenen' }).click();
  await page.getByText('Plak of open geometrie').click();
  // 10 by 10 km in the middle of Drenthe.
  const ring = '230000 540000,240000 540000,240000 550000,230000 550000,230000 540000';
  await page.getByLabel('GeoJSON, WKT of een coördinaat').fill(`POLYGON((${ring}))`);
  await page.getByRole('button', { name: 'Neem over' }).click();
  await page.getByRole('button', { name: 'Wie gaat hierover?' }).click();
  await page.getByRole('link', { name: 'Midden-Drenthe' }).first().waitFor();
  await page.keyboard.press('Control+p');
  const map = page.locator('.paper-map');
  await expect.poll(() => map.innerText()).toContain('WebGL2 ontbreekt of staat uit');
  // The answer can be printed without a map.
  expect(await page.getByRole('button', { name: 'Druk af of bewaar als pdf' }).isEnabled()).toBe(true);
  expect(faults).toEqual([]);
});

it('shows a fiche whole, with the reason where its map would be', async () => {
  const { page, faults } = await open('/fiche/UT-01');
  await page.getByText('WebGL2 ontbreekt of staat uit').waitFor();
  expect(await page.locator('.still').getAttribute('aria-busy')).toBe('false');
  expect(await page.locator('h1').innerText()).toBe('Uitbreiding hoogspanningsstation Breukelen-Kortrijk');
  expect(faults).toEqual([]);
});
