/** Of random points in the real country: how many does the schematic map put in the right gemeente and provincie? */
import type { RdXy } from '../rd.ts';
import { makeFinder, type Shape } from './shape.ts';

const POINT_COUNT = 50_000;
const SEED = 20_230_101;
const COUNTRY_BBOX = [10_000, 305_000, 280_000, 622_000] as const; // RD New, metres

/** Shares 0..1 of POINT_COUNT uniform points; `outsideShare` fall in no cell at all (coast and rims). */
export function measurePoints(real: Shape[], schematic: Shape[], provincieOf: (code: string) => string) {
  const findReal = makeFinder(real);
  const findSchematic = makeFinder(schematic);
  const random = makeRandom(SEED);
  const [minX, minY, maxX, maxY] = COUNTRY_BBOX;
  const tally = { gemeente: 0, provincie: 0, outside: 0 };
  let count = 0;
  while (count < POINT_COUNT) {
    const point: RdXy = [minX + random() * (maxX - minX), minY + random() * (maxY - minY)];
    const truth = findReal(point);
    if (!truth) continue;
    count++;
    const guess = findSchematic(point);
    if (!guess) tally.outside++;
    else if (guess === truth) tally.gemeente++;
    if (guess && provincieOf(guess) === provincieOf(truth)) tally.provincie++;
  }
  return {
    count,
    rightGemeenteShare: tally.gemeente / count,
    rightProvincieShare: tally.provincie / count,
    outsideShare: tally.outside / count,
  };
}

/** mulberry32: a small seeded generator of numbers in 0..1, so that the figures repeat. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
