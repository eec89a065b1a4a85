import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browseAtlas } from './atlas-map.ts';
import { findAxeViolations } from './browser.ts';

const { open } = browseAtlas('achtergrond=geen');

/** Takes the drawing tool in hand, and waits for the pencil that is fetched for it. */
async function takePencil(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tekenen', exact: true }).click();
  await waitForPencil(page);
}
const waitForPencil = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector<HTMLElement>('canvas.maplibregl-canvas')?.style.cursor === 'crosshair',
  );
const canvasOf = (page: Page) => page.locator('canvas.maplibregl-canvas').first();
const rows = (page: Page) => page.locator('input[aria-label^="X van hoekpunt"]');

/** A click on the map, in pixels from its upper left corner, with the pointer moving there first. */
async function clickMap(page: Page, x: number, y: number): Promise<void> {
  const box = await canvasOf(page).boundingBox();
  if (!box) throw new Error('No map');
  await page.mouse.move(box.x + x, box.y + y, { steps: 2 });
  await page.waitForTimeout(80); // Terra Draw tells a click from a double one by its place, not by its time
  await page.mouse.click(box.x + x, box.y + y);
  await page.waitForTimeout(80);
}

/** Digits of an amount as Dutch readers write it: `1.234,5 ha` is 1234.5. */
const toNumber = (text: string) =>
  Number(/[\d.]+(,\d+)?/.exec(text)![0].replaceAll('.', '').replace(',', '.'));

describe('drawing with the pointer', () => {
  it('sets, undoes, redoes and drags vertices, and the server measures what was shown', async () => {
    const { page, faults, close } = await open('kaart=52.155,5.387,12&paneel=dicht');
    await takePencil(page);
    await clickMap(page, 200, 200);
    await clickMap(page, 420, 210);
    await clickMap(page, 430, 400);
    await clickMap(page, 210, 390);
    await expect.poll(() => rows(page).count()).toBe(4);
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows(page).count()).toBe(3);
    await page.keyboard.press('Control+y');
    await expect.poll(() => rows(page).count()).toBe(4);

    await clickMap(page, 200, 200); // on the first one: closed
    await page.waitForFunction(() => location.search.includes('tekening=v~'));
    const before = await rows(page).nth(2).inputValue();
    const box = (await canvasOf(page).boundingBox())!;
    await page.mouse.move(box.x + 430, box.y + 400);
    await page.mouse.down();
    await page.mouse.move(box.x + 470, box.y + 440, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => rows(page).nth(2).inputValue()).not.toBe(before);
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows(page).nth(2).inputValue()).toBe(before);

    const shown = toNumber(await page.locator('.state .size').innerText());
    const answer = page.waitForResponse((response) => response.url().includes('/vragen/overlap'));
    await page.getByRole('button', { name: 'Wat ligt hier al?' }).click();
    const { antwoord } = (await (await answer).json()) as {
      antwoord: { gevraagd: { oppervlakteM2: number } };
    };
    expect(Math.abs(antwoord.gevraagd.oppervlakteM2 / 10_000 / shown - 1)).toBeLessThan(0.001);
    expect(faults).toEqual([]);
    await close();
  });

  it('goes on after Esc and after a reload, and warns before an unfinished drawing is left', async () => {
    const { page, faults, close } = await open('kaart=52.155,5.387,12&paneel=dicht');
    await takePencil(page);
    await clickMap(page, 200, 200);
    await clickMap(page, 400, 220);
    await page.keyboard.press('Escape'); // the map has the focus: it was clicked
    await expect.poll(() => page.getByRole('button', { name: 'Ga verder' }).count()).toBe(1);
    expect(await rows(page).count()).toBe(2);
    // The address is written a quarter of a second after the last change, and says which panel comes back.
    await page.waitForFunction(() => location.search.includes('rechts=tekenen'));
    let asked = '';
    page.once('dialog', (dialog) => {
      asked = dialog.type();
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toBe('beforeunload');
    await expect.poll(() => rows(page).count()).toBe(2);
    await waitForPencil(page);
    await clickMap(page, 420, 420);
    await expect.poll(() => rows(page).count()).toBe(3);
    await page.getByRole('button', { name: 'Rond af' }).click();
    await page.waitForFunction(() => location.search.includes('tekening=v~'));
    expect(faults).toEqual([]);
    await close();
  });

  it('offers swapped axes in what is pasted, and keeps what cannot be read', async () => {
    const { page, close } = await open('rechts=tekenen');
    await page.getByText('Plak of open geometrie').click();
    const field = page.getByLabel('GeoJSON, WKT of een coördinaat');
    await field.fill('POLYGON((155000 463000, 156000');
    await page.getByRole('button', { name: 'Neem over', exact: true }).click();
    await page.getByText('De haakjes kloppen niet').waitFor();
    expect(await field.inputValue()).toBe('POLYGON((155000 463000, 156000');
    await field.fill('POLYGON((463000 155000, 463000 156000, 464000 156000, 464000 155000, 463000 155000))');
    await page.getByRole('button', { name: 'Neem over', exact: true }).click();
    await page.getByRole('button', { name: 'Ja, neem dat over' }).click();
    // 1 km × 1 km.
    await expect.poll(() => page.locator('.state .size').innerText()).toContain('100,0');
    expect(await rows(page).first().inputValue()).toBe('155.000');
    // Without dragging: a vertex half way a side changes nothing, 100 m out of it adds half of 1000 m × 100 m = 5 ha.
    await page.getByRole('button', { name: 'Voeg een hoekpunt in na 1', exact: true }).click();
    await expect.poll(() => rows(page).count()).toBe(5);
    expect(await page.locator('.state .size').innerText()).toContain('100,0');
    await page.getByLabel('Y van hoekpunt 2', { exact: true }).fill('462.900');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('.state .size').innerText()).toContain('105,0');
    await close();
  });
});

