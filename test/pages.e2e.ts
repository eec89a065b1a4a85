// The pages with words in a real browser: opening, reading, signing in, looking back; each with axe, keyboard and 360 px.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPage, routes } from '../web/pages/routes.ts';
import { closeWindows, findAxeViolations, goWithin, launchBrowser, waitUntilStill } from './browser.ts';
import { password, startPagesApp, type PagesApp } from './pages-app.ts';
import type { Person } from './people.ts';

type Account = Person & { email: string };
let app: PagesApp;
let browser: Browser;
let petra: Account;

beforeAll(async () => {
  app = await startPagesApp();
  browser = await launchBrowser();
  const west = { code: 'PV91', naam: 'West', soort: 'provincie' } as const;
  petra = await app.add('Petra', west, ['coordinator', 'beheerder']);
});
afterAll(async () => {
  await closeWindows(browser);
  await app?.stop();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe('pages', () => {
  /** `tab`: how the title in the tab of the browser begins. */
  const pages: [path: string, tab: string, title: RegExp][] = [
    ['/fiche/W-01', 'Station Aarde (W-01)', /^Station Aarde/],
    ['/acties', 'Actielijst', /^Actielijst/],
    ['/monitoring', 'Monitoringslijst Nederland', /^Nederland$/],
    ['/overzicht', 'Overzicht Nederland', /^Nederland$/],
    ['/overzicht/PV91', 'Overzicht West', /^Provincie West$/],
    ['/overzicht/PV91/uitvoeringsaanpak', 'Uitvoeringsaanpak (hoofddocument) West', /^Provincie West$/],
    ['/rondes', 'pMIEK-rondes Nederland', /^Nederland$/],
    ['/varianten/W-01', 'Varianten van Station Aarde', /^Varianten van Station Aarde/],
    ['/nieuw', 'Nieuw project', /^Nieuw project/],
    ['/excel', 'Excel', /Excel/],
    ['/abonnementen', 'Berichten en abonnementen', /^Berichten en abonnementen/],
    ['/aanmelden', 'Aanmelden', /^Aanmelden/],
    ['/uitnodiging/bestaat-niet', 'Uitnodiging', /^Uitnodiging/],
    ['/account', 'Uw account', /^Uw account/],
    ['/beheer', 'Beheer', /^Beheer/],
    ['/concepten', 'Uw concepten', /^Uw concepten/],
    ['/geschiedenis/projecten/W-01', 'Geschiedenis van project W-01', /^Geschiedenis van project W-01/],
    ['/toegankelijkheid', 'Toegankelijkheid', /^Toegankelijkheid/],
    ['/verantwoording', 'Verantwoording', /^Verantwoording/],
    ['/bestaat-niet', 'Deze pagina bestaat niet', /^Deze pagina bestaat niet/],
  ];

  it('are all in this table', () => {
    const shown = pages.map(([path]) => findPage(path)?.route.path ?? null);
    expect(shown).toEqual([...routes.map(({ path }) => path), null]);
  });

  /** Light and dark, wide and as wide as a telephone; in one page, so that it is fetched once, and whole at each width. */
  const looks = [
    ['light', 1280, undefined],
    ['dark', 1280, 'colours'],
    ['dark', 360, undefined],
    ['light', 360, 'colours'],
  ] as const;

  /** The page that is open has one title, axe finds nothing and nothing runs off the side, in all looks. */
  async function expectFit(page: Page, [path, tab, title]: (typeof pages)[number]): Promise<void> {
    await page.waitForFunction((begin) => document.title.startsWith(begin), tab);
    await waitUntilStill(page);
    expect(await heading(page).count()).toBe(1);
    expect(await heading(page).innerText()).toMatch(title);
    expect(await page.title()).toMatch(/ · pMIEK-atlas$/);
    const inks = new Set<string>();
    for (const [colorScheme, width, only] of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const found = await findAxeViolations(page, only);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, colorScheme, width, found, overflow]).toEqual([path, colorScheme, width, [], 0]);
      inks.add(await page.evaluate(() => getComputedStyle(document.body).color));
    }
    expect(inks.size).toBe(2);
  }

  it.each(pages)(
    '%s: one title, axe finds nothing, nothing runs off the side, light and dark, at 1280 and 360 px',
    async (...shown) => {
      const { page, faults, close } = await app.open(browser, null, shown[0]);
      await expectFit(page, shown);
      expect(faults).toEqual([]);
      await close();
    },
  );

  it('are as fit for who is signed in, who goes from one to the other', async () => {
    const { page, faults, close } = await app.open(browser, petra, pages[0]![0]);
    for (const shown of pages) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 800 });
      await goWithin(page, shown[0]);
      await expectFit(page, shown);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('open by links without loading the atlas anew; the title takes the focus; back and forward work', async () => {
    const { page, faults, close } = await app.open(browser, petra, '/toegankelijkheid');
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.getByRole('contentinfo').getByRole('link', { name: 'Verantwoording' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Verantwoording');
    expect(await page.title()).toBe('Verantwoording · pMIEK-atlas');
    await page.goBack();
    await page.waitForFunction(() => document.title.startsWith('Toegankelijkheid'));
    await page.goForward();
    await page.waitForFunction(() => document.title.startsWith('Verantwoording'));
    await page.getByRole('link', { name: /Kaart$/ }).click();
    await page.locator('#kaart canvas').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await page.goBack();
    await page.waitForFunction(() => document.title.startsWith('Verantwoording'));
    expect(loads).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('a provincie that does not exist has no pages', async () => {
    for (const path of ['/overzicht/PV99', '/overzicht/PV99/uitvoeringsaanpak']) {
      const { page, close } = await app.open(browser, null, path);
      await page.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
      expect(await page.title()).toBe('Deze pagina bestaat niet · pMIEK-atlas');
      await close();
    }
  });

  it('the first Tab offers to skip the bar, and the skip arrives', async () => {
    const { page, close } = await app.open(browser, null, '/toegankelijkheid');
    await heading(page).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Naar de inhoud');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
    await close();
  });

  it('what is found from a page opens on the map', async () => {
    const { page, faults, close } = await app.open(browser, null, '/toegankelijkheid');
    await page.getByRole('combobox', { name: /Zoek gemeente/ }).fill('Station Aarde');
    await page
      .getByRole('option', { name: /Station Aarde/ })
      .first()
      .click();
    await page.locator('#kaart canvas').waitFor();
    await page
      .getByRole('heading', { name: /Station Aarde/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('project')).toBe('W-01');
    expect(faults).toEqual([]);
    await close();
  });

  it('print without bar and foot', async () => {
    const { page, close } = await app.open(browser, null, '/verantwoording');
    await heading(page).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    expect(await heading(page).isVisible()).toBe(true);
    await close();
  });
});

describe('signing in', () => {
  it('by keyboard, back to where one came from; the bar says for whom; and out again', async () => {
    const { page, faults, close } = await app.open(browser, null, '/acties?trekker=PV91');
    await page.getByRole('button', { name: /^Account/ }).press('Enter');
    await page.getByRole('link', { name: 'Meld u aan' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Aanmelden');
    await page.getByLabel('E-mailadres').fill(petra.email);
    await page.getByLabel('Wachtwoord').fill('niet het goede woord');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('horen niet bij elkaar').waitFor();
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe(petra.email);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel('Wachtwoord').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/acties?trekker=PV91');
    await page.getByRole('button', { name: 'Account: provincie West' }).click();
    await page.getByText('Petra', { exact: true }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Meld af' }).click();
    await page.getByRole('button', { name: 'Account: Aanmelden' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('sends nobody on to another site', async () => {
    const { page, close } = await app.open(browser, petra, '/aanmelden?terug=%2F%2Fevil.example');
    const on = page.getByRole('link', { name: 'Ga verder' });
    await on.waitFor();
    expect(await on.getAttribute('href')).toBe('/');
    await close();
  });

  it('an invitation is made, opened by who it is for, works once, and the account appears', async () => {
    const manager = await app.open(browser, petra, '/beheer');
    await manager.page.getByLabel('E-mailadres').fill('nieuw@example.org');
    await manager.page.getByLabel('Naam').fill('Nel Nieuw');
    await manager.page.getByRole('button', { name: 'Maak een uitnodiging' }).click();
    const link = await manager.page.locator('code').innerText();
    expect(await findAxeViolations(manager.page)).toEqual([]);
    await manager.page.getByRole('button', { name: 'Trek in' }).waitFor();

    const guest = await app.open(browser, null, new URL(link).pathname);
    await guest.page.getByText('als bewerker').waitFor();
    await guest.page.locator('#wachtwoord').fill('kort');
    await guest.page.locator('#wachtwoord-weer').fill('korter');
    await guest.page.getByText('niet hetzelfde wachtwoord').waitFor();
    await guest.page.getByText('Dit zijn 4 tekens').waitFor();
    expect(await guest.page.getByRole('button', { name: 'Maak account' }).isDisabled()).toBe(true);
    expect(await findAxeViolations(guest.page)).toEqual([]);
    await guest.page.locator('#wachtwoord').fill('ook vier losse woorden');
    await guest.page.locator('#wachtwoord-weer').fill('ook vier losse woorden');
    await guest.page.getByRole('button', { name: 'Maak account' }).click();
    await guest.page.getByRole('region', { name: 'Meldingen' }).getByText('Welkom, Nel Nieuw').waitFor();
    await guest.page.goto(link);
    await guest.page.getByText('Deze link werkt niet').waitFor();

    await manager.page.reload();
    const row = manager.page.getByRole('listitem').filter({ hasText: 'Nel Nieuw' });
    await row.getByRole('button', { name: 'Wijzig rollen' }).click();
    await row.getByRole('checkbox', { name: /^Vaststeller/ }).check();
    await row.getByRole('button', { name: 'Bewaar rollen' }).click();
    await row.getByText('Bewerker, Vaststeller').waitFor();
    expect([...manager.faults, ...guest.faults]).toEqual([]);
    await guest.close();
    await manager.close();
  });

  it('who is no manager is told so', async () => {
    const { page, close } = await app.open(browser, null, '/beheer');
    await page.getByText('Deze bladzijde is voor beheerders').waitFor();
    await close();
  });

  it('who may not save is told so before the first step of placing', async () => {
    const otto = await app.add('Otto', { code: 'PV91', naam: 'West', soort: 'provincie' }, ['beheerder']);
    const { page, close } = await app.open(browser, otto, '/?rechts=plaatsen');
    await page.getByText('U kunt schetsen, maar niet opslaan.').waitFor();
    await close();
  });
});

describe('the moment that is looked at', () => {
  it('shows the fiche as it was known, on every screen, with a way back to now', async () => {
    const fiche = await app.ask(petra, 'GET', '/projecten/W-03/fiche');
    await app.ask(
      petra,
      'PATCH',
      '/projecten/W-03',
      { gegevens: { doel: 'Een doel van vandaag' }, reden: 'besluit' },
      `"${fiche.project.versie.rij}"`,
    );
    // What was there from the start was known long ago; the change was not.
    await app.db.query(
      `update atlas.project set bekend_van = '2025-01-01' where id = 'W-03' and bekend_tot is not null`,
    );
    const { page, faults, close } = await app.open(browser, petra, '/fiche/W-03');
    await page.getByText('Een doel van vandaag').first().waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('button', { name: 'Peildatum: nu' }).click();
    await page.getByLabel('Zoals bekend op').fill('2026-01-01');
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bekijk' }).click();
    await page.getByText('U ziet de atlas zoals bekend op 01-01-2026.').waitFor();
    await page.getByText('Een doel van vandaag').first().waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('bekendOp')).toBe('2026-01-01');
    expect(asked.filter((url) => /\/fiche\?bekendOp=2026-01-01$/.test(url)).length).toBe(1);

    await page.getByRole('link', { name: /Kaart$/ }).click();
    await page.locator('#kaart canvas').waitFor();
    await page.getByText('U ziet de atlas zoals bekend op 01-01-2026.').waitFor();
    await expect
      .poll(() => asked.some((url) => /\/tegels\/projecten\/.*bekendOp=2026-01-01/.test(url)))
      .toBe(true);
    expect(asked.some((url) => /\/api\/v1\/projecten\?bekendOp=2026-01-01/.test(url))).toBe(true);
    await page.getByRole('button', { name: 'Terug naar nu' }).click();
    await page.getByText('U ziet de atlas').waitFor({ state: 'detached' });
    await page.waitForFunction(() => !location.search.includes('bekendOp'));
    expect(faults).toEqual([]);
    await close();
  });
});
