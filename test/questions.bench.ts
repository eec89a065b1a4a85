/**
 * How fast questions are answered over HTTP, each held against the bare SQL of its spatial part through the server's
 * own pool in the same run.
 */
import { mostMeetings } from '../data/questions/overlap.ts';
import { floors } from '../data/rules/overlap.ts';
import {
  allOverlapsStatement,
  divisionStatement,
  listPoints,
  listProjects,
  moveStatement,
  statementOf,
  type Asked,
} from './bench-asked.ts';
import type { BenchRun, SqlResult } from './bench-run.ts';
import type { BenchLine } from './bench-table.ts';
import { measureLoad, type LoadResult } from './http-load.ts';

export type Report = (line: BenchLine) => void;

const MILLION = 1_000_000;
/** Odd, so that one of them is the median. */
const ROUNDS = 3;

export async function benchQuestions(run: BenchRun, report: Report): Promise<void> {
  await benchAuthority(run, report);
  await benchOverlap(run, report);
  await benchBorders(run, report);
  if (run.engine === 'postgresql' && run.plans === MILLION) await benchAllOverlaps(run, report);
}

/** Who is bevoegd gezag of a point, and of a project. */
async function benchAuthority(run: BenchRun, report: Report): Promise<void> {
  const limitMs = run.engine === 'postgresql' ? 3 : 10;
  const asked = {
    'bevoegd gezag of a point': await listPoints(run, 'bevoegd-gezag', 200),
    'bevoegd gezag of a project': await listProjects(run, 'bevoegd-gezag', 'any', 200),
  };
  for (const [name, one] of Object.entries(asked)) {
    report(lineOf(run, `${name}, the first 200`, 1, await ask(run, one, 1, 200)));
    // After this the code that answers is compiled for the long run, as in a server that has been up for a minute.
    await ask(run, one, 8, 2000);
    const division = one.parameterSets.map((parameters) => parameters.slice(0, 3));
    const { http, sql } = await compare(run, { ...one, parameterSets: division }, divisionStatement);
    const isMet = http.medianMs <= Math.min(limitMs, 3 * sql.medianMs);
    report({
      ...lineOf(run, name, 1, http),
      sqlMedianMs: sql.medianMs,
      target: { text: `≤ 3 × SQL and ≤ ${limitMs} ms`, isMet },
    });
    const busy = await ask(run, one, 8, 2000);
    const target = { target: { text: '≥ 1,500/s', isMet: busy.perSecond >= 1500 } };
    report({ ...lineOf(run, name, 8, busy), ...(run.engine === 'postgresql' ? target : {}) });
  }
}

/** Milliseconds a hit by engine, case and size, for a million to be held against a tenth of it. */
const perHit = new Map<string, number>();

/** What a project overlaps. */
async function benchOverlap(run: BenchRun, report: Report): Promise<void> {
  const isMillion = run.engine === 'postgresql' && run.plans === MILLION;
  const isEmbedded = run.engine === 'embedded' && run.plans === 100_000;
  const cases = [
    { name: 'overlap of a project', kind: 'any', limitMs: isMillion ? 6 : isEmbedded ? 15 : null },
    { name: 'overlap of a line of 40 km, with totals', kind: 'long line', limitMs: isMillion ? 60 : null },
  ] as const;
  for (const { name, kind, limitMs } of cases) {
    const asked = await listProjects(run, 'overlap', kind, 200);
    const withGeometry = asked.parameterSets.map((parameters) => [
      ...parameters,
      false,
      floors.m2,
      floors.m,
      mostMeetings,
    ]);
    const { http, sql } = await compare(
      run,
      { ...asked, parameterSets: withGeometry },
      statementOf('overlap'),
    );
    const target = limitMs && { target: { text: `≤ ${limitMs} ms`, isMet: http.medianMs <= limitMs } };
    report({ ...lineOf(run, name, 1, http), sqlMedianMs: sql.medianMs, ...target });
    report(lineOf(run, name, 8, await ask(run, asked, 8, 400)));

    const hits = await countHits(run, asked);
    const msAHit = (1000 / http.perSecond) * (asked.bodies.length / hits);
    perHit.set(`${run.engine} ${kind} ${run.plans}`, msAHit);
    const tenth = perHit.get(`${run.engine} ${kind} ${run.plans / 10}`);
    if (!isMillion || tenth === undefined) continue;
    const ratio = msAHit / tenth;
    report({
      ...lineOf(run, `${name}, ms a hit (${(hits / asked.bodies.length).toFixed(0)} hits)`, 1),
      medianMs: msAHit,
      target: { text: `≤ 1.5 × that of 100 k (${ratio.toFixed(2)})`, isMet: ratio <= 1.5 },
    });
  }
}

/** Overlaps in the answers to all of `asked` together. */
async function countHits(run: BenchRun, asked: Asked): Promise<number> {
  const answers = await answer(run, asked);
  return answers.reduce((sum, { overlappen }) => sum + overlappen.length, 0);
}

