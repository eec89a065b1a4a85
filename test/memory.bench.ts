/** What memory the atlas takes when it is asked everything by turns, with nothing beside it in its process. */
import { listPoints, listProjects } from './bench-asked.ts';
import type { BenchRun } from './bench-run.ts';
import { measureLoad } from './http-load.ts';
import { lineOf, type Report } from './questions.bench.ts';

const MEMORY_MB = 250;
const ASKED = 200;
const ROUNDS = 5;

/** `run` must be alone. The database has its own memory, which is not counted. */
export async function benchMemory(run: BenchRun, report: Report): Promise<void> {
  const { port } = run;
  const points = await listPoints(run, 'bevoegd-gezag', ASKED);
  const projects = await listProjects(run, 'overlap', 'any', ASKED);
  const ids = projects.bodies.map((body) => (JSON.parse(body) as { projectId: string }).projectId);
  // Two rows of tiles through the middle of the country, at a zoom where all plans are drawn.
  const tiles = Array.from({ length: ASKED }, (_, at) => `/tegels/plannen/13/${4200 + (at % 100)}/2700.mvt`);
  const read = [...ids.map((id) => `/api/v1/projecten/${id}/fiche`), ...tiles, '/api/v1/projecten'];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { path, bodies } of [points, projects])
      await measureLoad({ port, paths: [path], bodies, connections: 8, requests: ASKED });
    await measureLoad({ port, paths: read, connections: 8, requests: read.length });
  }
  const megabytes = await run.memoryMb();
  const isMet = megabytes <= MEMORY_MB;
  report({
    ...lineOf(run, `server memory after ${ROUNDS * (2 * ASKED + read.length)} requests`, 0),
    target: { text: `≤ ${MEMORY_MB} MB (${megabytes.toFixed(0)})`, isMet },
  });
}
