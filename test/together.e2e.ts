// From sketch to agreed list, on the real data of Utrecht: a netbeheerder places a station as two alternatives, a gemeente
// and the provincie join in, and the list goes out to Excel and comes back. Three people, three browsers.
import { openXlsx, saveXlsx, type CellValue } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ifMatch, meet, type Meeting } from './atlas-people.ts';
import { closeWindows, findAxeViolations, waitForMap } from './browser.ts';
import { date } from './excel-files.ts';

let { browser, people, nora, gijs, petra } = {} as Meeting;
beforeAll(async () => {
  ({ browser, people, nora, gijs, petra } = await meet());
});
afterAll(() => closeWindows(browser));

let projectId: string;
const section = (page: Page, id: string) => page.locator(`section#${id}`);
const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Stappen' }).getByRole('button', { name, exact: true }).click();
async function put(page: Page, xM: number, yM: number): Promise<void> {
  for (const [key, value] of [
    ['x', xM],
    ['y', yM],
  ] as const) {
    await page.locator(`#voetafdruk-${key}`).fill(String(value));
    await page.keyboard.press('Enter');
  }
}
/** What the live answer says once nothing is being computed. */
async function answerOf(page: Page): Promise<string> {
  await page.locator('section.live').waitFor();
  await page.waitForFunction(
    () => document.querySelector('section.live')?.getAttribute('aria-busy') === 'false',
  );
  return page.locator('section.live').innerText();
}

it('the netbeheerder sketches a station as two alternatives, contests a constraint and chooses', async () => {
  const { page } = await people.signIn(browser, nora);
  await page.goto(`${people.url}/?achtergrond=geen&kaart=52.174,5.001,13&paneel=dicht&rechts=plaatsen`);
  await waitForMap(page);
  await page.getByLabel('Naam van het project').fill('Station Loosdrecht');
  await step(page, 'Waar');
  await page.getByRole('button', { name: 'Zet neer' }).first().click();
  // 1 km north-east of the centre of Breukelen (UT-01, known to within 2.5 km only).
  await put(page, 129_500, 465_500);
  const first = await answerOf(page);
  for (const words of [
    'Stichtse Vecht',
    'Utrecht',
    'Stedin',
    'Dichtstbijzijnde station',
    'Breukelen-Kortrijk',
  ])
    expect(first).toContain(words);
  const contest = page.getByRole('button', { name: /Breukelen-Kortrijk.*: dit klopt niet/ }).first();
  await contest.click();
  await page.getByLabel('Waarom klopt dit niet?').fill('Dat station ligt aan de andere kant van het kanaal.');
  await page.getByRole('button', { name: 'Betwist dit' }).click();

  await page.getByRole('button', { name: 'Voeg een variant toe' }).click();
  await put(page, 136_500, 455_500);
  await expect.poll(() => answerOf(page)).toMatch(/Utrecht \(gemeente\)|Utrecht/);
  expect(await page.locator('section.live').innerText()).not.toContain('Stichtse Vecht');
  expect(await findAxeViolations(page)).toEqual([]);
  // A new place is for who takes part, unless one says otherwise.
  await step(page, 'Wie ziet het');
  for (const [at, code] of ['PV26', 'GM1904'].entries()) {
    await page.getByRole('button', { name: 'Voeg een organisatie toe' }).click();
    const box = page.getByRole('combobox', { name: `Organisatie ${at + 1}` });
    await box.fill(code);
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await box.press('Enter');
  }
  await step(page, 'Opslaan');
  await page.getByRole('button', { name: 'Sla het project op' }).click();
  const link = page.getByRole('link', { name: 'Naar de fiche' });
  await link.waitFor();
  projectId = (await link.getAttribute('href'))!.split('/').at(-1)!;
  expect(projectId).toMatch(/^UT-/);

  await page.getByRole('link', { name: 'Vergelijk de varianten' }).click();
  await page.getByRole('radio', { name: /^A/ }).check();
  await page.getByLabel('Waarom deze variant').fill('Dichter bij het bestaande net.');
  await page.getByRole('button', { name: 'Kies variant A' }).click();
  await page.getByText('Reden: Dichter bij het bestaande net.').waitFor();
  const fiche = await people.ask(nora, 'GET', `/projecten/${projectId}/fiche`);
  expect(fiche.varianten.map(({ gegevens }: any) => [gegevens.letter, gegevens.isVoorkeur])).toEqual([
    ['A', true],
    ['B', false],
  ]);
  expect(fiche.betwistingen[0].gegevens.bezwaar).toContain('andere kant van het kanaal');
  // Every gemeente an alternative lies in takes part; the component lies where the chosen one does.
  expect(fiche.project.gegevens.gemeenten.toSorted()).toEqual(['GM0344', 'GM1904']);
  const [chosen] = fiche.varianten;
  expect(fiche.componenten[0].gegevens.geometrie).toEqual(chosen.gegevens.geometrie);
  await page.context().close();
});

