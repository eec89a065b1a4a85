import { gzipSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { browseAtlas } from './atlas-map.ts';
import { findAxeViolations, goWithin, waitForMap, waitUntilStill, type PageSize } from './browser.ts';

const atlas = { url: inject('atlasUrl') };
const { open, openAlone } = browseAtlas();

/** The address without its origin, once the atlas has written it. */
async function waitForAddress(page: Page, part: string): Promise<string> {
  await page.waitForFunction((text) => location.search.includes(text), part);
  return new URL(page.url()).search;
}

describe('the first view', () => {
  it('is drawn under the strict content policy, within 450 kB of script, without a fault', async () => {
    const { page, faults } = await openAlone('about:blank');
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname) && !response.url().includes('worker'))
        scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) faults.push(message.text());
    });
    const answer = await page.goto(atlas.url);
    expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'");
    await waitForMap(page);
    const totalBytes = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
    expect(totalBytes).toBeGreaterThan(296_000); // MapLibre is in it
    expect(totalBytes).toBeLessThanOrEqual(450_000);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('asks for the background once when PDOK is out of reach, and says so in one quiet line', async () => {
    const { page, faults } = await openAlone('about:blank');
    let asked = 0;
    await page.route('https://service.pdok.nl/**', (route) => {
      asked += 1;
      return route.abort('internetdisconnected');
    });
    await page.goto(`${atlas.url}/?paneel=lagen`);
    await waitForMap(page);
    await page.getByText('de atlas toont zijn eigen rustige achtergrond').waitFor();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.waitForTimeout(1000);
    expect(asked).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('shows the background of PDOK when it answers', async () => {
    const { page } = await openAlone('about:blank');
    const asked: string[] = [];
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mO8c+fOfwAIGgOYtSFkLgAAAABJRU5ErkJggg==';
    await page.route('https://service.pdok.nl/**', (route) => {
      asked.push(new URL(route.request().url()).pathname);
      return route.fulfill({
        contentType: 'image/png',
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: Buffer.from(pixel, 'base64'),
      });
    });
    await page.goto(`${atlas.url}/?paneel=lagen`);
    await expect.poll(() => asked.length).toBeGreaterThan(4);
    expect(asked.every((path) => path.includes('/grijs/EPSG:3857/'))).toBe(true);
    await page.getByRole('radio', { name: 'Luchtfoto' }).check();
    await expect
      .poll(() => asked.filter((path) => path.includes('Actueel_orthoHR')).length)
      .toBeGreaterThan(4);
    await page.context().close();
  });
});

