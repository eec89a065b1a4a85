// Two people move one component at the same time: who saves last is told, chooses, and nothing is lost.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inRd, meet, type Colleague, type Meeting } from './atlas-people.ts';
import { closeWindows, findAxeViolations } from './browser.ts';

let { browser, people, nora, petra } = {} as Meeting;
beforeAll(async () => {
  ({ browser, people, nora, petra } = await meet());
});
afterAll(() => closeWindows(browser));

const middles = { first: [129_000, 465_000], petra: [129_400, 465_000], nora: [129_000, 465_400] } as const;
let made = 0;
/** A project with one station of 100 by 100 m around `middles.first`; its name and ids. */
async function make(): Promise<{ naam: string; projectId: string; componentId: string }> {
  const naam = `Station Twistgrond ${(made += 1)}`;
  const [x, y] = middles.first;
  const ring = [
    [x - 50, y - 50],
    [x + 50, y - 50],
    [x + 50, y + 50],
    [x - 50, y + 50],
    [x - 50, y - 50],
  ];
  const gegevens = {
    naam,
    energiedrager: 'elektriciteit',
    typeInfraGroep: 'station',
    fase: 'verkenning',
    provincies: ['PV26'],
    gemeenten: ['GM1904'],
  };
  const component = {
    soort: 'station',
    ligging: 'exact',
    geometrie: { type: 'Polygon', coordinates: [ring] },
  };
  const body = { gegevens, componenten: [{ gegevens: component }] };
  const { project, componenten } = await people.ask(nora, 'POST', '/projecten', body, inRd);
  return { naam, projectId: project.id, componentId: componenten[0].id };
}

async function open(who: Colleague, projectId: string): Promise<Page> {
  const { page } = await people.signIn(browser, who);
  await page.goto(`${people.url}/?achtergrond=geen&project=${projectId}`);
  await page.getByRole('button', { name: 'Wijzig de plek' }).press('Enter');
  await page.locator('#voetafdruk-x').waitFor();
  return page;
}
async function move(page: Page, [x, y]: readonly [number, number]): Promise<void> {
  for (const [key, value] of [
    ['x', x],
    ['y', y],
  ] as const) {
    await page.locator(`#voetafdruk-${key}`).fill(String(value));
    await page.keyboard.press('Enter');
  }
}
async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Opslaan', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Sla de plek op' }).press('Enter');
}
const numbersOf = async (page: Page) =>
  Promise.all(
    ['x', 'y'].map(async (key) =>
      Number((await page.locator(`#voetafdruk-${key}`).inputValue()).replaceAll('.', '').replace(',', '.')),
    ),
  );
/** Middle of the component as it is kept now, in RD, and how many versions it has. */
async function keptOf(componentId: string): Promise<{ middle: number[]; versions: number[][] }> {
  const rd = { 'Accept-Crs': '<http://www.opengis.net/def/crs/EPSG/0/28992>' };
  const { versies } = await people.ask(
    nora,
    'GET',
    `/componenten/${componentId}/geschiedenis`,
    undefined,
    rd,
  );
  const versions = versies.map(({ gegevens }: any) => {
    const ring = gegevens.geometrie.coordinates[0].slice(0, 4) as [number, number][];
    return [0, 1].map((axis) => Math.round(ring.reduce((sum, at) => sum + at[axis]!, 0) / 4));
  });
  return { middle: versions[0], versions };
}

/** Petra (`mine`) and Nora (`theirs`) open one component; Nora saves first, and Petra is told so. */
async function meetConflict() {
  const { projectId, componentId } = await make();
  const [mine, theirs] = [await open(petra, projectId), await open(nora, projectId)];
  await move(theirs, middles.nora);
  await save(theirs);
  await theirs.getByText('Opgeslagen', { exact: true }).waitFor();
  await move(mine, middles.petra);
  await save(mine);
  const alert = mine.getByRole('alert');
  await alert.waitFor();
  return { componentId, mine, theirs, alert };
}

it('who saves last is told by whom and when, and may keep their own', async () => {
  const { componentId, mine, theirs, alert } = await meetConflict();
  expect(await alert.innerText()).toMatch(/^Nora heeft de plek intussen gewijzigd, om \d\d:\d\d\. /);
  expect(await findAxeViolations(mine)).toEqual([]);
  expect((await keptOf(componentId)).middle).toEqual(middles.nora);
  await alert.getByRole('button', { name: 'Bewaar mijn plek' }).press('Enter');
  await mine.getByText('Opgeslagen', { exact: true }).waitFor();
  // What the other one saved is in the history.
  expect((await keptOf(componentId)).versions).toEqual([middles.petra, middles.nora, middles.first]);
  await Promise.all([mine, theirs].map((page) => page.context().close()));
});

it('or take over theirs, after which their own is one undo away', async () => {
  const { componentId, mine, theirs, alert } = await meetConflict();
  await alert.getByRole('button', { name: 'Neem hun plek over' }).press('Enter');
  await mine.getByRole('button', { name: 'Waar', exact: true }).press('Enter');
  await expect.poll(() => numbersOf(mine)).toEqual(middles.nora);
  expect(await mine.locator('.top .size strong').innerText()).toMatch(/^10\.000\s?m²$/);
  await mine.getByRole('button', { name: 'Ongedaan maken' }).first().press('Enter');
  await expect.poll(() => numbersOf(mine)).toEqual(middles.petra);
  await save(mine);
  await mine.getByText('Opgeslagen', { exact: true }).waitFor();
  expect((await keptOf(componentId)).versions).toEqual([middles.petra, middles.nora, middles.first]);
  await Promise.all([mine, theirs].map((page) => page.context().close()));
});
