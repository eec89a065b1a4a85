// Placing a 150/20 kV-station in a real browser: from its template, by keyboard alone, as two alternatives.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browseAtlas } from './atlas-map.ts';
import { findAxeViolations } from './browser.ts';

const { open } = browseAtlas('achtergrond=geen');

const field = (page: Page, label: string) => page.getByLabel(label, { exact: false });
/** Thin no-break spaces are for the eye. */
const areaOf = async (page: Page) =>
  (await page.locator('.top .size strong').innerText()).replace('\u202f', ' ');
const numbers = async (page: Page): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const key of ['x', 'y', 'breedte', 'diepte', 'hoek', 'oppervlakte'])
    found[key] = await page.locator(`#voetafdruk-${key}`).inputValue();
  return found;
};
const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Stappen' }).getByRole('button', { name, exact: true }).click();
/** What the live answer says once nothing is being computed. */
async function answerOf(page: Page): Promise<string> {
  const live = page.locator('section.live');
  await live.waitFor();
  await page.waitForFunction(
    () => document.querySelector('section.live')?.getAttribute('aria-busy') === 'false',
  );
  return live.innerText();
}

/** Puts the template of a 150/20 kV-station down at the RDNAPTRANS point of Amersfoort. */
async function placeStation(page: Page): Promise<void> {
  await step(page, 'Waar');
  await page.getByRole('button', { name: 'Zet neer' }).first().click();
  await field(page, 'X van het midden').waitFor();
  await page.locator('#voetafdruk-x').fill('155000');
  await page.keyboard.press('Enter');
  await page.locator('#voetafdruk-y').fill('463000');
  await page.keyboard.press('Enter');
}

const amersfoort = 'kaart=52.155173,5.387204,15&paneel=dicht&rechts=plaatsen';

