// The 112 projects the atlas ships with: each has a fiche, and what a provincie makes of one is not taken back by a load.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRecord, records } from '../data/records/index.ts';
import { projecten, toIbnRange } from '../data/seed/projecten.ts';
import { toRegistratieSchema } from '../data/schema/registratie.ts';
import { createApp } from '../server/app.ts';
import { loadAll } from '../server/load/load.ts';
import { createTileService } from '../server/tiles/service.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { addPerson, type Person } from './people.ts';

describe.each(engines)('fiches of the register (%s)', (engine) => {
  let database: TestDatabase;
  let app: ReturnType<typeof createApp>;
  let utrecht: Person;
  const load = () =>
    loadAll(database.db, {
      config: { ...database.config, port: 0 },
      only: ['gemeenten', 'provincies', 'projecten'],
      bron: 'schematisch',
    });
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const reply = await app.request(`/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...utrecht.headers, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: reply.status, body: (await reply.json()) as any };
  };

  beforeAll(async () => {
    database = await openTestDatabase(engine);
    const { datasets } = await load();
    expect(datasets.filter(({ uitkomst }) => uitkomst !== 'geladen')).toEqual([]);
    utrecht = await addPerson(database.db, { code: 'PV26', naam: 'Utrecht', soort: 'provincie' }, [
      'coordinator',
    ]);
    const config = { ...database.config, port: 0 };
    const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
    app = createApp({ db: database.db, config, tiles: createTileService(database.db, config), progress });
  });
  afterAll(() => database.remove());

  it('gives every one of the 112 its fiche, in the shape of the document', async () => {
    const kinds = records.filter(({ naam }) => naam !== 'project');
    const seen = new Set<string>();
    for (const seed of projecten) {
      const { id, provincies } = seed;
      const { status, body } = await send('GET', `/projecten/${id}/fiche`);
      expect([id, status]).toEqual([id, 200]);
      expect([id, toRegistratieSchema(projectRecord).safeParse(body.project).error?.issues]).toEqual([
        id,
        undefined,
      ]);
      expect(body.componenten).toHaveLength(1);
      for (const { meervoud } of kinds) expect(Array.isArray(body[meervoud])).toBe(true);
      expect(body.project.gegevens.provincies).toEqual(provincies);
      expect(body.project.gegevens).toMatchObject(toIbnRange(seed));
      // A provincie coordinates the projects that lie in it, and no others.
      expect([id, body.project.mag.wijzigen]).toEqual([id, provincies.includes('PV26')]);
      seen.add(body.project.id);
    }
    expect(seen.size).toBe(112);
  });

  it('leaves alone what a provincie made of a project, its onderdelen too, and what it withdrew', async () => {
    const { body: fiche } = await send('GET', '/projecten/UT-01/fiche');
    const changed = await send(
      'PATCH',
      '/projecten/UT-01',
      { gegevens: { naam: 'Eigen naam' } },
      { 'If-Match': `"${fiche.project.versie.rij}"` },
    );
    expect([changed.status, changed.body.versie.eigenaar]).toEqual([200, 'PV26']);
    const { body: other } = await send('GET', '/projecten/UT-02/fiche');
    const gone = await send(
      'DELETE',
      '/projecten/UT-02',
      { reden: 'Samengegaan met UT-01' },
      { 'If-Match': `"${other.project.versie.rij}"` },
    );
    expect(gone.status).toBe(200);
    await database.db.query(
      `update atlas.component set toelichting = 'Van de provincie' where project_id = 'UT-01' and bekend_tot is null`,
    );
    await database.db.query(`update atlas.databron set controlesom = 'anders' where id = 'projecten'`);
    await load();
    const { body: after } = await send('GET', '/projecten/UT-01/fiche');
    expect([after.project.gegevens.naam, after.project.versie.eigenaar]).toEqual(['Eigen naam', 'PV26']);
    expect(after.componenten.map((one: any) => [one.versie.eigenaar, one.gegevens.toelichting])).toEqual([
      ['PV26', 'Van de provincie'],
    ]);
    expect((await send('GET', '/projecten/UT-02/fiche')).status).toBe(404);
    expect((await send('GET', '/projecten')).body.aantal).toBe(111);
    expect((await send('GET', '/projecten/UT-02/geschiedenis')).body.versies[0].versie).toMatchObject({
      ingetrokken: true,
      reden: 'Samengegaan met UT-01',
    });
  });

  it('numbers a new project after its provincie', async () => {
    const gegevens = {
      naam: 'Station Nieuw',
      provincies: ['PV26'],
      energiedrager: 'elektriciteit',
      typeInfraGroep: 'station',
    };
    const made = await send('POST', '/projecten', { gegevens });
    expect([made.status, made.body.project?.id]).toEqual([
      201,
      expect.stringMatching(/^UT-[0-9A-HJKMNP-TV-Z]{4}$/),
    ]);
  });
});
