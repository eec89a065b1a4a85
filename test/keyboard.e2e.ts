// From signing in to monitoring with nothing but the keyboard: a netbeheerder places a station as two alternatives,
// contests, chooses, describes and moves it on; the provincie monitors it. Everything is reached by Tab.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { meet, password, type Colleague, type Meeting } from './atlas-people.ts';
import { closeWindows, findAxeViolations, openPage, waitForMap } from './browser.ts';

let { browser, people, nora, petra } = {} as Meeting;
let page: Page;
const pointed: string[] = [];
beforeAll(async () => {
  ({ browser, people, nora, petra } = await meet());
});
afterAll(() => closeWindows(browser));

const naam = 'Station Toetsenveld';
let projectId: string;

/** Presses Tab until this has the focus, in sight and not below something else. Throws when it is not reached by it. */
async function tabTo(target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < 400; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement))
      return expect.poll(() => findCover(target)).toBeNull();
    await page.keyboard.press(key);
  }
  throw new Error(`not reached by ${key}: ${String(target)}`);
}
/** What lies over the middle of this, or that it is out of sight; null when it can be seen (WCAG 2.2, 2.4.11). */
const findCover = (target: Locator) =>
  target.evaluate((element) => {
    // A list that comes in above may move it out of sight, and the first key brings it back: what counts is what lies over it.
    element.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!found) return 'out of sight';
    return element.contains(found) || found.contains(element) ? null : found.outerHTML.slice(0, 200);
  });
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target);
  await page.keyboard.press(key);
}
async function write(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const step = (name: string) =>
  press(page.getByRole('navigation', { name: 'Stappen' }).getByRole('button', { name, exact: true }));
async function number(key: string, value: string): Promise<void> {
  await write(page.locator(`#voetafdruk-${key}`), value);
  await page.keyboard.press('Enter');
}
async function answerOf(): Promise<string> {
  await page.locator('section.live[aria-busy="false"]').waitFor();
  return page.locator('section.live').innerText();
}

/** A browser at `path`, signed in from the bar of the page; every press of a pointer in it is noted. */
async function enter(who: Colleague, path: string): Promise<void> {
  ({ page } = await openPage(browser, `${people.url}/toegankelijkheid`));
  await page.exposeFunction('notePointer', (where: string) => pointed.push(where));
  await page.addInitScript(() =>
    addEventListener('pointerdown', ({ target }) =>
      (window as unknown as { notePointer(where: string): void }).notePointer(String(target)),
    ),
  );
  await page.goto(people.url + path);
  await press(page.getByRole('button', { name: /^Account/ }));
  await press(page.getByRole('link', { name: 'Meld u aan' }));
  await write(page.getByLabel('E-mailadres'), who.email);
  await write(page.getByLabel('Wachtwoord'), password);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => address.pathname !== '/aanmelden');
}

it('the netbeheerder signs in and begins from a template at an RD coordinate', async () => {
  await enter(nora, '/?achtergrond=geen&paneel=dicht&kaart=52.174,5.001,13');
  await waitForMap(page);
  await press(button('Menu'));
  await press(button('Nieuw project'));
  await write(page.getByLabel('Naam van het project'), naam);
  await step('Waar');
  await press(button('Zet neer').first());
  await number('x', '129500');
  await number('y', '464500');
  expect(await answerOf()).toContain('Stichtse Vecht');
});

it('moves it by arrows, sizes it by number and by its grips', async () => {
  const valueOf = (key: string) => page.locator(`#voetafdruk-${key}`).inputValue();
  await number('oppervlakte', '50000');
  // 244 by 195 m keeps its shape: √(50.000 × 244 / 195) = 250,13 m wide.
  await expect.poll(() => valueOf('breedte')).toBe('250,13');
  // A grip on the map: 10 m to the east with the opposite corner in its place.
  await press(page.getByRole('button', { name: /^Versleep hoek 2/ }), 'ArrowRight');
  await expect.poll(() => valueOf('breedte')).toBe('260,13');
  await press(page.getByRole('button', { name: /^Draai, nu/ }), ']');
  await expect.poll(() => valueOf('hoek')).not.toBe('0');
  await page.keyboard.press('Control+z');
  await expect.poll(() => valueOf('hoek')).toBe('0');
});