/**
 * Every project that crosses a province border: worked out from nothing, as after loading; at a start of the server, from
 * what the database keeps; for a distance nobody asked for yet; after a project was moved; and asked again.
 */
async function benchBorders(run: BenchRun, report: Report): Promise<void> {
  const name = 'cross-province projects of 2,000';
  const ask = (distances: number[], port = run.port) =>
    measureLoad({
      port,
      paths: distances.map((afstandM) => `/api/v1/vragen/grensoverschrijdend?afstandM=${afstandM}`),
      connections: 1,
      requests: distances.length,
    });
  report(lineOf(run, `${name}, from nothing`, 1, await ask([1000])));
  const target = ({ medianMs }: LoadResult) => ({
    target: { text: '≤ 60 ms', isMet: medianMs <= 60 },
  });
  // The other app of the same process has kept nothing yet.
  const started = await ask([1000], run.uncachedPort);
  report({ ...lineOf(run, `${name}, at a start`, 1, started), ...target(started) });
  // Ten connections read, and each plans the statement when it first sees it.
  await ask(Array.from({ length: 20 }, (_, i) => 2001 + i));
  const fresh = await ask(Array.from({ length: 16 }, (_, i) => 1001 + i));
  report({ ...lineOf(run, `${name}, another distance`, 1, fresh), ...target(fresh) });
  const moved: LoadResult[] = [];
  for (let nr = 0; nr < 2 * ROUNDS + 1; nr++) {
    await run.query(moveStatement, [nr]);
    moved.push(await ask([1000]));
  }
  const middle = moved.sort((a, b) => a.medianMs - b.medianMs)[ROUNDS]!;
  report({ ...lineOf(run, `${name}, after one moved`, 1, middle), ...target(middle) });
  report(lineOf(run, `${name}, kept`, 1, await ask(Array.from({ length: 50 }, () => 1000))));
}

/** All overlaps of all projects at once, and whether they are what 2,000 single answers add up to. */
async function benchAllOverlaps(run: BenchRun, report: Report): Promise<void> {
  const start = performance.now();
  const halves = [0, 1].map((part) =>
    run.query<{ id: string; m2: number }>(allOverlapsStatement, [floors.m2, part, 2]),
  );
  const rows = (await Promise.all(halves)).flat();
  const medianMs = performance.now() - start;
  const total = rows.reduce((sum, { m2 }) => sum + m2, 0);
  const asked = await listProjects(run, 'overlap', 'any', 2000);
  const parts = (await answer(run, asked)).flatMap(({ overlappen }) => overlappen);
  const sum = parts
    .filter(({ laag }) => laag === 'plannen')
    .reduce((all, { overlapM2 = 0 }) => all + overlapM2, 0);
  report({
    ...lineOf(run, 'all overlaps of 2,000 projects, two connections', 2),
    medianMs,
    target: { text: '≤ 5 s', isMet: medianMs <= 5000 },
  });
  const apart = Math.abs(total - sum);
  report({
    ...lineOf(run, `their total, ${(total / 1e4).toFixed(4)} ha, and that of single answers`, 1),
    // Every overlay is on a grid of 1 mm: a hundredth of a square metre on tens of thousands of hits.
    target: { text: `equal (${apart.toExponential(1)} m² apart)`, isMet: apart < 1e-9 * total + 1 },
  });
}

/** The same over HTTP and in bare SQL at one connection, turn and turn about; the round with the median ratio. */
async function compare(
  run: BenchRun,
  asked: Asked,
  statement: string,
): Promise<{ http: LoadResult; sql: SqlResult }> {
  const requests = asked.bodies.length;
  await ask(run, asked, 1, Math.min(requests, 50));
  await run.measureSql(statement, asked.parameterSets.slice(0, 50));
  const rounds: { http: LoadResult; sql: SqlResult }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const sql = await run.measureSql(statement, asked.parameterSets);
    rounds.push({ sql, http: await ask(run, asked, 1, requests) });
  }
  const ratio = ({ http, sql }: (typeof rounds)[number]) => http.medianMs / sql.medianMs;
  return rounds.sort((a, b) => ratio(a) - ratio(b))[(ROUNDS - 1) / 2]!;
}

function ask({ port }: BenchRun, { path, bodies }: Asked, connections: number, requests: number) {
  return measureLoad({ port, paths: [path], bodies, connections, requests });
}

interface OverlapAnswer {
  overlappen: { laag: string; overlapM2?: number }[];
}

/** The answers themselves, four at a time. */
async function answer({ port }: BenchRun, { path, bodies }: Asked): Promise<OverlapAnswer[]> {
  const answers: OverlapAnswer[] = [];
  let next = 0;
  const headers = { 'Content-Type': 'application/json' };
  const work = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      answers.push(((await response.json()) as { antwoord: OverlapAnswer }).antwoord);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return answers;
}

export function lineOf(
  { engine, plans }: BenchRun,
  name: string,
  connections: number,
  { medianMs, p99Ms, perSecond }: Partial<LoadResult> = {},
): BenchLine {
  return { case: name, engine, plans, connections, medianMs, p99Ms, perSecond };
}