it('the gemeente adds actions and a remark on the map', async () => {
  const { page } = await people.signIn(browser, gijs);
  await page.goto(`${people.url}/fiche/${projectId}`);
  for (const activiteit of ['Bodem onderzoeken', 'Omwonenden spreken', 'Ontsluiting tekenen']) {
    await page.getByRole('button', { name: 'Actie toevoegen' }).press('Enter');
    const form = page.getByRole('form', { name: 'Actie toevoegen' });
    await form.getByLabel(/^Activiteit/).fill(activiteit);
    await form.getByRole('combobox', { name: /^Trekker/ }).fill('Stichtse');
    await form
      .getByRole('option', { name: /Stichtse Vecht/ })
      .first()
      .click();
    await form.getByRole('button', { name: 'Bewaar', exact: true }).press('Enter');
    await section(page, 'acties').getByText(activiteit).waitFor();
  }
  await page.goto(`${people.url}/?achtergrond=geen&project=${projectId}&rechts=opmerkingen`);
  await page.getByLabel('Of typ een coördinaat').fill('129450 465450');
  await page.getByRole('button', { name: 'Prik', exact: true }).click();
  await page.getByLabel('Wat is hier aan de hand?').fill('Hier ligt een duiker.');
  await page.getByRole('button', { name: 'Plaats', exact: true }).click();
  await page.getByText('1 opmerking staat open').waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.context().close();
});

it('the provincie moves it on with checks and example actions, and asks the energyboard', async () => {
  const { page } = await people.signIn(browser, petra);
  await page.goto(`${people.url}/fiche/${projectId}`);
  await page.getByRole('button', { name: 'Naar een andere fase' }).press('Enter');
  const form = page.getByRole('form', { name: 'Naar een andere fase' });
  await form.getByText('Wat deze fase vraagt').waitFor();
  await form.getByRole('checkbox', { name: /project-MER/ }).check();
  await form.getByRole('checkbox', { name: 'provincie Utrecht', exact: true }).check();
  await form.getByLabel('Reden').fill('De voorkeur is gekozen.');
  await form.getByRole('button', { name: 'Naar planuitwerkingsfase' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'hier is het project nu' })
    .getByText('Planuitwerking')
    .waitFor();
  await section(page, 'acties').getByText('project-MER').waitFor();
  // And on to the end, each time with what the uitvoeringsaanpak says of the fase that begins.
  for (const [naar, kenmerk] of [
    ['Projectfase', 'nog geen technische uitwerking'],
    ['Realisatiefase', 'definitief investeringsbesluit genomen'],
    ['Gerealiseerd', 'Naar gerealiseerd'],
  ] as const) {
    await page.getByRole('button', { name: 'Naar een andere fase' }).press('Enter');
    await form.getByText(kenmerk).first().waitFor();
    const examples = form.getByRole('checkbox');
    if (naar !== 'Gerealiseerd') await form.getByText('Voorbeeldacties van deze fase').waitFor();
    expect([naar, (await examples.count()) > 0]).toEqual([naar, naar !== 'Gerealiseerd']);
    await form.getByLabel('Reden').fill(`Door naar ${naar}.`);
    await form.getByRole('button', { name: `Naar ${naar.toLowerCase()}` }).click();
    const name = naar.replace('fase', '');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'hier is het project nu' })
      .getByText(name, { exact: true })
      .waitFor();
  }

  await page.goto(`${people.url}/monitoring?provincie=PV26`);
  await page.getByRole('button', { name: 'Vul in: Station Loosdrecht' }).press('Enter');
  await page.getByLabel('Haalbaarheid IBN').fill('2033');
  await page.getByLabel('IBN is').selectOption('onder druk');
  await page.getByLabel(/^Vraag aan energyboard/).fill('Wie spreekt met de grondeigenaar?');
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await page
    .getByRole('row', { name: 'Station Loosdrecht' })
    .getByText('Wie spreekt met de grondeigenaar?')
    .waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  const { items } = await people.ask(petra, 'GET', `/monitoring?project=${projectId}`);
  expect(items[0].gegevens).toMatchObject({ haalbaarheidIbn: 2033, ibnStatus: 'onder druk' });
  await page.context().close();
});

