// What was worked out of places is kept over a restart, holds for one edition of the areas, and shows nobody more.
import { beforeAll, expect, it } from 'vitest';
import { grensoverschrijdendAntwoord } from '../data/schema/antwoord.ts';
import { createApp } from '../server/app.ts';
import { publicViewpoint } from '../server/db/viewpoint.ts';
import { createTileService } from '../server/tiles/service.ts';
import { describeWorld } from './world-app.ts';

describeWorld('stored facts of places', ({ db }) => {
  /** A server that has just started: nothing in memory. */
  async function startAndAsk() {
    const config = { dataDir: '', port: 0 };
    const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
    const app = createApp({ db: db(), config, tiles: createTileService(db(), config), progress });
    const reply = await app.request('/api/v1/vragen/grensoverschrijdend');
    return grensoverschrijdendAntwoord.parse(await reply.json()).antwoord;
  }
  const distanceOf = async (id: string) =>
    (await startAndAsk()).projecten.find((project) => project.id === id)?.afstandTotGrensM;

  // Points 100, 200 … 1,200 m east of the border at x = 120 km: enough of them to be looked up.
  beforeAll(async () => {
    await db().query(
      `insert into atlas.project (id, naam, provincies, energiedrager, type_infra_groep, pmiek_bewijs, bron)
       select 'S-' || n, 'Punt ' || n, '{PV92}', 'elektriciteit', 'station', 'bevestigd', 'projecten'
       from generate_series(1, 12) n`,
    );
    await db().query(
      `insert into atlas.component (id, project_id, soort, ligging, geom)
       select 'S-' || n || '-1', 'S-' || n, 'station', 'exact', ST_SetSRID(ST_MakePoint(120000 + 100 * n, 403000), 28992)
       from generate_series(1, 12) n`,
    );
  });

  it('gives the same answer from the database as from nothing', async () => {
    const first = await startAndAsk();
    expect(first.projecten.find(({ id }) => id === 'S-3')).toMatchObject({ afstandTotGrensM: 300 });
    expect(await startAndAsk()).toEqual(first);
    const [stored] = await db().query<{ count: number }>(
      'select count(*)::int as count from atlas.bewaard_feit',
    );
    expect(stored?.count).toBeGreaterThanOrEqual(12);
  });

  it('reads them at the next start instead of working them out', async () => {
    // A false distance, that can only come from there.
    await db().query(
      `update atlas.bewaard_feit set feit = regexp_replace(feit::text, '("m": ?)300\\M', '\\1345')::json`,
    );
    expect(await distanceOf('S-3')).toBe(345);
  });

  it('works a place out again when the project has moved', async () => {
    await db().query(`update atlas.component set geom = ST_Translate(geom, 50, 0) where id = 'S-3-1'`);
    expect(await distanceOf('S-3')).toBeCloseTo(350, 3);
    await db().query(`update atlas.component set geom = ST_Translate(geom, -50, 0) where id = 'S-3-1'`);
    expect(await distanceOf('S-3')).toBe(345);
  });

  it('works all of them out again when the gemeenten are loaded, and gives up those of before', async () => {
    await db().query(
      `update atlas.databron set geladen_op = geladen_op + interval '1 second' where id = 'gemeenten'`,
    );
    expect(await distanceOf('S-3')).toBe(300);
    expect(await db().query('select distinct editie from atlas.bewaard_feit')).toHaveLength(1);
  });

  it('are listed for nobody: who asks brings the texts of the places', async () => {
    const reader = db().as(publicViewpoint);
    await expect(reader.query('select * from atlas.bewaard_feit')).rejects.toThrow(/permission denied/);
    const [one] = await db().query<{ vraag: string; editie: string; sleutel: string }>(
      'select vraag, editie, sleutel from atlas.bewaard_feit limit 1',
    );
    const find = (sleutel: string) =>
      reader.query('select feit from atlas.bewaarde_feiten($1, $2, array[$3::text])', [
        one?.vraag,
        one?.editie,
        sleutel,
      ]);
    expect(await find(one?.sleutel ?? '')).toHaveLength(1);
    expect(await find('%')).toEqual([]);
  });
});
