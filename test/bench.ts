/**
 * npm run bench: fills databases with the bench world and prints how fast the atlas answers.
 *   npm run bench                                 100 k and 1 M plan areas on PostgreSQL, 100 k embedded
 *   npm run bench -- --size 10k                   one size only: 10k, 100k, or 1m (PostgreSQL only)
 *   npm run bench -- --engine postgresql          one engine only: postgresql or embedded
 *   npm run bench -- --only questions             one bench only: tiles, questions, records, server or memory
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../server/db/database.ts';
import { migrate } from '../server/db/migrate.ts';
import { startBenchRun, type BenchRun } from './bench-run.ts';
import { createTable, type BenchLine } from './bench-table.ts';
import { fillBenchWorld, hasRealGemeenten } from './bench-world.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { benchMemory } from './memory.bench.ts';
import { benchQuestions } from './questions.bench.ts';
import { benchRecords } from './records.bench.ts';
import { benchServer } from './server.bench.ts';
import { benchTiles } from './tiles.bench.ts';

const PROJECTS = 2000;
const sizes: Record<string, number> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };
const sizesOf: Record<BenchRun['engine'], string[]> = {
  postgresql: ['10k', '100k', '1m'],
  embedded: ['10k', '100k'],
};
const benches: Record<string, (run: BenchRun, report: (line: BenchLine) => void) => Promise<void>> = {
  tiles: benchTiles,
  questions: benchQuestions,
  records: benchRecords,
  server: benchServer,
};

const { values } = parseArgs({
  options: { size: { type: 'string' }, engine: { type: 'string' }, only: { type: 'string' } },
});
const benchNames = Object.keys(benches).filter((name) => !values.only || name === values.only);
const table = createTable();
const unmet: string[] = [];
const report = (line: BenchLine): void => {
  table(line);
  if (line.target && !line.target.isMet) unmet.push(`${line.case} (${line.engine}, ${line.plans})`);
};

async function runSize(engine: BenchRun['engine'], plans: number, databaseUrl?: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-bench-'));
  try {
    const options = databaseUrl ? { databaseUrl, dataDir } : { dataDir };
    const start = performance.now();
    const db = await openDatabase(options);
    await migrate(db);
    await fillBenchWorld(db, { plans, projects: PROJECTS });
    await db.close();
    const seconds = (performance.now() - start) / 1000;
    console.log(`\n${engine}, ${plans} plan areas, filled in ${seconds.toFixed(0)} s; load ${loadavg()[0]}`);
    const run = await startBenchRun(engine, plans, options);
    try {
      for (const name of benchNames) {
        await benches[name]!(run, report);
      }
    } finally {
      await run.stop();
    }
    if (values.only && values.only !== 'memory') return;
    const alone = await startBenchRun(engine, plans, { ...options, isAlone: true });
    try {
      await benchMemory(alone, report);
    } finally {
      await alone.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function runPostgres({ url }: TestPostgres, plans: number): Promise<void> {
  const cluster = await openDatabase({ databaseUrl: url, dataDir: '' });
  const name = `bench_${process.pid}_${plans}`;
  try {
    await cluster.script(`create database ${name}`);
    const database = new URL(url);
    database.pathname = `/${name}`;
    await runSize('postgresql', plans, database.href);
    await cluster.script(`drop database ${name} with (force)`);
  } finally {
    await cluster.close();
  }
}

/** The sizes asked for; unless told the two largest: the smallest says nothing the others do not. */
function sizesFor(engine: BenchRun['engine']): number[] {
  if (values.engine && values.engine !== engine) return [];
  const wanted = values.size ? [values.size] : ['100k', '1m'];
  return sizesOf[engine].filter((size) => wanted.includes(size)).map((size) => sizes[size]!);
}

const gemeenten = hasRealGemeenten ? 'real gemeenten' : 'schematic gemeenten';
console.log(
  `${gemeenten}, ${PROJECTS} projects, ${availableParallelism()} processors, Node ${process.version}`,
);
const onPostgres = sizesFor('postgresql');
if (onPostgres.length > 0) {
  const postgres = await startPostgres();
  try {
    for (const plans of onPostgres) await runPostgres(postgres, plans);
  } finally {
    await postgres.stop();
  }
}
for (const plans of sizesFor('embedded')) await runSize('embedded', plans);
console.log(unmet.length > 0 ? `\nTargets not met: ${unmet.join('; ')}` : '\nEvery target met');
