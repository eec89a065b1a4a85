// A netbeheerder, a gemeente and a provincie in three browsers: a site that is not for everybody, two who change one
// project, a decision as it was known that day, and a change that is told to who follows it. On the real data of Utrecht.
import { createPublicKey, verify } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ifMatch, inRd, meet, type Colleague, type Meeting } from './atlas-people.ts';
import { closeWindows, findAxeViolations } from './browser.ts';
import { decodeTile, tileAt } from './tiles-app.ts';

interface Received {
  signature: string;
  body: Buffer;
}
const received: Received[] = [];
let receiver: Server;
let { browser, people, nora, gijs, petra } = {} as Meeting;
beforeAll(async () => {
  receiver = createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ signature: String(request.headers['x-jws-signature']), body: Buffer.concat(parts) });
      answer.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  ({ browser, people, nora, gijs, petra } = await meet());
});
afterAll(async () => {
  await closeWindows(browser);
  receiver?.close();
});

/** A place in Stichtse Vecht, 100 by 100 m in RD, in the square kilometre 129–130 by 465–466. */
const place = {
  type: 'Polygon',
  coordinates: [
    [
      [129_500, 465_500],
      [129_600, 465_500],
      [129_600, 465_600],
      [129_500, 465_600],
      [129_500, 465_500],
    ],
  ],
};
let projectId: string;

/** What somebody gets to see of the secret station, in every way the atlas shows projects. */
async function look(page: Page) {
  const text = async (path: string) => (await page.request.get(`${people.url}${path}`)).text();
  const list = JSON.parse(await text('/api/v1/projecten?q=Zwaluwnest')) as { aantal: number };
  const z = 13;
  const { x, y } = tileAt(5.0151, 52.1775, z); // RD 129550, 465550
  const tile = await page.request.get(`${people.url}/tegels/projecten/${z}/${x}/${y}.mvt`);
  const features = decodeTile(await tile.body())['component'] ?? [];
  await page.goto(`${people.url}/?achtergrond=geen&provincie=PV26&q=Zwaluwnest`);
  // The list has its answer: the station, or the word that nothing fits.
  await page
    .getByText(/^Station Zwaluwnest|Geen enkel project past/)
    .first()
    .waitFor();
  return {
    listed: list.aantal,
    found: (await text('/api/v1/zoeken?q=Zwaluwnest')).includes('Zwaluwnest'),
    exported: (await text('/api/v1/projecten?formaat=csv')).includes('Zwaluwnest'),
    fiche: (await page.request.get(`${people.url}/api/v1/projecten/${projectId}/fiche`)).status(),
    named: (await text(`/api/v1/projecten/${projectId}`)).includes('Zwaluwnest'),
    onTile: features.some(({ properties }) => properties['project_id'] === projectId),
    inList: (await page.getByText('Station Zwaluwnest').count()) > 0,
  };
}

it('a confidential site is seen by exactly who may see it, and only its gemeente by others', async () => {
  const body = {
    vertrouwelijkheid: 'partijen',
    gegevens: {
      naam: 'Station Zwaluwnest',
      energiedrager: 'elektriciteit',
      typeInfraGroep: 'station',
      fase: 'verkenning',
      provincies: ['PV26'],
      gemeenten: ['GM1904'],
      buitenbeeld: 'gemeente',
    },
    componenten: [
      { vertrouwelijkheid: 'partijen', gegevens: { soort: 'station', ligging: 'exact', geometrie: place } },
    ],
    partijen: [{ gegevens: { organisatie: 'PV26', rol: 'betrokken' } }],
  };
  projectId = (await people.ask(nora, 'POST', '/projecten', body, inRd)).project.id;

  const everything = {
    listed: 1,
    found: true,
    exported: true,
    fiche: 200,
    named: true,
    onTile: true,
    inList: true,
  };
  const nothing = { listed: 0, found: false, exported: false, named: false, onTile: false, inList: false };
  for (const who of [nora, petra]) {
    const { page } = await people.signIn(browser, who);
    expect([who.email, await look(page)]).toEqual([who.email, everything]);
    await page.context().close();
  }
  const { page } = await people.signIn(browser, gijs);
  expect(await look(page)).toMatchObject(nothing);
  // It counts in its gemeente for everybody, without a name.
  const { projecten } = await people.ask(gijs, 'GET', '/projecten?gemeente=GM1904');
  expect(projecten.find(({ id }: { id: string }) => id === projectId)).toMatchObject({
    naam: null,
    isBuitenbeeld: true,
    lngLat: null,
  });
  await page.context().close();
});

