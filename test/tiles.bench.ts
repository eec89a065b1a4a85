/**
 * How fast tiles are: the prebuilt areas, and plan tiles made on request against what PostGIS itself makes of a stored
 * Web Mercator copy (ST_AsMVT), the same rows, the same zoom, the same run.
 */
import type { BenchLine } from './bench-table.ts';
import type { BenchRun } from './bench-run.ts';
import { measureLoad } from './http-load.ts';
import { tileAt } from './tiles-app.ts';

const MAX_TILES = 150;
const plain = { 'Accept-Encoding': 'identity' };
const packed = { 'Accept-Encoding': 'gzip' };

/** Plan tiles of each zoom on the embedded engine may cost this much of the same on PostgreSQL. */
const EMBEDDED_RATIO = 2.5;
/** Medians on PostgreSQL by case and size, for the embedded engine to be held against. */
const onPostgresql = new Map<string, number>();

export async function benchTiles(run: BenchRun, report: (line: BenchLine) => void): Promise<void> {
  const { engine, plans } = run;
  await benchAreas(run, report);
  if (engine === 'postgresql') await storeMercator(run);
  for (const z of [10, 13]) {
    const tiles = await listTiles(run, z);
    const paths = tiles.map(({ x, y }) => `/tegels/plannen/${z}/${x}/${y}.mvt`);
    const sets = tiles.map(({ x, y }) => [z, x, y]);
    for (const connections of [1, 8]) {
      const ask = (port: number, headers: Record<string, string>, rounds = 1) =>
        measureLoad({ port, paths, connections, requests: rounds * paths.length, headers });
      await ask(run.uncachedPort, plain);
      const made = await ask(run.uncachedPort, plain, 2);
      const sql =
        engine === 'postgresql'
          ? await run.measureSql(asMvtStatement(z), [...sets, ...sets], connections)
          : null;
      const name = `plan tile z${z}, made`;
      const key = `${name} ${plans} ${connections}`;
      if (engine === 'postgresql') onPostgresql.set(key, made.medianMs);
      const target = {
        engine,
        plans,
        z,
        connections,
        made,
        sql: sql?.medianMs,
        other: onPostgresql.get(key),
      };
      report({
        case: name,
        engine,
        plans,
        connections,
        ...made,
        sqlMedianMs: sql?.medianMs ?? null,
        ...targetOf(target),
      });
      report({
        case: `plan tile z${z}, made, gzip`,
        engine,
        plans,
        connections,
        ...(await ask(run.uncachedPort, packed)),
      });
      await ask(run.port, packed);
      report({
        case: `plan tile z${z}, kept, gzip`,
        engine,
        plans,
        connections,
        ...(await ask(run.port, packed, 2)),
      });
    }
  }
}

function targetOf(one: {
  engine: string;
  plans: number;
  z: number;
  connections: number;
  made: { medianMs: number; perSecond: number };
  sql?: number | undefined;
  other?: number | undefined;
}): Pick<BenchLine, 'target'> {
  if (one.connections === 1 && one.sql !== undefined) {
    return { target: { text: '≤ 0.7 × ST_AsMVT', isMet: one.made.medianMs <= 0.7 * one.sql } };
  }
  if (one.connections === 1 && one.engine === 'embedded' && one.other !== undefined) {
    const ratio = one.made.medianMs / one.other;
    return {
      target: {
        text: `≤ ${EMBEDDED_RATIO} × PostgreSQL (${ratio.toFixed(2)})`,
        isMet: ratio <= EMBEDDED_RATIO,
      },
    };
  }
  if (one.z === 13 && one.connections === 8 && one.plans === 1_000_000) {
    return { target: { text: '≥ 200/s', isMet: one.made.perSecond >= 200 } };
  }
  return {};
}

async function benchAreas(run: BenchRun, report: (line: BenchLine) => void): Promise<void> {
  const paths = [8, 9, 10, 11, 12].flatMap((z) => {
    const { x, y } = tileAt(5.2, 52.1, z);
    return [0, 1, 2, 3].flatMap((dx) => [0, 1].map((dy) => `/tegels/gebieden/${z}/${x + dx}/${y + dy}.mvt`));
  });
  const { engine, plans, port } = run;
  for (const connections of [1, 8]) {
    const ask = (requests: number) => measureLoad({ port, paths, connections, requests, headers: packed });
    await ask(3000);
    const result = await ask(connections === 1 ? 5000 : 40_000);
    const isMet = result.perSecond >= 10_000 && result.medianMs <= 0.5;
    const target = connections === 8 ? { target: { text: '≥ 10,000/s, p50 ≤ 0.5 ms', isMet } } : {};
    report({ case: 'area tile from the archive', engine, plans, connections, ...result, ...target });
  }
  const range = { Range: 'bytes=0-16383' };
  const result = await measureLoad({
    port,
    paths: ['/pmtiles/gebieden.pmtiles'],
    connections: 8,
    requests: 10_000,
    headers: range,
  });
  report({ case: 'first 16 kB of the archive (range)', engine, plans, connections: 8, ...result });
}

/** Tiles with plans in them: those in which every so manieth plan begins. */
async function listTiles(run: BenchRun, z: number): Promise<{ x: number; y: number }[]> {
  const rows = await run.query<{ lng: number; lat: number }>(
    `select ST_X(p)::float8 as lng, ST_Y(p)::float8 as lat
     from (select id, ST_Transform(ST_StartPoint(kader), 4326) as p from atlas.tegel_planvlak where id % $1::int = 0) t
     order by id`,
    [Math.max(1, Math.floor(run.plans / 400))],
  );
  const tiles = new Map(
    rows.map(({ lng, lat }) => tileAt(lng, lat, z)).map((tile) => [`${tile.x}/${tile.y}`, tile]),
  );
  return [...tiles.values()].slice(0, MAX_TILES);
}

/** What one would store for ST_AsMVT: the same geometry in Web Mercator, with the same indexes. */
async function storeMercator(run: BenchRun): Promise<void> {
  for (const statement of [
    'drop table if exists bench_mercator',
    `create table bench_mercator as
       select id, plan_id, onderdeel, hoofdgroep, naam, status, vanaf_zoom, omvang_m,
         ST_SetSRID(ST_GeomFromTWKB(vorm), 3857) as geom
       from atlas.tegel_planvlak`,
    'create index on bench_mercator using gist (geom)',
    'create index on bench_mercator using gist (geom) where vanaf_zoom <= 12',
    'analyze bench_mercator',
  ]) {
    await run.query(statement);
  }
}

/** The largest 4,000 plan areas of tile $1/$2/$3, as the atlas takes them, made into a tile by PostGIS. */
function asMvtStatement(z: number): string {
  return `with rij as (
      select id, plan_id, onderdeel, hoofdgroep, naam, status,
        ST_AsMVTGeom(geom, ST_TileEnvelope($1::int, $2::int, $3::int), 4096, 64) as geom
      from bench_mercator
      where geom && ST_TileEnvelope($1::int, $2::int, $3::int, margin => 0.015625) and vanaf_zoom <= $1::int
        ${z <= 12 ? 'and vanaf_zoom <= 12' : ''}
      order by omvang_m desc, id limit 4000)
    select ST_AsMVT(rij, 'planvlak', 4096, 'geom', 'id') as tegel from rij`;
}