it('the list goes out to Excel, comes back with two errors and one conflict, and is taken over after mending', async () => {
  const { page } = await people.signIn(browser, gijs);
  await page.goto(`${people.url}/excel?project=${projectId}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download actielijst (.xlsx)' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const workbook = await openXlsx(new Uint8Array(Buffer.concat(chunks)));
  const { rows } = workbook.sheets.find(({ name }) => name === 'Actielijst')!;
  const rowOf = (activiteit: string) => rows.findIndex((row) => row.includes(activiteit)) + 1;
  const bodem = rowOf('Bodem onderzoeken');
  const buurt = rowOf('Omwonenden spreken');
  const weg = rowOf('Ontsluiting tekenen');
  const edited = async (cells: Record<string, CellValue>) => {
    for (const [ref, value] of Object.entries(cells))
      rows[Number(ref.slice(1)) - 1]![ref.charCodeAt(0) - 65] = value;
    return Buffer.from(await saveXlsx(workbook));
  };
  const hand = (name: string, buffer: Buffer) =>
    page
      .getByLabel('Werkmap (.xlsx)')
      .setInputFiles({ name, mimeType: download.suggestedFilename(), buffer });

  // Meanwhile somebody of the same gemeente is faster.
  const { items } = await people.ask(gijs, 'GET', `/acties?project=${projectId}`);
  const { id, versie } = items.find(({ gegevens }: any) => gegevens.activiteit === 'Bodem onderzoeken');
  await people.ask(
    gijs,
    'PATCH',
    `/acties/${id}`,
    { gegevens: { planning: 'vrijdag' } },
    ifMatch({ versie }),
  );

  const wrong = { [`G${bodem}`]: 'maandag', [`I${buurt}`]: '31-12-2031', [`J${weg}`]: 'bezig' };
  await hand('acties.xlsx', await edited(wrong));
  await page.getByText('2 rijen met fouten, 1 rij om te kiezen').first().waitFor();
  await hand('hersteld.xlsx', await edited({ [`I${buurt}`]: date('2031-12-31'), [`J${weg}`]: 'gereed' }));
  await page.getByRole('heading', { name: 'Wat hersteld.xlsx zou veranderen' }).waitFor();
  await page.locator('input[value="mijn"]').first().check();
  await page.getByRole('button', { name: 'Neem 3 gewijzigde rijen over' }).click();
  await page.getByText('Overgenomen: 3 rijen gewijzigd, 0 nieuwe rijen.').waitFor();
  const after = await people.ask(gijs, 'GET', `/acties?project=${projectId}`);
  const byName = Object.fromEntries(after.items.map(({ gegevens }: any) => [gegevens.activiteit, gegevens]));
  expect(byName['Bodem onderzoeken'].planning).toBe('maandag');
  expect(byName['Omwonenden spreken'].planningTot).toBe('2031-12-31');
  expect(byName['Ontsluiting tekenen'].status).toBe('gereed');
  await page.context().close();
});
