/**
 * How fast the list of projects, a fiche and a save are, with 2,000 projects, each held against its bare SQL through the
 * server's own pool in the same run. One project in ten has a fiche as after a year of work.
 */
import { records } from '../data/records/index.ts';
import { projectListSql } from '../server/projects/list-sql.ts';
import { ficheSql } from '../server/records/fiche.ts';
import type { BenchRun } from './bench-run.ts';
import type { Report } from './questions.bench.ts';
import { measureLoad, summarize, type LoadResult } from './http-load.ts';
import { addPerson, type Person } from './people.ts';
import { lineOf } from './questions.bench.ts';

const REQUESTS = 300;
const SAVES = 200;

export async function benchRecords(run: BenchRun, report: Report): Promise<void> {
  const ids = await fillFiches(run);
  const db = {
    query: <Row extends object>(text: string, values: readonly unknown[] = []) =>
      run.query<Row>(text, [...values]),
  };
  const person = await addPerson(db, { code: 'bench-net', naam: 'Benchnet', soort: 'netbeheerder' }, [
    'bewerker',
  ]);
  await benchList(run, report, ids, person);
  await benchFiche(run, report, ids, person);
  await benchSave(run, report, ids, person);
}

/** Ten actions, four periods of monitoring, three variants, parties, remarks, IBN claims and a decision each. */
async function fillFiches(run: BenchRun): Promise<string[]> {
  const rows = await run.query<{ id: string }>(
    `select id from atlas.project where bekend_tot is null order by id limit greatest(200, 1)`,
  );
  const ids = rows.map(({ id }) => id);
  const many = (table: string, columns: string, values: string, count: number) =>
    run.query(
      `insert into atlas.${table} (id, project_id, eigenaar, ${columns})
       select p || '-${table}-' || n, p, 'bench-net', ${values} from unnest($1::text[]) p, generate_series(1, ${count}) n`,
      [ids],
    );
  await run.query(`update atlas.project set eigenaar = 'bench-net' where id = any($1::text[])`, [ids]);
  await many('partij', 'organisatie, rol', `'GM' || lpad(n::text, 4, '0'), 'betrokken'`, 6);
  await many(
    'actie',
    'activiteit, trekkers, planning_tot',
    `'Actie ' || n, '{bench-net}', date '2027-01-01' + n`,
    10,
  );
  await many('monitoring', 'periode', `'2026-K' || n`, 4);
  await many(
    'variant',
    'component_id, letter, ligging, geom',
    `p || '-1', chr(64 + n), 'exact', ST_SetSRID(ST_MakePoint(140000 + n, 450000), 28992)`,
    3,
  );
  await many('opmerking', 'onderwerp, tekst', `'project', 'Opmerking ' || n`, 5);
  await many(
    'ibn',
    'jaar_van, jaar_tot, aard, gezegd_op, bron',
    `2030 + n, 2031 + n, 'gepland', date '2024-01-01' + n, 'bench'`,
    3,
  );
  await many('besluit', 'besluit, bevoegd_gezag', `'omgevingsplan', 'gemeente'`, 2);
  await many('koppeling', 'soort, doel', `'investeringsplan', 'IP-' || n`, 2);
  for (const { tabel } of records) await run.query(`analyze atlas.${tabel}`);
  return ids;
}

/** As it is asked again and again; and the first time after something changed, when it is read and named anew. */
async function benchList(run: BenchRun, report: Report, ids: string[], { headers }: Person): Promise<void> {
  const sql = await run.measureSql(
    projectListSql,
    Array.from({ length: 20 }, () => []),
  );
  for (const [who, extra] of [
    ['nobody', {}],
    ['a netbeheerder', headers],
  ] as const) {
    const paths = ['/api/v1/projecten'];
    const http = await measureLoad({ port: run.port, paths, connections: 1, requests: 60, headers: extra });
    report({ ...lineOf(run, `list of 2,000 projects, ${who}`, 1, http), sqlMedianMs: sql.medianMs });
    const first: LoadResult[] = [];
    for (const id of ids.slice(0, 7)) {
      await run.query(
        `update atlas.project set naam = coalesce(naam, '') || '.' where id = $1 and bekend_tot is null`,
        [id],
      );
      first.push(await measureLoad({ port: run.port, paths, connections: 1, requests: 1, headers: extra }));
    }
    const middle = first.sort((a, b) => a.medianMs - b.medianMs)[3]!;
    report({ ...lineOf(run, `the same, after a change, ${who}`, 1, middle), sqlMedianMs: sql.medianMs });
  }
}

async function benchFiche(run: BenchRun, report: Report, ids: string[], { headers }: Person): Promise<void> {
  const paths = ids.map((id) => `/api/v1/projecten/${id}/fiche`);
  const sql = await run.measureSql(
    ficheSql,
    Array.from({ length: REQUESTS }, (_, i) => [ids[i % ids.length], 4326]),
  );
  for (const [who, extra] of [
    ['nobody', {}],
    ['a netbeheerder', headers],
  ] as const) {
    for (const connections of [1, 8]) {
      const options = { port: run.port, paths, connections, headers: extra };
      await measureLoad({ ...options, requests: 30 });
      const http = await measureLoad({ ...options, requests: REQUESTS });
      report({
        ...lineOf(run, `a fiche, ${who}`, connections, http),
        ...(connections === 1 && { sqlMedianMs: sql.medianMs }),
      });
    }
  }
}

/** A change of one field of an action, from version to version; and the closing and adding of a row alone. */
async function benchSave(run: BenchRun, report: Report, ids: string[], { headers }: Person): Promise<void> {
  const bare = await run.measureSql(
    `with oud as (update atlas.actie set bekend_tot = now() where id = $1 and bekend_tot is null returning *)
     insert into atlas.actie (id, project_id, eigenaar, activiteit, trekkers, status)
     select id || '-x', project_id, eigenaar, activiteit, trekkers, 'loopt' from oud`,
    ids.map((id) => [`${id}-actie-1`]),
  );
  const times: number[] = [];
  for (let i = 0; i < SAVES; i++) {
    const address = `http://127.0.0.1:${run.port}/api/v1/acties/${ids[i % ids.length]}-actie-2`;
    const etag = (await fetch(address, { headers })).headers.get('ETag') ?? '';
    const started = performance.now();
    const reply = await fetch(address, {
      method: 'PATCH',
      headers: { ...headers, 'Content-Type': 'application/json', 'If-Match': etag },
      body: JSON.stringify({ gegevens: { status: 'loopt', resultaat: `Stand ${i}` }, reden: 'Nagekeken' }),
    });
    await reply.arrayBuffer();
    times.push(performance.now() - started);
    if (reply.status !== 200) throw new Error(`A save was refused: ${reply.status}`);
  }
  const result = {
    ...summarize(times),
    perSecond: 1000 / summarize(times).medianMs,
    requests: SAVES,
    bytes: 0,
  };
  report({ ...lineOf(run, 'a save of an action', 1, result), sqlMedianMs: bare.medianMs });
}
