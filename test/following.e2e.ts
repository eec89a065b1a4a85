// Following what changes, in a real browser and by keyboard alone: from the fiche, from a gemeente, a provincie and an
// area drawn on the map; what somebody else changes is read, ticked off and sent on; and one stops.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ifMatch, inRd, meet, type Colleague, type Meeting } from './atlas-people.ts';
import { closeWindows, findAxeViolations } from './browser.ts';

const received: { subject: string }[] = [];
let receiver: Server;
let { browser, people, nora } = {} as Meeting;
let petra: Colleague; // provincie Zeeland: what other files do in Utrecht is not followed here
let lies: Colleague; // of a gemeente elsewhere: she may look, and follow
let page: Page;
let faults: string[];
/** In Middelburg (GM0687, provincie Zeeland), 100 by 100 m in RD; and one far from it, in Terneuzen (GM0715). */
const near = squareAt(32_000, 391_500);
const far = squareAt(46_000, 371_000);
let station: string;
let elsewhere: string;

function squareAt(x: number, y: number) {
  const ring = [
    [x, y],
    [x + 100, y],
    [x + 100, y + 100],
    [x, y + 100],
    [x, y],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

beforeAll(async () => {
  receiver = createServer((request, answer) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push(JSON.parse(body) as { subject: string });
      answer.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  ({ browser, people, nora } = await meet());
  petra = await people.add('Petra', 'PV29', ['coordinator']);
  lies = await people.add('Lies', 'GM0344', ['lezer']);
  const make = async (naam: string, gemeente: string, geometrie: object): Promise<string> => {
    const gegevens = {
      naam,
      energiedrager: 'elektriciteit',
      typeInfraGroep: 'station',
      fase: 'verkenning',
      provincies: ['PV29'],
      gemeenten: [gemeente],
    };
    const componenten = [{ gegevens: { soort: 'station', ligging: 'exact', geometrie } }];
    return (await people.ask(nora, 'POST', '/projecten', { gegevens, componenten }, inRd)).project.id;
  };
  station = await make('Station Volgzaam', 'GM0687', near);
  elsewhere = await make('Station Verweg', 'GM0715', far);
  ({ page, faults } = await people.signIn(browser, lies));
});
afterAll(async () => {
  await closeWindows(browser);
  receiver?.close();
});

const followed = () => page.locator('main ul.list > li');
const follow = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Volg', exact: true }).press('Enter');
};
const act = (project: string, activiteit: string) =>
  people.ask(petra, 'POST', `/projecten/${project}/acties`, { gegevens: { activiteit, trekkers: ['PV29'] } });
/** The page as it is when one comes to it now. */
const visit = async (path = '/abonnementen'): Promise<void> => {
  await page.goto(people.url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

it('a project is followed from its fiche', async () => {
  await visit(`/fiche/${station}`);
  const button = page.getByRole('button', { name: 'Volg', exact: true });
  await button.press('Enter');
  await page.locator('button[aria-pressed="true"]', { hasText: 'Volg' }).waitFor();
  await visit();
  await followed().getByText('Station Volgzaam').waitFor();
  await page.getByText('Er is nog niets veranderd in wat u volgt.').waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
});

it('a gemeente from the map, for some changes only, and told to another system too', async () => {
  await visit(`/?achtergrond=geen&gebied=gemeente:GM0687`);
  await page.getByRole('link', { name: 'Volg', exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'Volg iets' }).waitFor();
  await expect.poll(() => page.getByLabel('Welk(e) gemeente').inputValue()).toBe('GM0687');
  for (const kind of ['andere fase', 'ander jaar van ingebruikname', 'besluit'])
    await page.getByRole('checkbox', { name: kind }).press('Space');
  await page.getByText('Ook naar een ander systeem sturen').press('Enter');
  const address = page.getByLabel('Adres (https)');
  await address.fill('ftp://127.0.0.1/ontvang');
  await follow();
  await page.getByText(/^Verwacht: .*https/).waitFor();
  expect(await address.inputValue()).toBe('ftp://127.0.0.1/ontvang');
  expect(await findAxeViolations(page)).toEqual([]);
  await address.fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/ontvang`);
  await follow();
  const row = followed().filter({ hasText: 'Middelburg' });
  await row.getByText('bij nieuwe actie', { exact: true }).waitFor();
  // What is followed already is not followed twice.
  await page.getByText('Dit volgt u al.').waitFor();
  expect(await page.getByRole('button', { name: 'Volg', exact: true }).isDisabled()).toBe(true);
});

it('a provincie from the page itself, for its phases', async () => {
  await visit();
  await page.getByLabel('Wat', { exact: true }).selectOption('provincie');
  await page.getByLabel('Welk(e) provincie').selectOption({ label: 'Zeeland' });
  for (const kind of ['nieuwe actie', 'ander jaar van ingebruikname', 'besluit'])
    await page.getByRole('checkbox', { name: kind }).press('Space');
  await follow();
  await followed().filter({ hasText: 'Zeeland' }).getByText('bij andere fase').waitFor();
});

it('an area that was drawn on the map', async () => {
  await visit('/?achtergrond=geen&rechts=tekenen');
  await page.getByText('Plak of open geometrie').press('Enter');
  // 2 by 2 km around Station Verweg, in RD.
  await page
    .getByLabel('GeoJSON, WKT of een coördinaat')
    .fill('POLYGON((45000 370000,47000 370000,47000 372000,45000 372000,45000 370000))');
  await page.getByRole('button', { name: 'Neem over' }).press('Enter');
  await page.getByRole('link', { name: 'Volg dit gebied' }).press('Enter');
  await page.getByText('Het vlak dat u op de kaart tekende.').waitFor();
  await page.getByLabel('Hoe noemt u dit gebied?').fill('Rond Terneuzen');
  expect(await findAxeViolations(page)).toEqual([]);
  await follow();
  await followed().filter({ hasText: 'Rond Terneuzen' }).waitFor();
  expect(await followed().count()).toBe(4);
});

it('what somebody else changes is told once, counted in the bar, sent on, and ticked off', async () => {
  await act(station, 'Bodem onderzoeken');
  await act(elsewhere, 'Grond verwerven');
  const { project } = await people.ask(petra, 'GET', `/projecten/${station}/fiche`);
  await people.ask(
    petra,
    'POST',
    `/projecten/${station}/fasewissel`,
    { naar: 'planuitwerking', reden: 'besluit', acties: [] },
    ifMatch(project),
  );
  await expect.poll(() => received.length).toBe(1);
  expect(received[0]).toMatchObject({ subject: station });

  // Two actions and a change of phase: three messages, of two projects.
  await expect.poll(async () => (await people.ask(lies, 'GET', '/berichten')).ongelezen).toBe(3);
  expect((await people.ask(lies, 'GET', '/berichten')).projecten).toHaveLength(2);
  await visit();
  const section = page.getByRole('region', { name: 'Station Volgzaam' });
  await section.getByText('Nieuwe actie: Bodem onderzoeken.').waitFor();
  // She follows it by project, by gemeente and by provincie, and reads it once.
  expect(
    (await section.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/^.*nieuw\s*/s, '')),
  ).toEqual(['Fase is nu planuitwerkingsfase, was verkenningsfase.', 'Nieuwe actie: Bodem onderzoeken.']);
  await page
    .getByRole('region', { name: 'Station Verweg' })
    .getByText('Nieuwe actie: Grond verwerven.')
    .waitFor();
  await followed().filter({ hasText: 'Middelburg' }).getByText('laatste bericht bezorgd').waitFor();
  expect(await findAxeViolations(page)).toEqual([]);

  await page.getByRole('button', { name: /^Account/ }).press('Enter');
  await page.getByRole('link', { name: 'Berichten en abonnementen, 3 nieuw' }).waitFor();
  await page.keyboard.press('Escape');
  await section.getByRole('button', { name: 'Gelezen' }).press('Enter');
  await page.getByText('1 nieuw bericht', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Alles gelezen' }).press('Enter');
  await page.getByText('geen nieuwe berichten').waitFor();
  await page.getByRole('button', { name: /^Account/ }).press('Enter');
  await page.getByRole('link', { name: 'Berichten en abonnementen', exact: true }).waitFor();
  await page.keyboard.press('Escape');
});

it('stands still, goes on, and stops; on a telephone too', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit();
  const row = followed().filter({ hasText: 'Rond Terneuzen' });
  await row.getByRole('button', { name: 'Zet stil' }).press('Enter');
  await row.getByText('staat stil').waitFor();
  await act(elsewhere, 'Hier hoort zij niets van');
  await row.getByRole('button', { name: 'Volg weer' }).press('Enter');
  await row.getByText('staat stil').waitFor({ state: 'detached' });
  await row.getByRole('button', { name: 'Wijzig' }).press('Enter');
  await row.getByRole('checkbox', { name: 'besluit' }).press('Space');
  await row.getByRole('button', { name: 'Bewaar' }).press('Enter');
  await row.getByText('bij andere fase, nieuwe actie, ander jaar van ingebruikname').waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  page.once('dialog', (dialog) => void dialog.accept());
  await row.getByRole('button', { name: 'Zeg op' }).press('Enter');
  await row.waitFor({ state: 'detached' });
  await visit(`/fiche/${station}`);
  await page.locator('button[aria-pressed="true"]', { hasText: 'Volg' }).press('Enter');
  await page.locator('button[aria-pressed="false"]', { hasText: 'Volg' }).waitFor();
  const { items } = await people.ask(lies, 'GET', '/abonnementen');
  expect(items.map(({ onderwerp }: { onderwerp: string }) => onderwerp).toSorted()).toEqual([
    'gemeente',
    'provincie',
  ]);
  expect(faults.filter((fault) => !fault.includes('status of 4'))).toEqual([]);
});
