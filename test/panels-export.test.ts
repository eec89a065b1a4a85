// The list of projects as a file, from the front door: the same projects as on screen, with and without a location.
import { expect, it } from 'vitest';
import { project, projectDetail } from '../data/schema/project.ts';
import { gebiedDetail } from '../data/schema/gebied.ts';
import { readCsv } from '../web/panels/questions/csv.ts';
import { describeWorld } from './world-app.ts';

const byHand = ['W-02', 'W-06', 'W-07']; // verkenning, in test/world.ts

describeWorld('the list of projects', ({ get, request }) => {
  it('is a CSV that says what it rests on, with unknown left empty', async () => {
    const response = await request('/api/v1/projecten?fase=verkenning,onbekend&sorteer=id', {
      headers: { Accept: 'text/csv' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch(/^text\/csv/);
    expect(response.headers.get('Vary')).toMatch(/Accept(,|$)/);
    const [heading = [], ...lines] = readCsv(await response.text());
    const cell = (line: string[], label: string) => line[heading.indexOf(label)];
    expect(lines.map((line) => cell(line, 'Nummer'))).toEqual(['W-02', 'W-03', 'W-04', 'W-06', 'W-07']);
    const [cable = [], station = [], unnamed = []] = lines;
    expect([cell(cable, 'Fase'), cell(station, 'Fase')]).toEqual(['verkenning', '']);
    expect([cell(station, 'Straal (m)'), cell(unnamed, 'Zekerheid van de ligging')]).toEqual([
      '2000',
      'geen',
    ]);
    expect(cell(unnamed, 'Lengtegraad (WGS 84)')).toBe('');
    expect(cell(cable, 'Gemeenten')).toMatch(/Aarde, Beek/);
    expect(heading.slice(-3)).toEqual(['peildatum', 'bronnen', 'opmerkingen']);
  });

  it('is a GeoJSON in which a project without a location is still there', async () => {
    const response = await request('/api/v1/projecten?formaat=geojson&provincie=PV91');
    expect(response.headers.get('Content-Type')).toMatch(/^application\/geo\+json/);
    const { features } = (await response.json()) as {
      features: { id: string; geometry: { coordinates: number[] } | null }[];
    };
    const listed = await get('/projecten?provincie=PV91');
    expect(features.map(({ id }) => id)).toEqual(listed.body.projecten.map(({ id }: { id: string }) => id));
    expect(features.find(({ id }) => id === 'W-04')?.geometry).toBeNull();
    const [lng = 0, lat = 0] = features.find(({ id }) => id === 'W-01')?.geometry?.coordinates ?? [];
    expect(lng > 3 && lng < 8 && lat > 50 && lat < 54).toBe(true);
  });

  it('stays JSON unless a file is asked for, and refuses what it cannot make', async () => {
    const { body } = await get('/projecten?fase=verkenning');
    expect(body.projecten.map((one: unknown) => project.parse(one).id)).toEqual(byHand);
    expect((await request('/api/v1/projecten?formaat=xlsx')).status).toBe(400);
    expect((await request('/api/v1/projecten', { headers: { Accept: 'image/png' } })).status).toBe(406);
  });

  it('a project tells whom it serves, a gemeente to which areas it belongs', async () => {
    const served = projectDetail.parse((await get('/projecten/W-05')).body);
    expect(served.bedientProvincies).toEqual(['PV91', 'PV92']);
    const gemeente = gebiedDetail.parse((await get('/gebieden/gemeente/GM9001')).body);
    expect(gemeente.hoortBij).toContainEqual(
      expect.objectContaining({ soort: 'provincie', code: 'PV91', deel: false }),
    );
    const provincie = gebiedDetail.parse((await get('/gebieden/provincie/PV91')).body);
    expect(provincie.hoortBij).toEqual([]);
  });
});
