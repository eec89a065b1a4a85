// Changing what is said of a project in a real browser: nothing typed is lost to an error, a closed tab, an expired
// session, a lost connection, a server that does not answer, or somebody who was faster.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeWindows, findAxeViolations as findViolations, launchBrowser } from './browser.ts';
import { password, startPagesApp, type PagesApp } from './pages-app.ts';
import type { Person } from './people.ts';

type Account = Person & { email: string };
/** From the top of the page: what the bar happens to cover half is no target of half its size. */
async function findAxeViolations(page: Page): Promise<string[]> {
  await page.evaluate(() => scrollTo(0, 0));
  return findViolations(page);
}

let app: PagesApp;
let browser: Browser;
let petra: Account;
let willem: Account;
const west = { code: 'PV91', naam: 'West', soort: 'provincie' } as const;

beforeAll(async () => {
  app = await startPagesApp();
  browser = await launchBrowser();
  petra = await app.add('Petra', west, ['coordinator']);
  willem = await app.add('Willem', west, ['coordinator']);
});
afterAll(async () => {
  await closeWindows(browser);
  await app?.stop();
});

let made = 0;
let activiteit: string;
let actie: { id: string; gegevens: Record<string, unknown>; versie: { rij: number } };
beforeEach(async () => {
  activiteit = `Kavel ${(made += 1)} kopen`;
  const gegevens = {
    activiteit,
    trekkers: ['PV91'],
    resultaat: 'Een kavel',
    planning: 'dit jaar',
  };
  actie = await app.ask(petra, 'POST', '/projecten/W-01/acties', { gegevens });
});
const now = () => app.ask(petra, 'GET', `/acties/${actie.id}`) as Promise<typeof actie>;

/** The form of this action on the fiche, opened by keyboard. */
async function openForm(page: Page) {
  const row = page.locator('#acties li', { hasText: activiteit });
  await row.getByRole('button', { name: 'Wijzig' }).press('Enter');
  const form = page.getByRole('form', { name: 'Actie wijzigen' });
  await form.waitFor();
  return form;
}

describe('a form', () => {
  it('names what is missing and where, by keyboard alone, and saves when it is mended', async () => {
    const { page, faults, close } = await app.open(browser, petra, '/fiche/W-02');
    const add = page.getByRole('button', { name: 'Actie toevoegen' });
    await add.waitFor();
    await add.press('Enter');
    const form = page.getByRole('form', { name: 'Actie toevoegen' });
    await form.getByRole('button', { name: 'Bewaar', exact: true }).press('Enter');
    const problems = form.getByRole('alert');
    await problems.getByText('2 dingen kloppen niet').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await findAxeViolations(page)).toEqual([]);

    await problems.getByRole('link', { name: 'Activiteit' }).press('Enter');
    const activity = form.getByLabel(/^Activiteit/);
    expect(await activity.getAttribute('aria-invalid')).toBe('true');
    const described = (await activity.getAttribute('aria-describedby'))!.split(' ').at(-1)!;
    expect(await page.locator(`#${described}`).innerText()).toContain('moet worden ingevuld');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('Bouwweg aanleggen');
    await form.getByRole('combobox', { name: /^Trekker/ }).focus();
    await page.keyboard.type('west');
    await form.getByRole('option', { name: /^West/ }).first().waitFor();
    await page.keyboard.press('Enter');
    await form.getByText('provincie West', { exact: true }).waitFor();
    await form.getByLabel('Klaar op').fill('2031-05-01');
    await form.getByRole('button', { name: 'Bewaar', exact: true }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await page.getByText('Bouwweg aanleggen').first().waitFor();
    const { items } = await app.ask(petra, 'GET', '/projecten/W-02/acties');
    expect(items).toHaveLength(1);
    expect(items[0].gegevens).toMatchObject({
      activiteit: 'Bouwweg aanleggen',
      trekkers: ['PV91'],
      planningTot: '2031-05-01',
      status: 'open',
    });
    expect(faults).toEqual([]);
    await close();
  });

  it('puts what the server refuses beside its field', async () => {
    const { page, close } = await app.open(browser, petra, '/fiche/W-02');
    await page.getByRole('button', { name: 'Document toevoegen' }).press('Enter');
    const form = page.getByRole('form', { name: 'Document toevoegen' });
    await form.getByLabel(/^Titel/).fill('Nota');
    // The browser sees nothing wrong with it; the server allows no name and password in an address.
    await form.locator('input[type="url"]').fill('https://piet:geheim@example.org/nota.pdf');
    await form.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await form.getByText('één ding klopt niet').waitFor();
    const field = form.locator('input[type="url"]');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toContain('geheim');
    expect(await findAxeViolations(page)).toEqual([]);
    await close();
  });

  it('fits a telephone', async () => {
    const { page, close } = await app.open(browser, petra, '/fiche/W-01', { width: 360, height: 740 });
    await openForm(page);
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await close();
  });
});

