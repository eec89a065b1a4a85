// A question is a document: form, route, CSV and GeoJSON follow from it.
import { expect, it } from 'vitest';
import { questions } from '../data/questions/index.ts';
import { CONTENT_RD, describeWorld } from './world-app.ts';
import { toRectangleGeometry } from './world.ts';

interface Described {
  naam: string;
  methode: string;
  adres: string;
  parameters: { properties: Record<string, { properties?: Record<string, unknown> }> };
  kolommen: { naam: string; label: string; eenheid?: string }[];
}

describeWorld('formats of questions', ({ get, post, request }) => {
  const csv = async (response: Response): Promise<string[][]> => {
    expect(response.headers.get('Content-Type')).toMatch(/^text\/csv; charset=utf-8/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    // The mark that tells a Dutch spreadsheet it is UTF-8.
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    return lines.map((line) => line.split(';'));
  };

  it('lists every question with how to ask it and the unit of every measure', async () => {
    const { vragen } = (await get('/vragen')).body as { vragen: Described[] };
    expect(vragen.map((vraag) => vraag.naam)).toEqual(questions.map((question) => question.naam));
    for (const vraag of vragen) {
      expect(vraag.adres).toBe(`/api/v1/vragen/${vraag.naam}`);
      for (const { naam, eenheid } of vraag.kolommen) {
        if (naam.endsWith('M2')) expect([vraag.naam, naam, eenheid]).toEqual([vraag.naam, naam, 'm²']);
        if (/(?<!G)M$/.test(naam)) expect([vraag.naam, naam, eenheid]).toEqual([vraag.naam, naam, 'm']);
      }
    }
    const kenmerken = vragen.find((vraag) => vraag.naam === 'bevoegd-gezag')?.parameters.properties[
      'kenmerken'
    ];
    expect(kenmerken?.properties).toHaveProperty('spanningKv');
  });

  it('gives a table with units in its heading, decimal commas and what it rests on', async () => {
    const body = { geometrie: toRectangleGeometry(108_000, 401_000, 111_000, 402_000) };
    const table = await csv(await post('/vragen/bevoegd-gezag?formaat=csv', body, CONTENT_RD));
    const heading = table[0]!;
    expect(heading).toContain('Oppervlakte (m²)');
    expect(heading.slice(-3)).toEqual(['peildatum', 'bronnen', 'opmerkingen']);
    const beek = table.find((line) => line[1] === 'GM9002')!;
    // 1 of the 3 km lies in Beek.
    expect(beek.slice(0, 5)).toEqual([
      'gemeente',
      'GM9002',
      'Beek',
      String(1 / 3).replace('.', ','),
      '1000000',
    ]);
    expect(beek.join(';')).toContain('Gemeenten 2024-01-01 (spiegel)');
  });

  it('chooses the format by Accept as well', async () => {
    const table = await csv(
      await request('/api/v1/vragen/grensoverschrijdend', { headers: { Accept: 'text/csv' } }),
    );
    expect(table.filter((line) => line[0] === 'W-02').map((line) => line[3])).toEqual(['West', 'Oost']);
    const refused = await request('/api/v1/vragen/grensoverschrijdend', {
      headers: { Accept: 'application/pdf' },
    });
    expect(refused.status).toBe(406);
  });

  it('makes no formula of a name and keeps separators inside a cell', async () => {
    const { toCsv } = await import('../server/questions/formats.ts');
    const text = toCsv(
      {
        kolommen: [{ naam: 'naam', label: 'Naam' }],
        toTable: () => [{ naam: '=2+3' }, { naam: 'a;"b"' }, { naam: null }],
      } as never,
      {
        antwoord: null,
        verantwoording: {
          peildatum: '2026-01-01',
          berekendOp: '',
          crs: 'EPSG:28992',
          bronnen: [],
          opmerkingen: [],
        },
      },
    );
    expect(text.split('\r\n').map((line) => line.split(';2026')[0])).toEqual([
      '\uFEFFNaam;peildatum;bronnen;opmerkingen',
      "'=2+3",
      '"a;""b"""',
      '',
      '',
    ]);
  });

  it('gives the overlap as features in CRS84 with their properties', async () => {
    const response = await post('/vragen/overlap?formaat=geojson', { projectId: 'W-01' });
    expect(response.headers.get('Content-Type')).toBe('application/geo+json');
    const collection = (await response.json()) as {
      type: string;
      features: {
        geometry: { type: string; coordinates: number[][][][] };
        properties: Record<string, unknown>;
      }[];
      verantwoording: object;
    };
    expect(collection.type).toBe('FeatureCollection');
    expect(collection.verantwoording).toHaveProperty('bronnen');
    expect(collection.features).toHaveLength(4);
    for (const { geometry } of collection.features) {
      for (const [lng, lat] of geometry.coordinates.flat(2)) {
        expect(lng).toBeGreaterThan(4.6);
        expect(lng).toBeLessThan(4.62);
        expect(lat).toBeGreaterThan(51.59);
        expect(lat).toBeLessThan(51.61);
      }
    }
  });

  it('says in the table and beside the features what an overlap does not know, and its totals', async () => {
    // In Oost: Natura 2000 and the like are loaded for West only, and no plan lies here.
    const body = { geometrie: toRectangleGeometry(126_000, 406_000, 127_000, 407_000) };
    const [heading, ...lines] = await csv(await post('/vragen/overlap?formaat=csv', body, CONTENT_RD));
    const said = (line: string[]) => (line[0] === 'onbekend' ? line.join(';') : '');
    expect(lines.map(said)).toContainEqual(
      expect.stringMatching(/alleen geladen voor West.*over Oost zegt dit antwoord niets/),
    );
    expect(lines[0]!.join(';')).toContain('Natura 2000 2024-01-01 (spiegel, alleen PV91)');
    const nowhere = await csv(await post('/vragen/overlap?formaat=csv', { projectId: 'W-04' }));
    expect(nowhere.map(said)).toContainEqual(expect.stringMatching(/ligging is niet bekend/));
    const ofProject = await csv(await post('/vragen/overlap?formaat=csv', { projectId: 'W-01' }));
    // 200 × 200 m, all in plan A.
    const total = ofProject.find((line) => line[0] === 'totaal van de laag' && line[1] === 'plannen');
    expect(total?.[heading!.indexOf('Overlap (m²)')]).toBe('40000');
    expect(ofProject.find((line) => line[2] === 'W-06')).toContain('mogelijk');

    const geojson = await (await post('/vragen/overlap?formaat=geojson', body, CONTENT_RD)).json();
    expect(geojson).toMatchObject({ features: [], totalen: [], gevraagd: { oppervlakteM2: 1e6 } });
    expect((geojson as { onbekend: string[] }).onbekend.join(' ')).toMatch(
      /over Oost zegt dit antwoord niets/,
    );
  });

  it('says what is not known of the grid and of the years as well', async () => {
    // No grid is loaded in this land, and no project says when it comes into service.
    const grid = await csv(await post('/vragen/afstand-tot-net?formaat=csv', { projectId: 'W-01' }));
    expect(grid.map((line) => line.join(';'))).toContainEqual(
      expect.stringMatching(/^onbekend;.*niet geladen, dus de afstand is niet bekend/),
    );
    const net = await (await post('/vragen/afstand-tot-net?formaat=geojson', { projectId: 'W-01' })).json();
    expect((net as { onbekend: string[] }).onbekend.join(' ')).toContain('niet geladen');
    const years = await csv(await request('/api/v1/vragen/ibn-verschuiving?formaat=csv'));
    expect(years.map((line) => line.join(';'))).toContainEqual(
      expect.stringMatching(/onbekend;.*geen jaar van ingebruikname bekend/),
    );
    const shift = await (await request('/api/v1/vragen/ibn-verschuiving?formaat=geojson')).json();
    expect((shift as { zonderIbn: string[] }).zonderIbn).toContain('W-01');
  });

  it('keeps day and sources in a table without lines', async () => {
    const path = '/api/v1/vragen/grensoverschrijdend?formaat=csv&provincie=PV92&afstandM=0';
    const { toCsv } = await import('../server/questions/formats.ts');
    const { verantwoording } = (await (await request(path.replace('csv', 'json'))).json()) as {
      verantwoording: Parameters<typeof toCsv>[1]['verantwoording'];
    };
    const text = toCsv({ kolommen: [{ naam: 'id', label: 'Nummer' }], toTable: () => [] } as never, {
      antwoord: null,
      verantwoording,
    });
    expect(text.split('\r\n')[1]).toMatch(/^;\d{4}-\d\d-\d\d;.*Gemeenten 2024-01-01 \(spiegel\)/);
  });

  it('answers in the CRS that is asked, to the millimetre in RD', async () => {
    const rd = await post(
      '/vragen/bevoegd-gezag',
      { projectId: 'W-01' },
      { 'Accept-Crs': CONTENT_RD['Content-Crs'] },
    );
    expect(rd.headers.get('Content-Crs')).toBe(CONTENT_RD['Content-Crs']);
    const { antwoord } = (await rd.json()) as { antwoord: { gevraagd: { geometrie: unknown } } };
    expect(antwoord.gevraagd.geometrie).toEqual(toRectangleGeometry(101_400, 401_400, 101_600, 401_600));
    const degrees = await post('/vragen/bevoegd-gezag', { projectId: 'W-01' });
    expect(degrees.headers.get('Content-Crs')).toBe('<http://www.opengis.net/def/crs/OGC/1.3/CRS84>');
  });
});
