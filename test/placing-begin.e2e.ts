// The ways to begin a place that need the map: a click, a line or an area drawn with the mouse, a copy of what lies
// there, and a finger on the footprint.
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import {
  closeWindows,
  findAxeViolations,
  launchBrowser,
  openPage,
  waitForMap,
  type OpenPage,
} from './browser.ts';

let browser: Browser;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await launchBrowser();
  ({ page, faults } = await open());
});
afterAll(() => closeWindows(browser));

/** Placing, at Amersfoort, in a browser without drafts. */
async function open(): Promise<OpenPage> {
  const query = 'achtergrond=geen&kaart=52.155173,5.387204,15&paneel=dicht&rechts=plaatsen';
  const opened = await openPage(browser, `${inject('atlasUrl')}/?${query}`);
  await waitForMap(opened.page);
  await opened.page.getByRole('button', { name: 'Waar', exact: true }).press('Enter');
  return opened;
}
const touch = (client: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, y?: number) =>
  client.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: x === undefined || y === undefined ? [] : [{ x, y }],
  });
/** A place on the map, in pixels from its middle. */
async function at(dx: number, dy: number): Promise<{ x: number; y: number }> {
  const box = (await page.locator('#kaart canvas').first().boundingBox())!;
  return { x: box.x + box.width / 2 + dx, y: box.y + box.height / 2 + dy };
}
/** The pencil is fetched when it is first asked for. */
async function draw(name: string, places: readonly (readonly [number, number])[]): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('canvas.maplibregl-canvas')?.style.cursor === 'crosshair',
  );
  for (const [dx, dy] of places) {
    const { x, y } = await at(dx, dy);
    await page.mouse.move(x, y, { steps: 2 });
    await click(dx, dy);
  }
}
async function click(dx: number, dy: number): Promise<void> {
  const { x, y } = await at(dx, dy);
  await page.mouse.click(x, y);
}
const size = () => page.locator('.top .size').innerText();
async function answerOf(): Promise<string> {
  await page.locator('section.live[aria-busy="false"]').waitFor();
  return page.locator('section.live').innerText();
}
const again = async (): Promise<void> => {
  const summary = page.locator('details:not([open]) > summary', { hasText: /^Begin opnieuw met/ });
  if ((await summary.count()) > 0) await summary.click();
};

it('a click on the map is a point, and the answer is of that place', async () => {
  await draw('Punt', [[0, 0]]);
  await expect.poll(answerOf).toContain('Amersfoort');
  expect(await findAxeViolations(page)).toEqual([]);
});

it('an area is drawn click by click', async () => {
  await again();
  await draw('Vlak', [
    [-200, -100],
    [0, -100],
    [0, 100],
    [-200, 100],
  ]);
  await page.keyboard.press('Enter');
  // 200 by 200 pixels of 1.465 m: 293 by 293 m is 8.6 ha.
  await expect.poll(size).toMatch(/8[56]\.\d{3}\s?m²/);
  await expect.poll(answerOf).toContain('Amersfoort');
  expect(await findAxeViolations(page)).toEqual([]);
});

it('a copy of an existing project is taken by its name', async () => {
  await again();
  await page.getByLabel('Kopie van een gemeente').fill('Station Zevenhuizen (UT-99)');
  await page.keyboard.press('Enter');
  await page.getByText('Er is geen gemeente of project dat “Station Zevenhuizen (UT-99)” heet.').waitFor();
  const { titel } = (await (
    await page.request.get(`${inject('atlasUrl')}/api/v1/projecten/UT-01`)
  ).json()) as { titel: string };
  await page.getByLabel('Kopie van een gemeente').fill(`${titel} (UT-01)`);
  await page.keyboard.press('Enter');
  await expect.poll(answerOf).toContain('Stichtse Vecht');
});

it('a copy of what lies under a click is chosen from what is there', async () => {
  await again();
  await page.getByRole('button', { name: 'Wijs aan op de kaart' }).click();
  await click(0, 0);
  const found = page.getByRole('list', { name: 'Wat hier ligt' });
  await found
    .getByRole('button', { name: /Stichtse Vecht/ })
    .first()
    .click();
  await expect.poll(answerOf).toMatch(/Stichtse Vecht[\s\S]*100/);
});

it('a finger drags the footprint, and the map stays where it is', async () => {
  await page.context().close();
  ({ page, faults } = await open());
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await page.getByRole('button', { name: 'Zet neer' }).first().click();
  for (const [key, value] of [
    ['x', '155000'],
    ['y', '463000'],
  ] as const) {
    await page.locator(`#voetafdruk-${key}`).fill(value);
    await page.keyboard.press('Enter');
  }
  const numberOf = async (key: string) =>
    Number((await page.locator(`#voetafdruk-${key}`).inputValue()).replace('.', ''));
  const middle = async () => {
    const box = (await page.locator('.overlay polygon').boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  await page.locator('.snap input').uncheck();
  const map = () => page.evaluate(() => new URLSearchParams(location.search).get('kaart'));
  const before = await map();
  const { x, y } = await middle();
  await touch(client, 'touchStart', x, y);
  for (let moved = 10; moved <= 100; moved += 10) await touch(client, 'touchMove', x + moved, y - moved / 2);
  await touch(client, 'touchEnd');
  // 1.465 m to the pixel: 100 pixels east are 147 m, 50 north 73 m; the footprint keeps its size.
  expect(await numberOf('x')).toBeGreaterThan(155_140);
  expect(await numberOf('x')).toBeLessThan(155_153);
  expect(await numberOf('y')).toBeGreaterThan(463_067);
  expect(await numberOf('y')).toBeLessThan(463_080);
  expect([await numberOf('breedte'), await numberOf('diepte')]).toEqual([244, 195]);
  expect(await map()).toBe(before);
  // A corner by a finger: the opposite one stays.
  const corner = (await page.getByRole('button', { name: /^Versleep hoek 2/ }).boundingBox())!;
  const from = { x: corner.x + corner.width / 2, y: corner.y + corner.height / 2 };
  await touch(client, 'touchStart', from.x, from.y);
  for (let moved = 10; moved <= 40; moved += 10) await touch(client, 'touchMove', from.x + moved, from.y);
  // A finger that rests before it lets go: to Chromium a fling's next tap only stops it.
  await page.waitForTimeout(150);
  await touch(client, 'touchEnd');
  expect(await numberOf('breedte')).toBeGreaterThan(295);
  expect(await numberOf('diepte')).toBe(195);
  // A tap beside it puts it there.
  await touch(client, 'touchStart', x - 200, y + 150);
  await touch(client, 'touchEnd');
  await expect.poll(() => numberOf('x')).toBeLessThan(154_730);
  expect(await numberOf('x')).toBeGreaterThan(154_680);
  expect(faults).toEqual([]);
});