describe('nothing typed is lost', () => {
  it('to a closed tab: the draft is offered the next time, and asked about before one leaves', async () => {
    const { page, close } = await app.open(browser, petra, '/fiche/W-01');
    let form = await openForm(page);
    await form.getByLabel('Resultaat').fill('Twee kavels');
    await form.getByText(/^Concept bewaard in deze browser om \d\d:\d\d/).waitFor();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();

    const again = await page.context().newPage();
    await again.goto(`${app.url}/concepten`);
    await again.getByText('Twee kavels').waitFor();
    await again.getByRole('link', { name: 'Ga verder' }).click();
    form = await openForm(again);
    await form.getByText(/^U heeft hier een concept van \d\d:\d\d\.$/).waitFor();
    expect(await findAxeViolations(again)).toEqual([]);
    expect(await form.getByLabel('Resultaat').inputValue()).toBe('Een kavel');
    await form.getByRole('button', { name: 'Ga daarmee verder' }).click();
    expect(await form.getByLabel('Resultaat').inputValue()).toBe('Twee kavels');
    await form.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    expect((await now()).gegevens['resultaat']).toBe('Twee kavels');
    await again.goto(`${app.url}/concepten`);
    await again.getByText('Er zijn geen concepten.').waitFor();
    await close();
  });

  it('to a session that ended: one signs in over the form and the save goes on', async () => {
    const { page, faults, close } = await app.open(browser, petra, '/fiche/W-01');
    const form = await openForm(page);
    await form.getByLabel('Resultaat').fill('Drie kavels');
    await page.context().clearCookies();
    await form.getByRole('button', { name: 'Bewaar', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/staat er nog/).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await dialog.getByLabel('E-mailadres').fill(petra.email);
    await dialog.getByLabel('Wachtwoord').fill(password);
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    expect((await now()).gegevens['resultaat']).toBe('Drie kavels');
    expect(faults).toEqual([]);
    await close();
  });

  it('to a session that ended, when one does not sign in now', async () => {
    const { page, close } = await app.open(browser, petra, '/fiche/W-01');
    const form = await openForm(page);
    await form.getByLabel('Resultaat').fill('Vier kavels');
    await page.context().clearCookies();
    await form.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Nu niet' }).click();
    await form.getByRole('alert').getByText('U bent niet aangemeld', { exact: true }).waitFor();
    expect(await form.getByLabel('Resultaat').inputValue()).toBe('Vier kavels');
    expect((await now()).gegevens['resultaat']).toBe('Een kavel');
    await close();
  });

  it('to a lost connection: it says so, and saves when it is back', async () => {
    const { page, close } = await app.open(browser, petra, '/fiche/W-01');
    const form = await openForm(page);
    await form.getByLabel('Resultaat').fill('Vijf kavels');
    await page.context().setOffline(true);
    await form.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await form
      .getByRole('alert')
      .getByText(/geen verbinding/)
      .waitFor();
    expect(await form.getByLabel('Resultaat').inputValue()).toBe('Vijf kavels');
    await page.context().setOffline(false);
    await form.getByRole('button', { name: 'Probeer nu' }).click();
    await form.waitFor({ state: 'detached' });
    expect((await now()).gegevens['resultaat']).toBe('Vijf kavels');
    await close();
  });

  it('to a server without its database: it counts down and saves by itself', async () => {
    const { page, close } = await app.open(browser, petra, '/fiche/W-01');
    const form = await openForm(page);
    await form.getByLabel('Resultaat').fill('Zes kavels');
    let refused = 0;
    await page.route(`**/api/v1/acties/${actie.id}`, (route) => {
      if (route.request().method() !== 'PATCH' || refused > 0) return route.continue();
      refused += 1;
      return route.fulfill({
        status: 503,
        headers: { 'Retry-After': '2', 'Content-Type': 'application/problem+json' },
        body: JSON.stringify({
          title: 'Nu niet beschikbaar',
          status: 503,
          detail: 'De database antwoordt niet.',
        }),
      });
    });
    await form.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await form.getByText(/^Over [12] second/).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await form.waitFor({ state: 'detached' });
    expect(refused).toBe(1);
    expect((await now()).gegevens['resultaat']).toBe('Zes kavels');
    await close();
  });

  it('to an answer that got lost after the save: the second try sees that it was its own', async () => {
    const { page, close } = await app.open(browser, petra, '/fiche/W-01');
    const form = await openForm(page);
    await form.getByLabel('Resultaat').fill('Zeven kavels');
    let saved = 0;
    await page.route(`**/api/v1/acties/${actie.id}`, async (route) => {
      if (route.request().method() !== 'PATCH' || saved > 0) return route.continue();
      saved += 1;
      await route.fetch(); // it reaches the server, the answer does not come back
      return route.abort('connectionreset');
    });
    await form.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await form.getByRole('button', { name: 'Probeer nu' }).click();
    await form.waitFor({ state: 'detached' });
    const { versies } = await app.ask(petra, 'GET', `/acties/${actie.id}/geschiedenis`);
    expect(versies.map((each: typeof actie) => each.gegevens['resultaat'])).toEqual([
      'Zeven kavels',
      'Een kavel',
    ]);
    await close();
  });
});

describe('two people change one action', () => {
  it('what does not clash is joined, what clashes is chosen field by field, and who gives way keeps theirs', async () => {
    const { page, faults, close } = await app.open(browser, petra, '/fiche/W-01');
    const form = await openForm(page);
    await form.getByLabel('Resultaat').fill('Van Petra');
    await form.getByLabel('Planning in woorden').fill('na de zomer, zegt Petra');
    await form.getByLabel('Status').selectOption('loopt');
    await app.ask(
      willem,
      'PATCH',
      `/acties/${actie.id}`,
      {
        gegevens: { resultaat: 'Van Willem', planning: 'voor de zomer', planningTot: '2031-06-01' },
        reden: 'overleg',
      },
      `"${actie.versie.rij}"`,
    );
    await form.getByRole('button', { name: 'Bewaar', exact: true }).click();
    const conflict = page.getByRole('region', { name: 'Intussen ook door een ander gewijzigd' });
    await conflict.getByText(/Willem[\s\S]*bewaarde om [\s\S]*“overleg”/).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('conflict-titel');
    expect(await findAxeViolations(page)).toEqual([]);
    await conflict.getByText(/Klaar op[\s\S]*01-06-2031/).waitFor();
    const save = conflict.getByRole('button', { name: 'Bewaar dit' });
    expect(await save.isDisabled()).toBe(true);
    await conflict
      .getByRole('group', { name: /^Resultaat/ })
      .getByRole('radio', { name: /Van Willem/ })
      .check();
    const planning = conflict.getByRole('group', { name: /^Planning in woorden/ });
    await planning.getByRole('radio', { name: /^Samen/ }).check();
    await planning.getByRole('textbox').fill('rond de zomer');
    expect(await findAxeViolations(page)).toEqual([]);
    await save.click();
    await conflict.waitFor({ state: 'detached' });
    const saved = await now();
    expect(saved.gegevens).toMatchObject({
      resultaat: 'Van Willem',
      planning: 'rond de zomer',
      planningTot: '2031-06-01',
      status: 'loopt',
    });
    await page.goto(`${app.url}/concepten`);
    await page.getByRole('heading', { name: 'Uw eigen versie van actie in W-01' }).waitFor();
    await page.getByText('Van Petra').waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the history of a record', () => {
  it('says who, when and why; an old version comes back as a new one', async () => {
    await app.ask(
      willem,
      'PATCH',
      `/acties/${actie.id}`,
      { gegevens: { resultaat: 'Toch niet' }, reden: 'te duur' },
      `"${actie.versie.rij}"`,
    );
    const { page, faults, close } = await app.open(browser, petra, `/geschiedenis/acties/${actie.id}`);
    await page.getByText('“te duur”').waitFor();
    await page.getByText(/Willem, provincie West/).waitFor();
    await page.getByText(/Toch niet, was Een kavel/).waitFor();
    await page.getByRole('button', { name: 'Zet deze versie terug' }).press('Enter');
    await page.getByLabel('Waarom komt deze versie terug?').fill('het kon toch');
    expect(await findAxeViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('“het kon toch”').waitFor();
    expect((await now()).gegevens['resultaat']).toBe('Een kavel');
    await page.goto(`${app.url}/geschiedenis/acties/${actie.id}?veld=resultaat`);
    await page.getByRole('heading', { name: 'Waarom staat dit bij resultaat?' }).waitFor();
    // The title stands there before the versions have come.
    await expect.poll(() => page.locator('main ol > li').count()).toBe(3);
    expect(faults).toEqual([]);
    await close();
  });
});
