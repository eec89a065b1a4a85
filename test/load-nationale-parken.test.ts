// The national parks: a dataset that only its publisher's service has, so that many an atlas goes without.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { overlapAntwoord } from '../data/schema/antwoord.ts';
import { nationaleParken } from '../data/sources/nationale-parken.ts';
import { loadAll, type LoadOptions } from '../server/load/load.ts';
import { describeWorld } from './world-app.ts';
import { toRectangleGeometry } from './world.ts';

/** West of Heem and half of it: 5 by 10 km. */
const park = {
  type: 'Feature',
  id: 'np.1',
  properties: { naam: 'De Verzonnen Duinen', nr: 7, datum: '2024-10-01', hectares: 5000 } as object,
  geometry: toRectangleGeometry(130_000, 410_000, 135_000, 420_000),
};
let features: (typeof park)[];
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, answer) => {
    const rd = 'http://www.opengis.net/def/crs/EPSG/0/28992';
    const isItems = request.url!.includes('/items');
    answer.writeHead(200, { 'content-type': 'application/json' });
    answer.end(JSON.stringify(isItems ? { type: 'FeatureCollection', features } : { crs: [rd], links: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describeWorld('nationale parken', ({ db, get, askRd }) => {
  const load = async (service: string, more: Partial<LoadOptions> = {}) => {
    // Of its own each time: pages without a validator are kept for an hour.
    const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-parken-'));
    const source = {
      ...nationaleParken,
      lezers: { officieel: { soort: 'ogc-api' as const, url: service, collectie: 'nationaleparken' } },
    };
    const config = { dataDir, port: 0 };
    const report = await loadAll(db(), { config, sources: [source], ...more });
    rmSync(dataDir, { recursive: true, force: true });
    return report;
  };
  // The square km around the eastern border of the park.
  const ask = async () => {
    const geometrie = toRectangleGeometry(134_500, 414_500, 135_500, 415_500);
    const { overlappen, onbekend } = overlapAntwoord.parse(await askRd('overlap', { geometrie })).antwoord;
    return { overlappen: overlappen.filter(({ laag }) => laag === 'nationale-parken'), onbekend };
  };
  const listLagen = async () => (await get('/lagen')).body.lagen.map(({ id }: { id: string }) => id);

  it('are not there where the service does not answer: told, and no failure', async () => {
    // Port 1 has no listener.
    const report = await load('http://localhost:1');
    expect(report.geweigerd).toBe(false);
    expect(report.datasets).toMatchObject([
      { uitkomst: 'geen bron', reden: 'Er is hier geen bron die antwoordt.', waarschuwingen: [] },
    ]);
    expect(await listLagen()).not.toContain('nationale-parken');
    const { overlappen, onbekend } = await ask();
    expect(overlappen).toEqual([]);
    expect(onbekend.join(' ')).toMatch(/Nationale parken.*: (elk )?niet geladen\./);
  });

  it('overlap as any protected area once they are loaded', async () => {
    features = [park];
    expect((await load(url)).datasets).toMatchObject([
      { uitkomst: 'geladen', herkomst: 'officieel', aantal: 1 },
    ]);
    expect(await listLagen()).toContain('nationale-parken');
    const { overlappen, onbekend } = await ask();
    // Half of the square lies in the park: 500 by 1000 m.
    expect(overlappen).toMatchObject([{ naam: 'De Verzonnen Duinen', overlapM2: 500_000, aandeel: 0.5 }]);
    expect(onbekend.join(' ')).not.toMatch(/Nationale parken/);
  });

  it('are refused without their name, and what was there stays', async () => {
    features = [{ ...park, properties: { naamNP: 'De Verzonnen Duinen', nr: 7 } }];
    expect((await load(url, { bron: 'officieel' })).datasets).toMatchObject([
      {
        uitkomst: 'geweigerd',
        reden: 'De kolom naam ontbreekt. Wel aanwezig: naamNP, nr.',
        aantal: 1,
      },
    ]);
    expect((await ask()).overlappen).toHaveLength(1);
  });
});
