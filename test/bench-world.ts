/**
 * A busy country for speed and for comparing engines: real gemeenten (the mirror, else the schematic ones), projects
 * and plans made from a fixed seed, the same numbers on every machine and engine. RD New (EPSG:28992), metres.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../server/config.ts';
import type { Database } from '../server/db/database.ts';
import { loadAll } from '../server/load/load.ts';
import { listBenchPlanBatches, listBenchProjects, type PlanBatch } from './bench-shapes.ts';

export interface BenchSize {
  /** Plan areas (planvlakken). */
  plans: number;
  projects: number;
}

/** Fills an empty, migrated database. Says on the way what it does through `say`. */
export async function fillBenchWorld(
  db: Database,
  size: BenchSize,
  say: (text: string) => void = () => {},
): Promise<void> {
  say('gemeenten');
  await fillAreas(db);
  say(`${size.projects} projecten`);
  await fillProjects(db, size.projects);
  say(`${size.plans} planvlakken`);
  await fillPlans(db, size.plans);
  for (const table of [
    'gebied',
    'gebied_lid',
    'component',
    'project',
    'component_beeld',
    'project_beeld',
    'planvlak',
    'plan',
    'tegel_planvlak',
    'tegel_component',
  ]) {
    await db.query(`analyze atlas.${table}`);
  }
}

const mirror = resolve(import.meta.dirname, '../../shared/data');

/** True when the gemeenten of the bench are the real ones. */
export const hasRealGemeenten = existsSync(resolve(mirror, 'bronnen.json'));

/** Gemeenten and what is made of them, through the loader: provincies, RES-regio's, subregio's, netbeheerders. */
export async function fillAreas(db: Database): Promise<void> {
  const config: Config = { dataDir: '', port: 0, ...(hasRealGemeenten ? { dataMirror: mirror } : {}) };
  const bron = hasRealGemeenten ? 'spiegel' : 'schematisch';
  const { datasets } = await loadAll(db, { config, only: ['gemeenten'], bron });
  const refused = datasets.filter(({ uitkomst }) => uitkomst !== 'geladen');
  if (refused.length > 0)
    throw new Error(`Not loaded: ${refused.map(({ id, reden }) => `${id} ${reden}`).join('; ')}`);
}

/** The source the projects and plans of the bench say they come from. */
async function fillSource(db: Database): Promise<void> {
  await db.query(
    `insert into atlas.databron (id, titel, herkomst, peildatum, uitgever, licentie, adres, aantal, controlesom)
     values ('bench', 'Verzonnen voor de meting', 'schematisch', '2024-01-01', 'Atlas', 'CC0', 'test', 0, 'bench')
     on conflict do nothing`,
  );
}

/** Projects of one component each. */
export async function fillProjects(db: Database, count: number): Promise<void> {
  await fillSource(db);
  const projects = listBenchProjects(count);
  for (let i = 0; i < projects.length; i += 500) {
    const batch = JSON.stringify(projects.slice(i, i + 500));
    await db.query(
      `insert into atlas.project (id, naam, provincies, energiedrager, type_infra_groep, pmiek_bewijs, fase, bron)
       select p.id, p.naam, '{}', p.energiedrager, p.soort, 'bewezen', p.fase, 'bench'
       from jsonb_to_recordset($1::jsonb) as p (id text, naam text, energiedrager text, soort text, fase text)`,
      [batch],
    );
    await db.query(
      `insert into atlas.component (id, project_id, naam, soort, ligging, straal_m, corridor_m, geom)
       select p.id || '-1', p.id, p.naam, p.soort, p.ligging, p."straalM", p."corridorM", ST_GeomFromText(p.wkt, 28992)
       from jsonb_to_recordset($1::jsonb) as p
         (id text, naam text, soort text, ligging text, "straalM" float8, "corridorM" float8, wkt text)`,
      [batch],
    );
  }
}

/** From here on the indexes are made afterwards: a million entries one by one take longer than all the rest. */
const MANY = 200_000;

/** Plans with their parts. */
export async function fillPlans(db: Database, count: number): Promise<void> {
  await fillSource(db);
  const indexes = count >= MANY ? await dropIndexes(db, ['planvlak', 'tegel_planvlak']) : [];
  const batches = listBenchPlanBatches(count);
  // The embedded engine has one session; PostgreSQL keeps two processors busy.
  const writers = db.engine === 'postgresql' ? 2 : 1;
  const write = async () => {
    for (const batch of batches) await insertPlans(db, batch);
  };
  await Promise.all(Array.from({ length: writers }, write));
  await db.query(`select setval(pg_get_serial_sequence('atlas.planvlak', 'id'), $1::bigint)`, [count]);
  await Promise.all(indexes.map((definition) => db.query(definition)));
}

async function insertPlans(db: Database, batch: PlanBatch): Promise<void> {
  await db.query(
    `insert into atlas.plan (id, naam, soort, status, datum, bron)
     select p, 'Plan ' || p, 'bestemmingsplan', case when right(p, 6)::int % 5 = 0 then 'ontwerp' else 'vastgesteld' end,
       '2020-01-01', 'bench'
     from unnest(string_to_array($1, '|')) p`,
    [batch.planIds.join('|')],
  );
  await db.query(
    `insert into atlas.planvlak (id, plan_id, onderdeel, hoofdgroep, naam, geom)
     overriding system value
     select $1::bigint + v.n, v.plan_id, v.onderdeel, v.groep, v.groep, v.geom::geometry
     from unnest(string_to_array($2, '|'), string_to_array($3, '|'), string_to_array($4, '|'), string_to_array($5, '|'))
       with ordinality as v (plan_id, onderdeel, groep, geom, n)`,
    [
      batch.first,
      batch.planOf.join('|'),
      batch.onderdelen.join('|'),
      batch.groepen.join('|'),
      batch.geometries.join('|'),
    ],
  );
}

/** Drops all indexes but the keys, and gives their definitions. */
async function dropIndexes(db: Database, tables: string[]): Promise<string[]> {
  const indexes = await db.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes
     where schemaname = 'atlas' and tablename = any ($1::text[]) and indexname not like '%_pkey'`,
    [tables],
  );
  for (const { indexname } of indexes) await db.query(`drop index atlas.${indexname}`);
  return indexes.map(({ indexdef }) => indexdef);
}
