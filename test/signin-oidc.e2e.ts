// Signing in at the own organisation as one does it: the link on the page, a real OpenID provider, and back.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeWindows, findAxeViolations, launchBrowser } from './browser.ts';
import { CLIENT, startOidcServer, type OidcServer } from './oidc-server.ts';
import { startPagesApp, type PagesApp } from './pages-app.ts';

// The provider warns that it is set up for a test, which is so.
for (const kind of ['info', 'warn'] as const) vi.spyOn(console, kind).mockImplementation(() => undefined);

let app: PagesApp;
let browser: Browser;
let server: OidcServer;
beforeAll(async () => {
  app = await startPagesApp(async (publicUrl) => {
    server = await startOidcServer(publicUrl);
    return {
      publicUrl,
      localAccounts: true,
      providers: [
        {
          id: '1',
          name: 'Proefdienst',
          issuer: server.issuer,
          clientId: CLIENT.id,
          clientSecret: CLIENT.secret,
          privateKey: null,
          scope: 'openid profile email',
          acr: [],
          organisation: null,
          organisationClaim: 'oin',
          organisationMap: new Map([['00000001', 'stedin']]),
        },
      ],
    };
  });
  await app.db.query(
    `insert into atlas.organisatie (code, naam, soort) values ('stedin', 'Stedin', 'netbeheerder')
     on conflict do nothing`,
    [],
  );
  browser = await launchBrowser();
});
afterAll(async () => {
  await closeWindows(browser);
  await app?.stop();
  await server?.close();
});

/** From the page for signing in to the provider, and through its pages as `login`. */
async function passProvider(page: Page, login: string): Promise<void> {
  await page.getByRole('link', { name: 'Meld u aan via Proefdienst' }).press('Enter');
  await page.waitForURL(`${server.issuer}/**`);
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('x');
  await page.keyboard.press('Enter');
  await page.locator('input[name="prompt"][value="consent"]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
}

describe('signing in at the own organisation', () => {
  it('goes there and back to where one came from; the bar says for whom; signing out is there too', async () => {
    const { page, faults, close } = await app.open(browser, null, '/acties?trekker=PV91');
    await page.getByRole('button', { name: /^Account/ }).press('Enter');
    await page.getByRole('link', { name: 'Meld u aan' }).press('Enter');
    await page.getByText('of met een account van de atlas').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await passProvider(page, 'dirk');
    await page.waitForURL(`${app.url}/acties?trekker=PV91`);
    await page.getByRole('button', { name: 'Account: Stedin' }).press('Enter');
    await page.getByText('Dirk Net', { exact: true }).waitFor();
    await page.getByText('Lezer').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Meld af' }).press('Enter');
    // The provider asks whether one signs out there as well.
    await page.waitForURL(`${server.issuer}/**`);
    await page.getByRole('button', { name: 'Yes, sign me out' }).press('Enter');
    await page.waitForURL(`${app.url}/aanmelden`);
    await page.getByRole('button', { name: 'Account: Aanmelden' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('tells who has no account what to do, and keeps where they were going', async () => {
    const { page, faults, close } = await app.open(
      browser,
      null,
      '/aanmelden?terug=%2Facties%3Ftrekker%3DPV91',
    );
    await passProvider(page, 'frans');
    await page.waitForURL(`${app.url}/aanmelden?**`);
    await page
      .getByRole('alert')
      .getByText('Vraag de beheerder van uw organisatie om een uitnodiging')
      .waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(new URL(page.url()).searchParams.get('terug')).toBe('/acties?trekker=PV91');
    expect(faults).toEqual([]);
    await close();
  });

  it('tells so when it was broken off at the provider, and works the second time', async () => {
    const { page, faults, close } = await app.open(browser, null, '/aanmelden?terug=%2Frondes');
    await page.getByRole('link', { name: 'Meld u aan via Proefdienst' }).click();
    await page.getByRole('link', { name: /Cancel/ }).click();
    await page.getByRole('alert').getByText('afgebroken of geweigerd').waitFor();
    await passProvider(page, 'dirk');
    await page.waitForURL(`${app.url}/rondes`);
    expect(faults).toEqual([]);
    await close();
  });
});