it('contests a constraint, and adds a second alternative', async () => {
  await answerOf();
  await press(button(/Breukelen-Kortrijk.*: dit klopt niet/).first());
  await write(page.getByLabel('Waarom klopt dit niet?'), 'Dat station ligt verderop.');
  await press(button('Betwist dit'));
  await press(button('Voeg een variant toe'));
  await number('x', '136500');
  await number('y', '455500');
  await expect.poll(answerOf).not.toContain('Stichtse Vecht');
  expect(await findAxeViolations(page)).toEqual([]);
});

it('says who sees it and saves', async () => {
  await step('Wie ziet het');
  await press(button('Voeg een organisatie toe'));
  await write(page.getByRole('combobox', { name: 'Organisatie 1' }), 'PV26');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  // The box is gone; the focus is on what was chosen.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toMatch(/^Haal .*Utrecht weg$/);
  await step('Opslaan');
  await press(button('Sla het project op'));
  const link = page.getByRole('link', { name: 'Naar de fiche' });
  await link.waitFor();
  projectId = (await link.getAttribute('href'))!.split('/').at(-1)!;
  expect(projectId).toMatch(/^UT-/);
});

it('compares the alternatives and chooses one with a reason', async () => {
  await press(page.getByRole('link', { name: 'Vergelijk de varianten' }));
  await press(page.getByRole('radio', { name: /^A/ }), 'Space');
  await write(page.getByLabel('Waarom deze variant'), 'Dichter bij het net.');
  await press(button('Kies variant A'));
  await page.getByText('Reden: Dichter bij het net.').waitFor();
});

it('adds an action on the fiche, and moves it on to the next phase', async () => {
  await page.goto(`${people.url}/fiche/${projectId}`);
  await press(button('Actie toevoegen'));
  const form = page.getByRole('form', { name: 'Actie toevoegen' });
  await write(form.getByLabel(/^Activiteit/), 'Bodem onderzoeken');
  await write(form.getByRole('combobox', { name: /^Trekker/ }), 'Stedin');
  await form
    .getByRole('option', { name: /Stedin/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await press(form.getByRole('button', { name: 'Bewaar', exact: true }));
  await page.locator('section#acties').getByText('Bodem onderzoeken').waitFor();

  await page.keyboard.press('Control+Home');
  await press(button('Naar een andere fase'));
  const change = page.getByRole('form', { name: 'Naar een andere fase' });
  await change.getByText('Wat deze fase vraagt').waitFor();
  await write(change.getByLabel('Reden'), 'De voorkeur is gekozen.');
  await press(change.getByRole('button', { name: 'Naar planuitwerkingsfase' }));
  await page
    .getByRole('listitem')
    .filter({ hasText: 'hier is het project nu' })
    .getByText('Planuitwerking')
    .waitFor();
  const fiche = await people.ask(nora, 'GET', `/projecten/${projectId}/fiche`);
  expect(fiche.acties.map(({ gegevens }: any) => gegevens.activiteit)).toContain('Bodem onderzoeken');
  expect(fiche.varianten.map(({ gegevens }: any) => gegevens.isVoorkeur)).toEqual([true, false]);
  expect(fiche.betwistingen).toHaveLength(1);
  await page.context().close();
});

it('the provincie adds monitoring, and asks the energyboard', async () => {
  await enter(petra, '/monitoring?provincie=PV26');
  // What comes in above the list would move it under the focus.
  await page.waitForLoadState('networkidle');
  await press(button(`Vul in: ${naam}`));
  await write(page.getByLabel('Haalbaarheid IBN'), '2033');
  await tabTo(page.getByLabel('IBN is'));
  await page.keyboard.type('onder druk');
  await write(page.getByLabel(/^Vraag aan energyboard/), 'Wie spreekt met de grondeigenaar?');
  await press(button('Bewaar'));
  await page.getByRole('row', { name: naam }).getByText('Wie spreekt met de grondeigenaar?').waitFor();
  const { items } = await people.ask(petra, 'GET', `/monitoring?project=${projectId}`);
  expect(items[0].gegevens).toMatchObject({ haalbaarheidIbn: 2033, ibnStatus: 'onder druk' });
  expect(pointed).toEqual([]);
  await page.context().close();
});
