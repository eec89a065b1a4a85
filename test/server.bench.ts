/** What the server costs beside its answers: the framework, its memory, and whether it stays in reach when busy. */
import { listPoints, listProjects } from './bench-asked.ts';
import type { BenchRun } from './bench-run.ts';
import { measureLoad, type LoadResult } from './http-load.ts';
import { lineOf, type Report } from './questions.bench.ts';

const HEALTH = '/api/v1/gezondheid';
const ROUNDS = 5;

export async function benchServer(run: BenchRun, report: Report): Promise<void> {
  await benchTrivial(run, report);
  await benchStorm(run, report);
}

/**
 * The cheapest route against Hono alone on the same server and process, turn and turn about: bare, and with the headers
 * that every answer of an API of the government has to carry.
 */
async function benchTrivial(run: BenchRun, report: Report): Promise<void> {
  for (const connections of [1, 8]) {
    const ask = (port: number, path: string) =>
      measureLoad({ port, paths: [path], connections, requests: 4000 });
    const rounds: Record<'bare' | 'dressed' | 'ours', LoadResult>[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      rounds.push({
        bare: await ask(run.barePort, HEALTH),
        dressed: await ask(run.barePort, '/same-headers'),
        ours: await ask(run.port, HEALTH),
      });
    }
    const ratio = ({ bare, ours }: (typeof rounds)[number]) => ours.perSecond / bare.perSecond;
    // The first round warms up.
    const middle = rounds.slice(1).sort((a, b) => ratio(a) - ratio(b))[(ROUNDS - 1) / 2]!;
    const share = ratio(middle);
    const dressed = middle.dressed.perSecond / middle.bare.perSecond;
    report(lineOf(run, 'bare Hono', connections, middle.bare));
    const name = `bare Hono with the same headers (${dressed.toFixed(2)})`;
    report(lineOf(run, name, connections, middle.dressed));
    report({
      ...lineOf(run, 'a trivial route', connections, middle.ours),
      target: { text: `≥ 0.7 of bare Hono (${share.toFixed(2)})`, isMet: share >= 0.7 },
    });
  }
}

const STORM = 50;
const STORMS = 5;

/** Fifty questions at the same moment, and a visitor who asks for something small meanwhile. */
async function benchStorm(run: BenchRun, report: Report): Promise<void> {
  const asked = [
    await listPoints(run, 'bevoegd-gezag', STORM),
    await listProjects(run, 'overlap', 'any', STORM),
    await listProjects(run, 'overlap', 'long line', STORM),
  ];
  const { port } = run;
  const healthMs: number[] = [];
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const { medianMs } = await measureLoad({ port, paths: [HEALTH], connections: 1, requests: 1 });
      healthMs.push(medianMs);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  await run.loopDelayMs();
  const watching = watch();
  const start = performance.now();
  for (let storm = 0; storm < STORMS; storm++) {
    const { path, bodies } = asked[storm % asked.length]!;
    await measureLoad({ port, paths: [path], bodies, connections: STORM, requests: STORM });
  }
  const seconds = (performance.now() - start) / 1000;
  isOver = true;
  await watching;
  healthMs.sort((a, b) => a - b);
  const worst = healthMs.at(-1) ?? NaN;
  // What is ours of it; the rest is waiting for a processor, of the server or of who asks.
  const loopMs = (await run.loopDelayMs()).toFixed(0);
  report({
    ...lineOf(run, `health in storms of ${STORM} questions (server's loop ≤ ${loopMs} ms)`, STORM),
    medianMs: healthMs[Math.floor(healthMs.length / 2)],
    p99Ms: worst,
    perSecond: (STORM * STORMS) / seconds,
    target: { text: `worst ≤ 100 ms (${worst.toFixed(0)})`, isMet: worst <= 100 },
  });
}
