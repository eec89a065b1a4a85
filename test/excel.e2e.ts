// Lists out and in by a real browser: dropped and chosen files, choosing with the keyboard, accepting.
import { openXlsx, readXlsx, saveXlsx, type CellValue } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createApp } from '../server/app.ts';
import { openDatabase, type Database } from '../server/db/database.ts';
import { migrate } from '../server/db/migrate.ts';
import { listen, type Listener } from '../server/start/listen.ts';
import { createTileService } from '../server/tiles/service.ts';
import { makeDataDir } from './atlas-process.ts';
import { closeWindows, findAxeViolations, launchBrowser, openPage, type PageSize } from './browser.ts';
import { actieRij, date, makeWorkbook } from './excel-files.ts';
import { addPerson, type Person } from './people.ts';
import { loadWorld } from './world.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const dataDir = makeDataDir();
let browser: Browser;
let db: Database;
let listener: Listener;
let url: string;
let provincie: Person;

beforeAll(async () => {
  db = await openDatabase({ dataDir: dataDir.path });
  await migrate(db);
  await loadWorld(db);
  provincie = await addPerson(db, { code: 'PV91', naam: 'West', soort: 'provincie' }, ['coordinator']);
  await addPerson(db, { code: 'stedin', naam: 'Stedin', soort: 'netbeheerder' }, ['bewerker']);
  const config = { dataDir: dataDir.path, port: 0 };
  const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
  const app = createApp({ db, config, tiles: createTileService(db, config), progress });
  listener = await listen(0);
  listener.answerWith(app.fetch);
  url = `http://localhost:${listener.port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await closeWindows(browser);
  await listener?.close();
  await db?.close();
  dataDir.remove();
});

async function open(who: Person | null, path = '/excel', size?: PageSize) {
  const opened = await openPage(browser, url + path, { ...size, cookie: who?.headers.Cookie });
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  return { ...opened, close: () => opened.page.context().close() };
}
async function ask(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...provincie.headers, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  expect([path, response.ok ? '' : answer]).toEqual([path, '']);
  return answer;
}
const hand = (page: Page, bytes: Uint8Array, name = 'acties.xlsx') =>
  page.getByLabel('Werkmap (.xlsx)').setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
const status = (page: Page) => page.locator('section[aria-labelledby="inlezen-titel"] [role="status"]');

async function edit(bytes: Uint8Array, cells: Record<string, CellValue>): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes);
  const list = workbook.sheets.find(({ name }) => name === 'Actielijst')!;
  for (const [ref, value] of Object.entries(cells))
    list.rows[Number(ref.slice(1)) - 1]![ref.charCodeAt(0) - 65] = value;
  return saveXlsx(workbook);
}

describe('the Excel page', () => {
  it('takes a list out, and back in with two errors and a conflict: mended, chosen and accepted by keyboard', async () => {
    const acties: { id: string; versie: { rij: number } }[] = [];
    for (const activiteit of ['Aanvragen', 'Bouwen', 'Contract'])
      acties.push(
        await ask('POST', '/projecten/W-01/acties', { gegevens: { activiteit, trekkers: ['stedin'] } }),
      );
    const { page, faults, close } = await open(provincie, '/excel?project=W-01');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download actielijst (.xlsx)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^actielijst-W-01-/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const bytes = new Uint8Array(Buffer.concat(chunks));

    await ask(
      'PATCH',
      `/acties/${acties[0]!.id}`,
      { gegevens: { planning: 'vrijdag' } },
      { 'If-Match': `"${acties[0]!.versie.rij}"` },
    );
    const wrong = await edit(bytes, { G2: 'maandag', I3: '31-12-2031', J4: 'bezig' });
    await hand(page, wrong);
    await page.getByRole('heading', { name: 'Wat acties.xlsx zou veranderen' }).waitFor();
    expect(await status(page).innerText()).toContain('2 rijen met fouten, 1 rij om te kiezen');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('voorstel-titel');
    const row = (nummer: number) =>
      page.locator('tbody tr', { has: page.getByRole('rowheader', { name: String(nummer), exact: true }) });
    expect(await row(3).innerText()).toMatch(/I3 Klaar op.*31-12-2031[\s\S]*celopmaak op Datum/);
    expect(await row(4).innerText()).toMatch(/J4 Status[\s\S]*een van: open, loopt, gereed, vervallen/);
    const takeOver = page.getByRole('button', { name: /^Neem/ }).last();
    expect(await takeOver.isDisabled()).toBe(true);
    await page.getByRole('button', { name: /^Fouten 2$/ }).click();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 2);
    expect(await findAxeViolations(page)).toEqual([]);

    await hand(page, await edit(wrong, { I3: date('2031-12-31'), J4: 'gereed' }), 'hersteld.xlsx');
    await page.getByRole('heading', { name: 'Wat hersteld.xlsx zou veranderen' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    // From here on without a mouse: the radio, then the button.
    await page.getByRole('radio', { name: /^De atlas nu, door Test West/ }).focus();
    await page.keyboard.press('ArrowUp');
    const ready = page.getByRole('button', { name: 'Neem 3 gewijzigde rijen over' });
    await ready.waitFor();
    await ready.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Overgenomen: 3 rijen gewijzigd, 0 nieuwe rijen.').waitFor();
    expect(new URL(page.url()).searchParams.get('voorstel')).toBeNull();
    const read = async (at: number) => (await ask('GET', `/acties/${acties[at]!.id}`, undefined)).gegevens;
    expect(await read(0)).toMatchObject({ planning: 'maandag' });
    expect(await read(1)).toMatchObject({ planningTot: '2031-12-31' });
    expect(await read(2)).toMatchObject({ status: 'gereed' });
    expect(faults).toEqual([]);
    await close();
  });

  it('takes a dropped file, keeps the preview over a reload, and throws it away', async () => {
    const { page, close } = await open(provincie);
    const bytes = await makeWorkbook([actieRij({ A: 'W-02', C: 'Gesleept', D: 'stedin' })]);
    const data = await page.evaluateHandle((base64) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([content], 'gesleept.xlsx'));
      return transfer;
    }, Buffer.from(bytes).toString('base64'));
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: data });
    await page.getByRole('button', { name: 'Neem 1 nieuwe rij over' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Neem 1 nieuwe rij over' }).waitFor();
    await page.getByRole('button', { name: 'Gooi dit voorstel weg' }).click();
    await page.getByText('Het voorstel is weggegooid. Er is niets gewijzigd.').waitFor({ state: 'attached' });
    expect(await page.locator('tbody').count()).toBe(0);
    await close();
  });

  it('can be chosen in while the file before is thrown away, and says so when a choice did not arrive', async () => {
    const gegevens = { activiteit: 'Dijk', planning: 'lente', trekkers: ['stedin'] };
    const actie = await ask('POST', '/projecten/W-02/acties', { gegevens });
    const list = await fetch(`${url}/api/v1/excel/actielijst.xlsx?project=W-02`, {
      headers: provincie.headers,
    });
    const bytes = new Uint8Array(await list.arrayBuffer());
    const zomer = { gegevens: { planning: 'zomer' } };
    await ask('PATCH', `/acties/${actie.id}`, zomer, { 'If-Match': `"${actie.versie.rij}"` });
    const { page, faults, close } = await open(provincie);
    await hand(page, await edit(bytes, { G2: 'herfst' }));
    await page.getByRole('heading', { name: 'Wat acties.xlsx zou veranderen' }).waitFor();

    // The old one goes only when the test lets it, and choices only while the door is open.
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let door: 'open' | 'shut' = 'open';
    await page.route('**/voorstellen/*', async (route) => {
      const method = route.request().method();
      if (method === 'DELETE') await held;
      if (method === 'POST' && door === 'shut') return route.abort();
      return route.continue();
    });
    await hand(page, await edit(bytes, { G2: 'winter' }), 'winter.xlsx');
    await page.getByRole('heading', { name: 'Wat winter.xlsx zou veranderen' }).waitFor();
    const [mine, theirs] = [
      page.getByRole('radio', { name: /^Uw bestand/ }),
      page.getByRole('radio', { name: /^De atlas/ }),
    ];
    const isFocused = (radio: typeof mine) => radio.evaluate((it) => it === document.activeElement);
    await theirs.focus();
    await page.keyboard.press('ArrowUp');
    const ready = page.getByRole('button', { name: 'Neem 1 gewijzigde rij over' });
    await ready.waitFor();
    expect([await mine.isChecked(), await isFocused(mine)]).toEqual([true, true]);
    letGo();

    door = 'shut';
    await page.keyboard.press('ArrowDown');
    await page.getByRole('alert').waitFor();
    expect([await mine.isChecked(), await theirs.isChecked()]).toEqual([true, false]);
    expect(await isFocused(theirs)).toBe(true);
    expect(await ready.isEnabled()).toBe(true);

    // Twice in a row: the last counts.
    door = 'open';
    await mine.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Neem over' }).waitFor();
    expect([await mine.isChecked(), await theirs.isChecked()]).toEqual([false, true]);
    expect(faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
    await close();
  });

  it('says why a file is not read, and goes on', async () => {
    const { page, close } = await open(provincie);
    await hand(page, Buffer.from('Project;Activiteit'), 'acties.csv');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('geen Excel-werkmap');
    expect(await findAxeViolations(page)).toEqual([]);
    await hand(page, await makeWorkbook([actieRij({ A: 'W-02', C: 'Goed', D: 'stedin' })]));
    await page.getByRole('button', { name: 'Neem 1 nieuwe rij over' }).waitFor();
    expect(await alert.count()).toBe(0);
    await close();
  });

  it('pages through many rows, and fits a telephone', async () => {
    const { page, close } = await open(provincie, '/excel', { width: 390, height: 800 });
    const rows = Array.from({ length: 450 }, (_, at) =>
      actieRij({ A: 'W-02', C: `Stap ${at + 1}`, D: 'stedin' }),
    );
    await hand(page, await makeWorkbook(rows));
    await page.getByText('1–200 van 450').waitFor();
    await page.getByRole('button', { name: 'Volgende' }).click();
    await page.getByText('201–400 van 450').waitFor();
    expect(await page.getByRole('rowheader', { name: '202', exact: true }).isVisible()).toBe(true);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    expect(await findAxeViolations(page)).toEqual([]);
    await close();
  });

  it('has all 112 projects of the register', async () => {
    const response = await fetch(`${inject('atlasUrl')}/api/v1/excel/projecten.xlsx`);
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const ids = sheets[1]!.rows.slice(1).flatMap(([id]) => id ?? []);
    expect([ids.length, new Set(ids).size]).toEqual([112, 112]);
  });

  it('lets anybody take a list out, and asks who wants to read one in to sign in', async () => {
    const { page, close } = await open(null);
    await page.getByText('Inlezen doet wie wijzigen mag.').waitFor();
    expect(await page.getByLabel('Werkmap (.xlsx)').count()).toBe(0);
    await page.getByLabel('Lijst').selectOption('projecten');
    const link = page.getByRole('link', { name: 'Download projecten (.xlsx)' });
    expect(await link.getAttribute('href')).toBe('/api/v1/excel/projecten.xlsx');
    expect(new URL(page.url()).searchParams.get('lijst')).toBe('projecten');
    await close();
  });
});
