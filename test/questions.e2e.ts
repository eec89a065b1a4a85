import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browseAtlas } from './atlas-map.ts';
import { findAxeViolations } from './browser.ts';

const { open } = browseAtlas();

/** Draws an area with numbers only, as somebody without a mouse does. Corners in RD, metres. */
async function drawByNumber(page: Page, corners: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Tekenen', exact: true }).click();
  await page.getByRole('button', { name: 'Vlak', exact: true }).click();
  for (const corner of corners) {
    await page.getByLabel('Nieuw hoekpunt').fill(corner);
    await page.getByLabel('Nieuw hoekpunt').press('Enter');
  }
  await page.getByRole('button', { name: 'Rond af' }).click();
}

const card = (page: Page, title: string) => page.getByRole('article', { name: title });

// A square kilometre over the border of Amersfoort and Leusden: 1000 m × 1000 m = 100 ha.
const square = ['156000 460500', '157000 460500', '157000 461500', '156000 461500'];

describe('an RO-expert draws an area and asks', () => {
  it('who decides: two gemeenten that add up to what was drawn, a proposal per besluit, its grounds and gaps', async () => {
    const { page, faults, close } = await open();
    await drawByNumber(page, square);
    await page.getByRole('button', { name: 'Wie gaat hierover?' }).click();
    const answer = card(page, 'Wie gaat hierover?');
    await answer.getByRole('link', { name: 'Amersfoort' }).first().waitFor();
    const text = (await answer.textContent()) ?? '';
    expect(text).toContain('Leusden');
    expect(text).toContain('Stedin');
    expect(text).toMatch(/Omgevingswet art\. 2\.3/);
    expect(text).toMatch(/spanningsniveau/i);
    expect(text).toMatch(/CBS/);
    expect(await findAxeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);

    // The address alone gives a colleague the same drawing and the same answer.
    const other = await open(new URL(page.url()).search);
    await card(other.page, 'Wie gaat hierover?').getByRole('link', { name: 'Leusden' }).first().waitFor();
    expect(new URL(other.page.url()).search).toBe(new URL(page.url()).search);
    await other.close();
    await close();
  });

  it('undoes and redoes vertices by keyboard, and Esc destroys nothing', async () => {
    const { page, close } = await open();
    await drawByNumber(page, square);
    const rows = page.getByRole('table').getByRole('row');
    await expect.poll(() => rows.count()).toBe(5); // the header and four corners
    await page.locator('#kaart').focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => rows.count()).toBe(5);
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByRole('button', { name: 'Opnieuw doen' }).click();
    await expect.poll(() => rows.count()).toBe(5);
    await close();
  });

  it('what lies there: Natura 2000 and NNN in Drenthe, in m² and share', async () => {
    const { page, faults, close } = await open('?kaart=52.84,6.33,11');
    await drawByNumber(page, ['220000 540000', '223000 540000', '223000 543000', '220000 543000']);
    await page.getByRole('button', { name: 'Wat ligt hier al?' }).click();
    const answer = card(page, 'Wat ligt hier al?');
    await answer.getByText('Drents-Friese Wold & Leggelderveld').first().waitFor();
    const text = (await answer.textContent()) ?? '';
    expect(text).toMatch(/Natuurnetwerk/);
    expect(text).toMatch(/zonder landelijke dekking/);
    expect(faults).toEqual([]);
    await close();
  });

  it('is told what is wrong with what was pasted, and keeps it', async () => {
    const { page, faults, close } = await open();
    await page.getByRole('button', { name: 'Tekenen', exact: true }).click();
    const field = page.getByLabel('Nieuw hoekpunt');
    await field.fill('999999 999999');
    await field.press('Enter');
    await page.getByRole('alert').first().waitFor();
    expect(await field.inputValue()).toBe('999999 999999');
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a netbeheerder', () => {
  it('finds a project by name and a place by RD coordinate', async () => {
    const { page, faults, close } = await open();
    const search = page.getByRole('combobox').first();
    await search.fill('breukelen');
    await page
      .getByRole('option', { name: /Breukelen-Kortrijk/ })
      .first()
      .waitFor();
    await search.press('ArrowDown');
    await search.press('Enter');
    await page
      .getByRole('heading', { name: 'Uitbreiding hoogspanningsstation Breukelen-Kortrijk' })
      .waitFor();
    await search.fill('155000 463000');
    await page.getByRole('option').first().waitFor();
    await search.press('ArrowDown');
    await search.press('Enter');
    // Amersfoort, the origin of RD: 52,155 N 5,387 E.
    await expect
      .poll(() => new URL(page.url()).searchParams.get('kaart') ?? '')
      .toMatch(/^52\.15\d+,5\.38\d+,/);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('an energyboard', () => {
  it('asks which projects touch a neighbouring provincie', async () => {
    const { page, faults, close } = await open('?rechts=vragen&vraag=grensoverschrijdend**');
    const answer = card(page, 'Welke projecten raken een buurprovincie?');
    await answer
      .getByText(/Drents|380 kV/)
      .first()
      .waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('asks who shifts: how many and who first, of the provincie on the map when it was asked of all', async () => {
    const { page, faults, close } = await open('?provincie=PV26&rechts=vragen&vraag=ibn-verschuiving**');
    const answer = card(page, 'Welke projecten schuiven?');
    await answer.getByText(/^\d+ van de \d+ projecten met een IBN schuiven naar later$/).waitFor();
    await answer.getByRole('button', { name: 'Alleen provincie Utrecht' }).click();
    await answer.getByText('2 van de 4 projecten met een IBN schuiven naar later').waitFor();
    expect(await answer.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    expect(await findAxeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('reads a project with its proof of membership in words', async () => {
    const { page, close } = await open('?rechts=project&project=UT-11');
    await page
      .getByText(/pMIEK-lidmaatschap niet bevestigd/)
      .first()
      .waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await close();
  });
});

describe('without a mouse', () => {
  it('? shows the keys, and Esc closes them', async () => {
    const { page, close } = await open();
    await page.locator('#kaart').focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    await close();
  });
});

describe('on paper', () => {
  it('the print view has title, legend, scale, source, date and the answer', async () => {
    const { page, faults, close } = await open(
      '?provincie=PV26&rechts=vragen&vraag=bevoegd-gezag*project:UT-01*&afdruk=1',
    );
    await page
      .getByText(/kunnen geen rechten worden ontleend/)
      .first()
      .waitFor();
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text).toMatch(/Legenda/);
    expect(text).toMatch(/1:\d/);
    expect(text).toMatch(/CBS/);
    expect(text).toMatch(/Stichtse Vecht/);
    expect(faults).toEqual([]);
    await close();
  });
});