describe('a footprint in hand', () => {
  it('is moved, turned and sized by keyboard, with its m² in view and the answer beside it', async () => {
    const { page, faults, close } = await open(amersfoort);
    await field(page, 'Naam van het project').fill('Station Amersfoort');
    await placeStation(page);
    // √(47.500 × 5/4) = 243.7: 244 by 195 m.
    expect(await numbers(page)).toMatchObject({ x: '155.000', y: '463.000', breedte: '244', diepte: '195' });
    expect(await areaOf(page)).toBe('47.580 m²');
    expect(await page.locator('.top .size').innerText()).toContain('binnen de bandbreedte');
    const answer = await answerOf(page);
    for (const words of ['Amersfoort', 'Utrecht', 'Dichtstbijzijnde station', 'Ruimtebeslag'])
      expect(answer).toContain(words);
    expect(answer).not.toContain('onbekend, onbekend');

    // A corner by its keys: 10 m east and 10 m north, the opposite corner in its place.
    const corner = page.getByRole('button', { name: /^Versleep hoek 2/ });
    await corner.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    expect(await numbers(page)).toMatchObject({ x: '155.005', y: '463.005', breedte: '254', diepte: '205' });
    expect(await areaOf(page)).toBe('52.070 m²');
    // The knob turns, and its arrows move.
    const knob = page.getByRole('button', { name: /^Draai, nu/ });
    await knob.focus();
    for (const key of [']', ']', '[', ']', 'ArrowLeft', 'Shift+ArrowLeft']) await page.keyboard.press(key);
    expect(await numbers(page)).toMatchObject({ x: '154.994', y: '463.005', hoek: '10' });
    expect(await areaOf(page)).toBe('52.070 m²');
    // By number: out of the range of the sources, and the panel says so.
    await page.locator('#voetafdruk-oppervlakte').fill('70.000');
    await page.keyboard.press('Enter');
    await expect.poll(() => areaOf(page)).toBe('70.000 m²');
    expect(await page.locator('.top .size').innerText()).toContain('groter dan de bronnen noemen');
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    expect(await areaOf(page)).toBe('52.070 m²');
    expect(await findAxeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('is dragged, sized and turned by the pointer; Esc loses nothing and undo goes back step by step', async () => {
    const { page, faults, close } = await open(amersfoort);
    await placeStation(page);
    const before = await numbers(page);
    const drag = async (from: { x: number; y: number }, dx: number, dy: number) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + dx, from.y + dy, { steps: 6 });
      await page.mouse.up();
    };
    const centreOf = async (selector: string) => {
      const box = (await page.locator(selector).boundingBox())!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    await page.locator('.snap input').uncheck();
    await drag(await centreOf('.overlay polygon'), 100, 0);
    const moved = await numbers(page);
    // 78271.517 / 2^15 × cos(52.155°) = 1.465 m to the pixel: 100 pixels are 147 m, in whole metres.
    expect(Number(moved['x']!.replace('.', '')) - 155_000).toBeGreaterThan(140);
    expect(Number(moved['x']!.replace('.', '')) - 155_000).toBeLessThan(153);
    expect([moved['breedte'], moved['diepte']]).toEqual([before['breedte'], before['diepte']]);
    await drag(await centreOf('.grip[aria-label^="Versleep zijde 2"]'), 40, 0);
    const wider = await numbers(page);
    expect(Number(wider['breedte'])).toBeGreaterThan(244);
    expect(wider['diepte']).toBe('195');
    expect(await areaOf(page)).toBe(`${(Number(wider['breedte']) * 195).toLocaleString('nl-NL')} m²`);
    await drag(await centreOf('.knob'), 60, 30);
    expect(Number((await numbers(page))['hoek'])).toBeGreaterThan(5);
    await page.locator('canvas.maplibregl-canvas').first().focus();
    await page.keyboard.press('Escape');
    expect(await areaOf(page)).toContain('m²');
    for (let at = 0; at < 3; at++) await page.keyboard.press('Control+z');
    await expect.poll(async () => (await numbers(page))['x']).toBe('155.000');
    expect(await numbers(page)).toMatchObject(before);
    expect(faults).toEqual([]);
    await close();
  });

  it('comes back after a reload, with its alternatives, and never in the address', async () => {
    const { page, faults, close } = await open(amersfoort);
    await field(page, 'Naam van het project').fill('Station met twee plekken');
    await placeStation(page);
    await page.getByRole('button', { name: 'Voeg een variant toe' }).click();
    await page.locator('#voetafdruk-x').fill('157000');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Variant A/ }).click();
    await expect.poll(async () => (await numbers(page))['x']).toBe('155.000');
    await page.getByText('Concept bewaard in deze browser').waitFor();
    await page.waitForTimeout(600);
    expect(decodeURIComponent(page.url())).not.toMatch(/tekening|Station met/);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByRole('button', { name: /^Variant B/ }).click();
    await step(page, 'Waar');
    await expect.poll(async () => (await numbers(page))['x']).toBe('157.000');
    await step(page, 'Wat');
    expect(await field(page, 'Naam van het project').inputValue()).toBe('Station met twee plekken');
    await step(page, 'Opslaan');
    // Nobody is signed in: saving asks for that, over the draft that stays.
    await page.getByRole('button', { name: 'Aanmelden en het project opslaan' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');

    await step(page, 'Varianten');
    // One question gets no answer, of both alternatives.
    await page.route('**/vragen/afstand-tot-net', (route) => route.abort(), { times: 2 });
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('link', { name: 'Vergelijk naast elkaar' }).click();
    const table = page.getByRole('region', { name: 'Varianten vergeleken' });
    await table.getByText('Dichtstbijzijnde station').waitFor();
    await expect.poll(() => table.innerText()).not.toContain('…');
    expect((await table.innerText()).match(/niet opgehaald/g)).toHaveLength(4);
    expect(faults.splice(0).every((fault) => fault.includes('/vragen/afstand-tot-net'))).toBe(true);
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    expect(await page.locator('canvas.maplibregl-canvas').count()).toBeGreaterThanOrEqual(2);
    // Both are 4,76 ha: a row that says the same is in lighter ink; the distance differs.
    const rowOf = (name: string) =>
      table.locator('tr', { has: page.getByRole('rowheader', { name }) }).first();
    expect(await rowOf('Neergezet').getAttribute('class')).toContain('same');
    // Until both distances have come, neither is known: that is the same too.
    const distance = () => rowOf('Dichtstbijzijnde station').getAttribute('class');
    await expect.poll(distance).not.toContain('same');
    expect(await findAxeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('can be begun from a line, a copy, a coordinate, or without a place', async () => {
    const { page, faults, close } = await open(`${amersfoort}&begin=nieuw`);
    await step(page, 'Waar');
    await page.getByLabel('Coördinaat, RD of graden').fill('155.500 463.500');
    await page.keyboard.press('Enter');
    await page.getByLabel('Hoe zeker is deze plek').selectOption('indicatief');
    expect(await page.getByLabel('Ligt ergens binnen, in meters').inputValue()).toBe('500');
    await page.getByText('Begin opnieuw met').click();
    await page.getByLabel('Kopie van een gemeente').fill('gemeente Bunschoten');
    await page.getByRole('button', { name: 'Neem over', exact: true }).first().click();
    await expect.poll(() => answerOf(page)).toContain('Bunschoten');
    expect(await page.locator('section.live').innerText()).toContain('100');
    await page.getByText('Begin opnieuw met').click();
    await page.getByRole('button', { name: 'Zonder plek verder' }).click();
    await page.locator('.top .size', { hasText: 'nog geen plek' }).waitFor();
    await step(page, 'Wat');
    await page.getByText('Wijzig', { exact: true }).click();
    await page.getByLabel('Utrecht', { exact: true }).check();
    await step(page, 'Opslaan');
    expect(await page.locator('.panel').innerText()).toContain('Utrecht');
    expect(faults).toEqual([]);
    await close();
  });
});
