// How far is the grid: stations and lines put down at distances known from 3-4-5 triangles (test/world.ts).
import { beforeAll, describe, expect, it } from 'vitest';
import { afstandTotNetAntwoord, type AfstandTotNetAntwoord } from '../data/schema/antwoord.ts';
import { describeWorld } from './world-app.ts';
import { toRectangleGeometry } from './world.ts';

describeWorld('afstand-tot-net', ({ askRd, db, post }) => {
  async function ask(body: object): Promise<AfstandTotNetAntwoord['antwoord']> {
    return afstandTotNetAntwoord.parse(await askRd('afstand-tot-net', body)).antwoord;
  }
  const brief = (list: AfstandTotNetAntwoord['antwoord']['stations']) =>
    list.map(({ naam, afstandM }) => [naam, afstandM]);
  const square = toRectangleGeometry(101_400, 401_400, 101_600, 401_600);

  it('says that it is not known while no grid is loaded', async () => {
    const { stations, lijnen, onbekend } = await ask({ geometrie: square });
    expect([stations, lijnen]).toEqual([[], []]);
    expect(onbekend.join(' ')).toMatch(/Hoogspanningsstations: niet geladen, dus de afstand is niet bekend/);
    expect(onbekend.join(' ')).toMatch(/Hoogspanningsverbindingen: niet geladen/);
  });

  describe('with a grid of four stations and a line', () => {
    beforeAll(addGrid);

    it('measures from the edge of the place, the nearest first', async () => {
      const { stations, lijnen, onbekend } = await ask({ geometrie: square });
      // East of the edge x = 101.6 km by 300 m; from its corner 300 m east and 400 m north; 3 km west.
      expect(brief(stations)).toEqual([
        ['Oost', 300],
        ['Noordoost', 500],
        ['West', 3000],
      ]);
      // y = 402 km is 400 m north of the top edge.
      expect(brief(lijnen)).toEqual([['Noordlijn', 400]]);
      expect(onbekend.join(' ')).toMatch(/Niet het echte tracé; onvolledig/);
    });

    it('is 0 where the grid lies inside, and has no line to draw there', async () => {
      const { stations, lijnen } = await ask({
        geometrie: toRectangleGeometry(101_850, 401_900, 102_000, 402_100),
        metGeometrie: true,
      });
      expect(brief(stations).slice(0, 1)).toEqual([['Noordoost', 0]]);
      expect(stations[0]?.geometrie).toBeNull();
      expect(lijnen[0]).toMatchObject({ naam: 'Noordlijn', afstandM: 0, geometrie: null });
    });

    it('draws the shortest line', async () => {
      const { stations } = await ask({ geometrie: square, metGeometrie: true });
      expect(stations[1]?.geometrie).toEqual({
        type: 'LineString',
        coordinates: [
          [101_600, 401_600],
          [101_900, 402_000],
        ],
      });
    });

    it('narrows to a voltage, and says what the source leaves open', async () => {
      const { stations, lijnen, onbekend } = await ask({ geometrie: square, spanningKv: 380 });
      expect(brief(stations)).toEqual([['West', 3000]]);
      expect(lijnen).toEqual([]);
      expect(onbekend.join(' ')).toMatch(/Hoogspanningsverbindingen: geen van 380 kV in de bron/);
      expect(onbekend.join(' ')).toMatch(/geen spanning noemt, telt hier niet mee/);
    });

    it('measures a project by what it covers, and one without a place not at all', async () => {
      // W-02 runs along y = 405 km from x = 105 km with a corridor of 20 m: the line y = 402 km ends at x = 110 km,
      // 3 km south of its heart and so 2,990 m from its edge.
      const corridor = await ask({ projectId: 'W-02' });
      expect(brief(corridor.lijnen)).toEqual([['Noordlijn', 2990]]);
      const nowhere = await ask({ projectId: 'W-04' });
      expect([nowhere.stations, nowhere.lijnen]).toEqual([[], []]);
      expect(nowhere.onbekend.join(' ')).toMatch(/ligging is niet bekend/);
    });

    it('refuses a voltage that is none', async () => {
      const response = await post('/vragen/afstand-tot-net', { geometrie: square, spanningKv: -5 });
      expect(response.status).toBe(400);
    });
  });

  async function addGrid(): Promise<void> {
    for (const id of ['hoogspanning-stations', 'hoogspanning-lijnen'])
      await db().query(
        `insert into atlas.databron
           (id, titel, herkomst, peildatum, uitgever, licentie, adres, aantal, controlesom, toelichting)
         values ($1, $1, 'spiegel', '2017-01-01', 'verzonnen', 'CC0-1.0', 'test', 1, $1, 'Niet het echte tracé; onvolledig.')`,
        [id],
      );
    for (const [soort, naam, kv, wkt] of [
      ['station', 'Oost', [150], 'POINT(101900 401500)'],
      ['station', 'Noordoost', [], 'POINT(101900 402000)'],
      ['station', 'West', [380, 150], 'POINT(98400 401500)'],
      ['station', 'Ver', [150], 'POINT(139000 419000)'],
      ['lijn', 'Noordlijn', [150], 'LINESTRING(100000 402000,110000 402000)'],
    ] as const)
      await db().query(
        `insert into atlas.hoogspanning (soort, naam, spanning_kv, bron, geom)
         values ($1, $2, $3, 'hoogspanning-lijnen', ST_GeomFromText($4, 28992))`,
        [soort, naam, [...kv], wkt],
      );
  }
});