describe('a provincie', () => {
  it('frames, filters, is in the address, and the back button undoes it', async () => {
    const { page, faults, close } = await open();
    await page.getByLabel('Provincie', { exact: true }).selectOption('Utrecht');
    await page.getByRole('heading', { name: 'Utrecht', exact: true }).waitFor();
    const shared = await waitForAddress(page, 'provincie=PV26');
    await page.getByText(/^Utrecht: 17 projecten/).waitFor();
    // Utrecht lies around 52,1 N 5,2 E; the map is framed on it, closer than the whole country.
    const [lat, lng, zoom] = (new URLSearchParams(shared).get('kaart') ?? '').split(',').map(Number);
    expect(lat).toBeCloseTo(52.1, 0);
    expect(lng).toBeCloseTo(5.2, 0);
    expect(zoom).toBeGreaterThan(8);

    const other = await open(shared);
    await other.page.getByText(/^Utrecht: 17 projecten/).waitFor();
    expect(new URL(other.page.url()).search).toBe(shared);
    await other.close();

    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('provincie'));
    expect(await page.getByLabel('Provincie', { exact: true }).inputValue()).toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  it('is framed from an address that says which one but not where to look', async () => {
    const { page, close } = await open('?provincie=PV22');
    const [lat, lng] = (new URLSearchParams(await waitForAddress(page, 'kaart=52.')).get('kaart') ?? '')
      .split(',')
      .map(Number);
    await expect
      .poll(async () => new URLSearchParams(new URL(page.url()).search).get('kaart'))
      .toMatch(/^52\.[89]\d*,6\.[56]\d*,/); // Drenthe
    expect([lat, lng].every(Number.isFinite)).toBe(true);
    await close();
  });
});

describe('an area', () => {
  const toCamera = (page: Page) => new URLSearchParams(new URL(page.url()).search).get('kaart');

  it('is framed in the room that is left, whether it was searched, addressed or asked for', async () => {
    const { page, close } = await open();
    await page.locator('#zoek').fill('amersfoort');
    await page
      .getByRole('option', { name: /^Amersfoort/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await waitForAddress(page, 'gebied=gemeente:GM0307');
    const searched = toCamera(page);
    await page.getByRole('button', { name: 'Toon op de kaart' }).click();
    await page.waitForTimeout(600); // the address is written a quarter of a second after the map has moved
    expect(toCamera(page)).toBe(searched);
    const other = await open('?gebied=gemeente:GM0307&rechts=gebied');
    await expect.poll(() => toCamera(other.page)).toBe(searched);
    await other.close();
    await close();
  });
});

describe('a panel on the right', () => {
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim();
    });

  it('that does not come says so, closes, and comes when the connection is back', async () => {
    // In a window of its own: nothing of the panel was fetched before.
    const { page } = await openAlone(`${atlas.url}/?kaart=52.155,5.387,11&achtergrond=geen`);
    await waitForMap(page);
    const context = page.context();
    await context.setOffline(true);
    await page.locator('canvas').first().click();
    const panel = page.getByRole('complementary', { name: 'Antwoord' });
    await panel.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await panel.getByRole('button', { name: 'Laad de atlas opnieuw' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await context.setOffline(false);
    const down = panel.getByRole('button', { name: 'Volgende treffer' });
    await down.waitFor();
    // Its style sheet came too: the buttons that walk through the hits stand beside their count.
    const [count, button] = [await panel.getByRole('status').boundingBox(), await down.boundingBox()];
    expect(Math.abs(count!.y - button!.y)).toBeLessThan(20);
    await context.close();
  });

  it('walks by arrow keys from the click on, and gives the focus back when it closes', async () => {
    const { page, close } = await open('?kaart=52.155,5.387,11&achtergrond=geen');
    await page.locator('canvas').first().click();
    await page.getByText(/^\d+ treffers$/).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByText(/^2 van \d+$/).waitFor();
    await page.getByRole('button', { name: 'Sluit paneel' }).press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^Kaart van Nederland/);
    await page.getByRole('button', { name: 'Sluit linkerpaneel' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('Projecten');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('links-tabs-projecten');
    await close();
  });
});

describe('layers', () => {
  it('are switched, faded and moved by keyboard, and the address keeps it', async () => {
    const { page, close } = await open('?paneel=lagen');
    await page.getByRole('checkbox', { name: 'RES-regio’s' }).focus();
    await page.keyboard.press('Space');
    await waitForAddress(page, ',res-regios,');
    await page.getByRole('button', { name: 'Meer over RES-regio’s' }).press('Enter');
    await page.getByRole('slider', { name: 'Dekkend' }).press('ArrowLeft');
    await waitForAddress(page, ',res-regios:95,');
    await page.getByRole('button', { name: 'Hoger' }).press('Enter');
    const address = await waitForAddress(page, ',res-regios:95,provincies,');
    const other = await open(address);
    expect(await other.page.getByRole('checkbox', { name: 'RES-regio’s' }).isChecked()).toBe(true);
    await other.close();
    await close();
  });

  it('say who made them, of when they are, under which licence and where they stop', async () => {
    const { page, close } = await open('?paneel=lagen');
    await page.getByRole('button', { name: 'Meer over Gemeenten' }).click();
    for (const term of ['Bron', 'Peildatum', 'Licentie', 'Dekking', 'Aantal', 'Herkomst'])
      expect(await page.getByText(term, { exact: true }).count()).toBe(1);
    await page.getByText('342', { exact: true }).waitFor();
    await close();
  });

  it('can be dragged to another place', async () => {
    const { page, close } = await open('?paneel=lagen');
    const grip = page.locator('li', { has: page.getByLabel('Gemeenten', { exact: true }) }).locator('.grip');
    await grip.dragTo(page.locator('li', { has: page.getByLabel('Projecten', { exact: true }) }).first());
    await waitForAddress(page, 'lagen=gemeenten,projecten,');
    await close();
  });

  it('say so when their tiles do not come, the rest goes on, and they come when they can', async () => {
    const { page } = await openAlone('about:blank');
    let [asked, isAway] = [0, true];
    await page.route('**/tegels/hoogspanning/**', (route) => {
      asked += 1;
      return isAway ? route.fulfill({ status: 503, body: '' }) : route.continue();
    });
    await page.goto(`${atlas.url}/?paneel=lagen`);
    await page
      .getByText(/^niet opgehaald:/)
      .first()
      .waitFor();
    await waitForMap(page);
    await page.waitForTimeout(2000);
    // A national view is a handful of tiles; a map that keeps asking would be far past this by now.
    expect(asked).toBeLessThan(20);
    expect(await page.getByText(/^niet opgehaald:/).count()).toBe(1);
    const note = page.getByText('Delen van de kaart zijn niet opgehaald');
    await note.waitFor();
    isAway = false;
    await page.getByRole('button', { name: 'Probeer nu' }).click();
    await note.waitFor({ state: 'detached' });
    expect(await page.getByText(/^niet opgehaald:/).count()).toBe(0);
    await page.context().close();
  });
});

describe('for everybody', () => {
  type State = [name: string, query: string, seen: (page: Page) => Locator];
  const tab = (name: string) => (page: Page) => page.getByRole('tab', { name, selected: true });
  const answer = (name: string) => (page: Page) =>
    page.getByRole('complementary', { name: 'Antwoord' }).getByRole('heading', { name }).first();
  const wide: State[] = [
    ['the start', '', tab('Projecten')],
    ['layers', '?paneel=lagen', tab('Lagen')],
    ['the country', '?rechts=overzicht', answer('Nederland')],
    ['a provincie', '?provincie=PV26&rechts=overzicht', answer('Utrecht')],
    ['the map in words', '?rechts=woorden', answer('Kaart in woorden')],
    [
      'dark',
      '?provincie=PV26&rechts=overzicht&thema=donker',
      (page) => page.locator('[data-thema="donker"]'),
    ],
    ['closed panels', '?paneel=dicht', (page) => page.getByRole('group', { name: 'Open het linkerpaneel' })],
  ];
  const narrow: State[] = [
    ['the start', '', (page) => page.getByRole('button', { name: 'Toon de kaart' })],
    ['map first', '?blad=laag', (page) => page.getByRole('button', { name: 'Paneel lager', disabled: true })],
  ];
  const sizes: [string, State[], PageSize?][] = [
    ['on a wide screen', wide],
    ['on a telephone', narrow, { width: 360, height: 740 }],
    [
      'at 400 % zoom',
      [wide[2]!, ['half of the map', '?rechts=overzicht', answer('Nederland')]],
      { width: 320, height: 256 },
    ],
  ];
  it.each(sizes)('axe finds nothing, and nothing runs off the screen: %s', async (_, states, size) => {
    const { page, faults, close } = await open(states[0]![1], size);
    await page.waitForLoadState('networkidle');
    for (const [index, [name, query, seen]] of states.entries()) {
      if (index > 0) await goWithin(page, `/${query}`);
      await seen(page).waitFor();
      await waitUntilStill(page);
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
        return [scrollWidth - clientWidth, scrollHeight - clientHeight];
      });
      expect([name, await findAxeViolations(page), overflow]).toEqual([name, [], [0, 0]]);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('the legend leaves its neighbours free, and names only layers that lie in sight', async () => {
    const { page, close } = await open('?paneel=dicht&provincie=PV31', { width: 1280, height: 720 });
    await waitForAddress(page, 'kaart=51.'); // Limburg; Natura 2000 is there for Drenthe only
    await page.getByRole('button', { name: 'Legenda' }).click();
    const legend = page.getByRole('region', { name: 'Legenda' });
    await legend.getByRole('heading', { name: 'Provincies' }).waitFor();
    await expect.poll(() => legend.getByRole('heading', { name: /^Natura 2000/ }).count()).toBe(0);
    const [box, opener] = await Promise.all(
      [legend, page.getByRole('group', { name: 'Open het linkerpaneel' })].map((each) => each.boundingBox()),
    );
    expect(box!.y).toBeGreaterThan(opener!.y + opener!.height);
    expect(box!.width * box!.height).toBeLessThan(0.2 * 1280 * 720);
    await close();
  });

  it('the first Tab offers to skip, and the skip arrives', async () => {
    const { page, close } = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Naar zoeken');
    await page.getByRole('link', { name: 'Naar de kaart' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'kaart');
    await close();
  });

  it('says in words what came into view', async () => {
    const { page, close } = await open('?kaart=52.155,5.387,14.5');
    const words = page.locator('#kaart-woorden');
    await expect.poll(() => words.textContent()).toMatch(/^Utrecht, gemeente Amersfoort/);
    await close();
  });

  it('on a telephone the list comes first and the map is one tap away', async () => {
    const { page, close } = await open('', { width: 360, height: 740 });
    const sheet = page.getByRole('complementary', { name: 'Projecten en lagen' });
    const listHeight = (await sheet.boundingBox())!.height;
    const bottom = async () => {
      const { y, height } = (await page.locator('#onder').boundingBox())!;
      return y + height;
    };
    expect(await bottom()).toBe(740);
    await page.getByRole('button', { name: 'Toon de kaart' }).click();
    await expect.poll(async () => (await page.locator('#kaart').boundingBox())!.height).toBeGreaterThan(580);
    expect(await bottom()).toBe(740);
    expect(listHeight).toBeGreaterThan(400);
    await close();
  });
});
