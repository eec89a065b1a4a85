// Fiche, actielijst, monitoringslijst, overview and rounds in a real browser: read by everybody, kept by who may.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ficheVelden } from '../data/seed/proces.ts';
import { projecten } from '../data/seed/projecten.ts';
import {
  closeWindows,
  findAxeViolations,
  goWithin,
  launchBrowser,
  shareFetched,
  type PageSize,
  type Visit,
} from './browser.ts';
import { startPagesApp, type PagesApp } from './pages-app.ts';
import type { Person } from './people.ts';

let browser: Browser;
let visit: Visit;
let app: PagesApp;
let coordinator: Person;
let adopter: Person;
let editor: Person;
beforeAll(async () => {
  browser = await launchBrowser();
  visit = shareFetched(browser);
  app = await startPagesApp();
  const west = { code: 'PV91', naam: 'West', soort: 'provincie' } as const;
  coordinator = await app.add('Carla', west, ['coordinator']);
  adopter = await app.add('Vera', west, ['vaststeller']);
  editor = await app.add('Gerrit', { code: 'GM9001', naam: 'Aarde', soort: 'gemeente' }, ['bewerker']);
});
afterAll(async () => {
  await closeWindows(browser);
  await app?.stop();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const section = (page: Page, id: string) => page.locator(`section#${id}`);

/** A page of the shared atlas, in which nobody is signed in. */
async function read(path: string, size?: PageSize) {
  const opened = await visit(`${inject('atlasUrl')}${path}`, size);
  await heading(opened.page).waitFor();
  return opened;
}

describe('everybody reads', () => {
  it('a fiche of each of the 112 projects, with every field of the template in its order', async () => {
    const { page, faults, close } = await read('/toegankelijkheid');
    // The map in the margin is proven below. What is computed is awaited of one in seven: the rest of the page is
    // what a hundred projects can break in a hundred ways.
    await page.route(/StillMap/, (route) => route.abort());
    let computes = true;
    await page.route(/\/vragen\/./, (route) => (computes ? route.continue() : route.abort()));
    const labels = ficheVelden.map(({ label }) => label);
    for (const [index, { id, naam }] of projecten.entries()) {
      computes = index % 7 === 0;
      await goWithin(page, `/fiche/${id}`);
      await page.getByText(`Projectfiche ${id}`).waitFor();
      await section(page, 'velden').waitFor();
      if (computes) await section(page, 'overlap').getByText('niet zeker').first().waitFor();
      expect(await section(page, 'velden').locator('dt').allInnerTexts()).toEqual(labels);
      expect([id, await heading(page).innerText()]).toEqual([
        id,
        naam ?? expect.stringContaining('zonder naam'),
      ]);
    }
    expect(projecten).toHaveLength(112);
    expect(faults.filter((fault) => !/StillMap|Failed to load resource/.test(fault))).toEqual([]);
    await close();
  });

  it('who says so, on focus; and why it says that', async () => {
    const { page, faults, close } = await read('/fiche/UT-01');
    const why = page.getByRole('button', { name: 'Tijdspad en IBN: waarom staat dit hier?' });
    await why.focus();
    const tip = page.locator('#veld-tijdspad_ibn').getByRole('tooltip');
    expect(await tip.isVisible()).toBe(true);
    // The source of the seed is of November 2023.
    expect(await tip.innerText()).toContain('11-2023');
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    await why.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Waarom staat hier “2029”?' });
    await dialog.getByText('het openbare register').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await close();
  });

  it('what the rules propose, marked as a proposal, land take and overlap; nothing to edit', async () => {
    const { page, faults, close } = await read('/fiche/UT-01');
    await section(page, 'besluiten').getByText('Dit is geen besluit').waitFor();
    await section(page, 'besluiten')
      .getByText(/Provincie Utrecht/)
      .first()
      .waitFor();
    // The register gives 4 hectares.
    await section(page, 'ruimtebeslag').getByText('4,00').first().waitFor();
    await section(page, 'overlap').getByText(/Raakt/).waitFor();
    await page.locator('.still canvas.drawn').waitFor();
    expect(await page.getByRole('button', { name: /toevoegen|andere fase/ }).count()).toBe(0);
    expect(await findAxeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('a project without location: its gemeente in the margin, unknown said plainly', async () => {
    const { page, faults, close } = await read('/fiche/UT-06', { width: 360, height: 740 });
    await page.getByText('de plek is niet bekend; getoond is gemeente Baarn').waitFor();
    await page.getByText('De fase is onbekend').waitFor();
    expect(await section(page, 'velden').getByText('onbekend', { exact: true }).count()).toBeGreaterThan(5);
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  it('how Utrecht stands, in one sentence and four charts with tables behind', async () => {
    const { page, faults, close } = await read('/overzicht/PV26');
    // UT-01 … UT-16 and the package over three provincies; UT-02 and that package moved from 2029 to 2033.
    await page.getByText(/^Utrecht: 17 projecten, .*; 2 schuiven naar later/).waitFor();
    for (const title of ['Fase en energiedrager', 'Ingebruikname (IBN)', 'Acties naar trekker'])
      await page.getByRole('figure', { name: title }).waitFor();
    const land = page.getByRole('figure', { name: /^Direct ruimtebeslag/ });
    await land.getByText('Als tabel').click();
    expect(await land.getByRole('row', { name: /Breukelen-Kortrijk/ }).innerText()).toContain('4,00');
    await section(page, 'schuivend').getByText('4 jaar later dan eerst gezegd').first().waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Hoofddocument uitvoeringsaanpak' }).click();
    await page.getByRole('heading', { name: 'Projecten in voorverkenning zonder locatie' }).waitFor();
    await page.getByText('9 concrete elektriciteitsprojecten in 8 gemeenten').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('the monitoringslijst has every project and every column, filled in or not', async () => {
    const { page, faults, close } = await read('/monitoring?provincie=PV26');
    await page.getByText('0 van 17 projecten ingevuld').waitFor();
    expect(await page.getByRole('columnheader').allInnerTexts()).toContain(
      'Aandachtspunten (proces of risico)',
    );
    expect(await page.getByRole('button', { name: /^Vul in/ }).count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('on paper: no bar, no buttons, the folded history in full, and where it came from', async () => {
    const { page, close } = await read('/fiche/UT-02');
    await section(page, 'ruimtebeslag').getByText('6,00').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Deel' }).isVisible()).toBe(false);
    expect(await page.getByRole('img', { name: /QR-code/ }).isVisible()).toBe(true);
    expect(await section(page, 'ibn').getByRole('columnheader', { name: 'Gezegd op' }).isVisible()).toBe(
      true,
    );
    await close();
  });
});

describe('who may, keeps it up to date', () => {
  it('the provincie describes in place, adds an action, and moves on to the next fase with its actions', async () => {
    const { page, faults, close } = await app.open(browser, coordinator, '/fiche/W-06');
    await heading(page).waitFor();
    await page.getByRole('button', { name: 'Omschrijving' }).press('Enter');
    await page.getByLabel('Doel', { exact: true }).fill('Ruimte voor duizend woningen.');
    await page.getByLabel('Reden van de wijziging').fill('vastgesteld in het overleg');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).press('Enter');
    await page.locator('.goal').getByText('Ruimte voor duizend woningen.').waitFor();

    await page.getByRole('button', { name: 'Actie toevoegen' }).press('Enter');
    await page.getByLabel('Activiteit').fill('Grondeigenaar spreken');
    await page.getByRole('combobox', { name: /Trekker/ }).fill('West');
    await page.getByRole('listbox').getByRole('option', { name: /West/ }).first().click();
    await page.getByLabel('Klaar op').fill('2020-01-31');
    await section(page, 'acties').getByRole('button', { name: 'Bewaar', exact: true }).click();
    await section(page, 'acties').getByText('dagen te laat').waitFor();

    await page.getByRole('button', { name: 'Naar een andere fase' }).press('Enter');
    const form = page.getByRole('form', { name: 'Naar een andere fase' });
    await form.getByText('Wat deze fase vraagt').waitFor();
    await form.getByRole('checkbox', { name: /project-MER/ }).check();
    await form.getByRole('checkbox', { name: 'provincie West' }).check();
    expect(await findAxeViolations(page)).toEqual([]);
    await form.getByLabel('Reden').fill('De voorkeursbeslissing is genomen.');
    await form.getByRole('button', { name: 'Naar planuitwerkingsfase' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'hier is het project nu' })
      .getByText('Planuitwerking')
      .waitFor();
    await section(page, 'acties').getByText('project-MER').waitFor();
    const fiche = await app.ask(coordinator, 'GET', '/projecten/W-06/fiche');
    expect(fiche.project.gegevens).toMatchObject({
      fase: 'planuitwerking',
      doel: 'Ruimte voor duizend woningen.',
    });
    expect(
      fiche.acties.map(({ gegevens }: { gegevens: { activiteit: string } }) => gegevens.activiteit).sort(),
    ).toEqual(['Grondeigenaar spreken', 'project-MER']);
    expect(faults).toEqual([]);
    await close();
  });

  it('a gemeente sets the status of its own action in the list, and reads those of others', async () => {
    const add = (trekker: string, activiteit: string) =>
      app.ask(coordinator, 'POST', '/projecten/W-01/acties', {
        gegevens: { activiteit, trekkers: [trekker] },
      });
    await add('GM9001', 'Vergunning verlenen');
    await add('PV91', 'Subsidie regelen');
    const { page, faults, close } = await app.open(browser, editor, '/acties');
    await page.getByRole('button', { name: /^Mijn acties/ }).press('Enter');
    await heading(page).getByText('Acties van gemeente Aarde').waitFor();
    expect(await page.getByText('Subsidie regelen').count()).toBe(0);
    await page.getByLabel('Status van Vergunning verlenen').selectOption('gereed');
    await page.getByRole('heading', { name: /^Afgerond/ }).waitFor();
    expect(new URL(page.url()).search).toBe('?trekker=GM9001');
    const { items } = await app.ask(editor, 'GET', '/acties?trekker=GM9001');
    expect(items[0].gegevens.status).toBe('gereed');
    await page.getByRole('button', { name: /^Mijn acties/ }).click();
    await page.getByText('Subsidie regelen').waitFor();
    expect(await page.getByLabel('Status van Subsidie regelen').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('monitoring is filled in on the list; a question to the energyboard is answered and becomes an action', async () => {
    await app.ask(coordinator, 'POST', '/projecten/W-05/energyboardvragen', {
      gegevens: { vraag: 'Komt de gedeputeerde naar de raad?', gesteldOp: '2026-11-02' },
    });
    const { page, faults, close } = await app.open(browser, coordinator, '/monitoring?provincie=PV91');
    await page.getByRole('button', { name: 'Vul in: Station Aarde' }).press('Enter');
    await page.getByLabel('Haalbaarheid IBN').fill('2031');
    await page.getByLabel('IBN is').selectOption('onder druk');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await page.getByText('1 van 6 projecten ingevuld, 1 onder druk.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Station Aarde');

    await page.getByText('Komt de gedeputeerde naar de raad?').waitFor();
    await page.getByRole('button', { name: 'Beantwoord', exact: true }).click();
    await page.getByLabel('Antwoord', { exact: false }).fill('Ja, in maart.');
    await page.getByRole('checkbox', { name: 'Maak er een actie van' }).check();
    await page.getByLabel('Activiteit', { exact: false }).fill('Noodzaak toelichten in de raad');
    const leader = page.getByRole('combobox', { name: /Trekker/ });
    await leader.fill('West');
    await page.getByRole('listbox').getByRole('option', { name: /West/ }).first().click();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bewaar het antwoord' }).click();
    await page.getByText('Er ligt geen vraag.').waitFor();
    const { items } = await app.ask(coordinator, 'GET', '/acties?project=W-05');
    expect(items[0].gegevens).toMatchObject({
      activiteit: 'Noodzaak toelichten in de raad',
      trekkers: ['PV91'],
    });
    const { items: asked } = await app.ask(coordinator, 'GET', '/energyboardvragen?project=W-05');
    expect(asked[0].gegevens).toMatchObject({ status: 'omgezet in actie', actieId: items[0].id });
    expect(faults).toEqual([]);
    await close();
  });

  it('submitting a step of a round is not adopting it: two people', async () => {
    await app.ask(coordinator, 'POST', '/projecten/W-01/rondestappen', {
      gegevens: { ronde: '2.0', stap: 'opgenomen', categorie: 'concreet' },
    });
    const first = await app.open(browser, coordinator, '/rondes?provincie=PV91');
    await first.page.getByRole('button', { name: 'Dien in' }).click();
    await first.page.getByText('1 stap wacht op vaststelling.').waitFor();
    expect(await first.page.getByRole('button', { name: 'Stel vast' }).count()).toBe(0);
    const second = await app.open(browser, adopter, '/rondes?provincie=PV91');
    await second.page.getByRole('button', { name: 'Stel vast' }).click();
    await second.page.getByText('concreet · vastgesteld').waitFor();
    expect([...first.faults, ...second.faults]).toEqual([]);
    await first.close();
    await second.close();
  });

  it('a remark is pinned to a field, seen beside it, and looking back nothing can be changed', async () => {
    const { page, faults, close } = await app.open(browser, coordinator, '/fiche/W-02');
    await page.getByRole('button', { name: 'Doel: waarom staat dit hier?' }).click();
    await page.getByRole('button', { name: 'Maak een opmerking bij dit veld' }).click();
    const remarks = section(page, 'opmerkingen');
    await remarks.getByRole('textbox', { name: /^Opmerking/ }).fill('Wie vult dit in?');
    await remarks.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await page.locator('#veld-doel').getByRole('link', { name: '1 open opmerking' }).click();
    await remarks.getByText('Wie vult dit in?').waitFor();
    const { items } = await app.ask(coordinator, 'GET', '/opmerkingen?project=W-02');
    expect(items[0].gegevens).toMatchObject({ onderwerp: 'veld', veld: 'doel', tekst: 'Wie vult dit in?' });

    await page.goto(`${app.url}/fiche/W-02?geldigOp=2030-01-01`);
    await section(page, 'velden').waitFor();
    expect(await page.getByRole('button', { name: /toevoegen|andere fase|^Omschrijving/ }).count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('a statement about the IBN becomes that of the project in the same save, with its cause; who may not is told', async () => {
    const stedin = await app.add('Sven', { code: 'stedin', naam: 'Stedin', soort: 'netbeheerder' }, [
      'bewerker',
    ]);
    await app.ask(coordinator, 'POST', '/projecten/W-03/partijen', {
      gegevens: { organisatie: 'stedin', rol: 'betrokken' },
    });
    const choice = (page: Page) =>
      page.getByRole('checkbox', { name: 'Neem deze jaren over als de IBN van het project' });
    const fill = async (page: Page, said: string, jaren: [string, string]) => {
      await page.getByRole('button', { name: 'IBN-uitspraak toevoegen' }).click();
      await page.getByRole('textbox', { name: 'IBN van' }).fill(jaren[0]);
      await page.getByRole('textbox', { name: 'IBN tot' }).fill(jaren[1]);
      await page.getByLabel('Gezegd op', { exact: false }).fill(said);
      await page.getByLabel('Oorzaak van de verandering').fill(`Vertraging van ${said}`);
      await page.getByRole('textbox', { name: 'Bron' }).fill('Brief van de netbeheerder');
    };
    const save = (page: Page) =>
      section(page, 'ibn').getByRole('button', { name: 'Bewaar', exact: true }).click();
    const { page, faults, close } = await app.open(browser, coordinator, '/fiche/W-03');
    await fill(page, '2026-05-01', ['2034', '2035']);
    expect(await choice(page).isChecked()).toBe(true);
    expect(await findAxeViolations(page)).toEqual([]);
    await save(page);
    await section(page, 'ibn').getByText('IBN 2034–2035').first().waitFor();
    // The form is gone; the focus is on what was saved.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('vastgelegd: gezegd op 01-05-2026');
    const { project } = await app.ask(coordinator, 'GET', '/projecten/W-03/fiche');
    expect(project.gegevens).toMatchObject({ ibnVan: 2034, ibnTot: 2035 });
    expect(project.versie.herkomst.ibnVan).toEqual({
      bron: 'Brief van de netbeheerder',
      datum: '2026-05-01',
      aard: 'gepland',
    });
    const { veranderingen } = await app.ask(coordinator, 'GET', '/projecten/W-03/geschiedenis?veld=ibnVan');
    expect(veranderingen[0]).toMatchObject({ naar: 2034, reden: 'Vertraging van 2026-05-01' });

    // What was said before that is history: it is not taken over unasked.
    await fill(page, '2025-03-01', ['2030', '2030']);
    expect(await choice(page).isChecked()).toBe(false);
    await save(page);
    await section(page, 'ibn').getByText('vastgelegd: gezegd op 01-03-2025').waitFor();
    const after = await app.ask(coordinator, 'GET', '/projecten/W-03/fiche');
    expect(after.project.versie.rij).toBe(project.versie.rij);

    const theirs = await app.open(browser, stedin, '/fiche/W-03');
    await fill(theirs.page, '2026-06-01', ['2036', '2036']);
    expect(await choice(theirs.page).count()).toBe(0);
    await theirs.page.getByText('Dit blijft een uitspraak').waitFor();
    await save(theirs.page);
    await section(theirs.page, 'ibn').getByText('vastgelegd: gezegd op 01-06-2026').waitFor();
    const both = await app.ask(coordinator, 'GET', '/projecten/W-03/fiche');
    expect([both.project.gegevens.ibnTot, both['ibn-uitspraken'].length]).toEqual([2035, 3]);
    expect([...faults, ...theirs.faults]).toEqual([]);
    await theirs.close();
    await close();
  });

  it('what was written in looking back on a round stands in the hoofddocument of the provincie', async () => {
    await app.ask(coordinator, 'POST', '/projecten/W-02/rondestappen', {
      gegevens: { ronde: '1.0', stap: 'opgenomen', terugblik: 'De inventarisatie kwam te laat op gang.' },
    });
    const { page, faults, close } = await app.open(browser, null, '/overzicht/PV91/uitvoeringsaanpak');
    await section(page, 'terugblik').getByText('De inventarisatie kwam te laat op gang.').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('a gemeente is offered what it may add, and nothing it may not', async () => {
    const { page, faults, close } = await app.open(browser, editor, '/fiche/W-01');
    await page.getByRole('button', { name: 'Actie toevoegen' }).waitFor();
    const offered = page.getByRole('button', { name: /toevoegen$/ });
    expect((await offered.allInnerTexts()).map((text) => text.trim())).toEqual([
      'Actie toevoegen',
      'Opmerking toevoegen',
    ]);
    await page.getByText(/^Nog niet vastgelegd: .*betrokken partijen/).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('what was typed is still there after the tab was closed', async () => {
    const remark = (page: Page) => section(page, 'opmerkingen').getByRole('textbox', { name: /^Opmerking/ });
    const first = await app.open(browser, coordinator, '/fiche/W-05');
    await first.page.getByRole('button', { name: 'Opmerking toevoegen' }).click();
    await remark(first.page).fill('De gracht is dieper dan de kaart zegt.');
    await first.page.waitForTimeout(700);
    const context = first.page.context();
    await first.page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto(`${app.url}/fiche/W-05`);
    await again.getByRole('button', { name: 'Opmerking toevoegen' }).click();
    await again
      .getByRole('button', { name: /verder|Neem|Haal/i })
      .first()
      .click();
    expect(await remark(again).inputValue()).toBe('De gracht is dieper dan de kaart zegt.');
    await first.close();
  });
});