describe('measuring with the pointer', () => {
  it('lights the boundary a point is drawn to, and no longer once it is finished', async () => {
    const { page, close } = await open('kaart=52.155,5.387,11&paneel=dicht', { width: 1280, height: 720 });
    // On the border of Amersfoort and Nijkerk, beside where the vertex comes.
    const look = () => page.screenshot({ clip: { x: 876, y: 306, width: 24, height: 16 } });
    const before = await look();
    await page.getByRole('button', { name: 'Afstand meten', exact: true }).click();
    await waitForPencil(page);
    await clickMap(page, 700, 352);
    await clickMap(page, 866, 268);
    await expect.poll(async () => before.equals(await look())).toBe(false);
    await canvasOf(page).press('Enter');
    await expect.poll(async () => before.equals(await look())).toBe(true);
    await close();
  });
});

describe('the keyboard alone', () => {
  it('measures from the cross, turns it into a drawing, and lists its keys', async () => {
    const { page, faults, close } = await open('kaart=52.155,5.387,12&paneel=dicht');
    await canvasOf(page).focus();
    const press = async (...keys: string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        await page.waitForTimeout(150);
      }
    };
    await press('m', ' ', 'ArrowRight', ' ', 'ArrowDown', ' ', 'Enter');
    const total = page.getByRole('region', { name: 'Afstand meten' }).locator('.total strong');
    // Two steps of 96 px at zoom 12 and 52.155° N: 2 × 96 × 78271.517 / 2^12 × cos(52.155°) = 2251 m.
    expect(Math.abs(toNumber(await total.innerText()) - 2.25)).toBeLessThan(0.02);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Maak er een tekening van' }).click();
    await page.waitForFunction(() => location.search.includes('tekening=l~'));
    await canvasOf(page).focus();
    await press('Escape', '?');
    await page.getByRole('dialog', { name: 'Toetsen' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await press('Escape');
    await canvasOf(page).focus();
    await press('Enter');
    await page.waitForFunction(() => location.search.includes('punt='));
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the read-outs', () => {
  it('tell where the middle is in both systems, and the scale', async () => {
    // The RDNAPTRANS point of Amersfoort.
    const { page, close } = await open('kaart=52.155173,5.387204,14&paneel=dicht');
    const text = (await page.locator('.readout').innerText()).replace(/\s+/g, ' ');
    expect(text).toMatch(/X 155\.000 Y 463\.000/);
    expect(text).toContain('52,15517 5,38720');
    // 78271.517 / 2^14 × cos(52.155°) = 2.9306 m/px; × 96 / 0.0254 = 11,076 → two figures: 11.000.
    expect(text).toContain('1:11.000');
    const [bar, label] = [page.locator('.scale .bar'), page.locator('.scale span').nth(1)];
    const widthPx = (await bar.boundingBox())!.width;
    expect(Math.abs((widthPx * 2.9306) / toNumber(await label.innerText()) - 1)).toBeLessThan(0.02);
    await close();
  });
});

describe('the page for paper', () => {
  it('holds the map, legend, sources, scale, north and address, on one sheet', async () => {
    const { page, faults, close } = await open('kaart=52.155,5.387,11&provincie=PV26&afdruk=1');
    await page.getByRole('button', { name: /Druk af/, disabled: false }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    const sheet = page.locator('.page').first();
    for (const words of ['Utrecht', 'Bronnen en peildata', 'geen rechten', '1:', 'Provinciegrens'])
      expect(await sheet.innerText()).toContain(words);
    // Which is there for Drenthe only.
    expect(await sheet.locator('.legend').innerText()).not.toContain('Natura 2000');
    const [width, height] = await sheet
      .locator('canvas[aria-label="De kaart"]')
      .evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height]);
    // 193 × 162 mm at 288 pixels to the inch.
    expect(Math.abs(width! / ((193 / 25.4) * 288) - 1)).toBeLessThan(0.01);
    expect(Math.abs(height! / ((162 / 25.4) * 288) - 1)).toBeLessThan(0.01);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    // A4 lying: 842 × 595 points.
    const [, w, h] = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)!;
    expect([Math.round(Number(w)), Math.round(Number(h))]).toEqual([842, 595]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !location.search.includes('afdruk'));
    expect(faults).toEqual([]);
    await close();
  });
});