it('two change one project at once, and settle it field by field', async () => {
  const open = async (who: Colleague) => {
    const { page } = await people.signIn(browser, who);
    await page.goto(`${people.url}/fiche/${projectId}`);
    await page.getByRole('button', { name: 'Omschrijving' }).press('Enter');
    await page.getByLabel('Doel', { exact: true }).waitFor();
    return page;
  };
  const [mine, theirs] = await Promise.all([open(petra), open(nora)]);
  await theirs.getByLabel('Doel', { exact: true }).fill('Ruimte voor Loenen.');
  await theirs.getByLabel('Aanleiding', { exact: true }).fill('Het net is vol.');
  await theirs.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await theirs.locator('.goal').getByText('Ruimte voor Loenen.').waitFor();

  await mine.getByLabel('Doel', { exact: true }).fill('Ruimte voor woningen.');
  await mine.getByLabel('Kansen en knelpunten', { exact: true }).fill('De bodem is slap.');
  await mine.getByRole('button', { name: 'Bewaar', exact: true }).click();
  const conflict = mine.getByRole('region', { name: 'Intussen ook door een ander gewijzigd' });
  await conflict.waitFor();
  expect(await findAxeViolations(mine)).toEqual([]);
  const doel = conflict.getByRole('group', { name: /^Doel/ });
  await doel.getByRole('radio', { name: /^Samen/ }).check();
  await doel.getByRole('textbox').fill('Ruimte voor woningen in Loenen.');
  await conflict.getByRole('button', { name: 'Bewaar dit' }).click();
  await conflict.waitFor({ state: 'detached' });
  const { gegevens } = (await people.ask(nora, 'GET', `/projecten/${projectId}/fiche`)).project;
  expect(gegevens).toMatchObject({
    doel: 'Ruimte voor woningen in Loenen.',
    aanleiding: 'Het net is vol.',
    kansenKnelpunten: 'De bodem is slap.',
  });
  await Promise.all([mine, theirs].map((page) => page.context().close()));
});

it('a decision is looked back on as it was known that day', async () => {
  const body = {
    gegevens: {
      besluit: 'projectbesluit',
      bevoegdGezag: 'provincie',
      status: 'voorgesteld',
      toelichting: 'Eerste lezing',
    },
  };
  const besluit = await people.ask(petra, 'POST', `/projecten/${projectId}/besluiten`, body);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const then = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await people.ask(
    petra,
    'PATCH',
    `/besluiten/${besluit.id}`,
    { gegevens: { toelichting: 'Tweede lezing' }, reden: 'nieuw onderzoek' },
    ifMatch(besluit),
  );
  const read = async (moment: string) => {
    const { besluiten } = await people.ask(petra, 'GET', `/projecten/${projectId}/fiche${moment}`);
    return besluiten.map(({ gegevens }: any) => gegevens.toelichting);
  };
  expect(await read(`?bekendOp=${encodeURIComponent(then)}`)).toEqual(['Eerste lezing']);
  expect(await read('')).toEqual(['Tweede lezing']);
  // The screens look back by day: what was entered today was not known before.
  const { page } = await people.signIn(browser, petra);
  await page.goto(`${people.url}/fiche/${projectId}`);
  await page.locator('section#besluiten').getByText('Tweede lezing').waitFor();
  await page.goto(`${people.url}/?achtergrond=geen&bekendOp=2020-01-01`);
  await page.getByText('Op die datum was nog geen enkel project bekend.').waitFor();
  await page.context().close();
});

it('who follows a gemeente is told, signed, of what they may see and of nothing else', async () => {
  const { port } = receiver.address() as AddressInfo;
  await people.ask(gijs, 'POST', '/abonnementen', {
    onderwerp: 'gemeente',
    code: 'GM1904',
    soorten: ['actie'],
    webhook: `http://127.0.0.1:${port}/ontvang`,
  });
  const add = (project: string, activiteit: string) =>
    people.ask(petra, 'POST', `/projecten/${project}/acties`, {
      gegevens: { activiteit, trekkers: ['PV26'] },
    });
  await add(projectId, 'Zwijgen over Zwaluwnest');
  await add('UT-01', 'Grond verwerven');
  // Other files add actions in this gemeente at the same time: those are told too, and are not looked at.
  const ofUt01 = () => received.filter(({ body }) => JSON.parse(body.toString()).subject === 'UT-01');
  await expect.poll(() => ofUt01().length).toBe(1);
  const [{ signature, body }] = ofUt01() as [Received];
  const event = JSON.parse(body.toString());
  expect(event).toMatchObject({
    specversion: '1.0',
    type: 'nl.pmiek-atlas.actie-toegevoegd',
    subject: 'UT-01',
  });
  expect(received.map(({ body }) => body.toString()).join()).not.toContain('Zwaluwnest');
  const { keys } = (await (await fetch(`${people.url}/.well-known/jwks.json`)).json()) as { keys: any[] };
  const [header = '', , value = ''] = signature.split('.');
  const key = createPublicKey({ key: keys[0], format: 'jwk' });
  const signed = Buffer.from(`${header}.${body.toString('base64url')}`);
  expect(verify(null, signed, key, Buffer.from(value, 'base64url'))).toBe(true);
});
