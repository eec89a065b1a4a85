/** Shapes from a fixed seed for the bench world, in RD New (EPSG:28992) on whole millimetres. */

/** Numbers from 0 up to 1, the same row for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;

/** About normal, mean 0 and deviation 1. */
const bell = (random: Random) => random() + random() + random() + random() - 2;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const mm = (metres: number) => Math.round(metres * 1000) / 1000;

/** Corners of boxes that together cover most of the land: [minX, minY, maxX, maxY]. */
const land: readonly [number, number, number, number][] = [
  [80_000, 420_000, 200_000, 490_000],
  [200_000, 440_000, 250_000, 500_000],
  [180_000, 500_000, 260_000, 590_000],
  [110_000, 490_000, 140_000, 540_000],
  [80_000, 385_000, 200_000, 420_000],
  [180_000, 315_000, 205_000, 385_000],
];

/** A place on land, more often in the larger boxes. */
function pickPlace(random: Random): [number, number] {
  const sizes = land.map(([x0, y0, x1, y1]) => (x1 - x0) * (y1 - y0));
  let at = random() * sizes.reduce((sum, size) => sum + size, 0);
  const box = land[sizes.findIndex((size) => (at -= size) < 0)] ?? land[0]!;
  return [box[0] + random() * (box[2] - box[0]), box[1] + random() * (box[3] - box[1])];
}

/** An unclosed star-shaped ring (so it never crosses itself) of `corners` around a point, counter-clockwise. */
function makeRing(
  random: Random,
  x: number,
  y: number,
  radiusM: number,
  corners: number,
): [number, number][] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = ((i + 0.6 * random()) / corners) * 2 * Math.PI;
    const radius = radiusM * (0.6 + 0.8 * random());
    return [mm(x + radius * Math.cos(angle)), mm(y + radius * Math.sin(angle))];
  });
}

const wktRing = (ring: [number, number][]) => [...ring, ring[0]!].map(([x, y]) => `${x} ${y}`).join(',');

export interface BenchProject {
  id: string;
  naam: string;
  soort: string;
  energiedrager: string;
  fase: string;
  ligging: 'exact' | 'zoekgebied' | 'indicatief';
  straalM: number | null;
  corridorM: number | null;
  wkt: string;
}

/** `count` projects of one component: a third indicative points, a third lines of 1–40 km, a third polygons. */
export function listBenchProjects(count: number): BenchProject[] {
  const random = createRandom(2);
  return Array.from({ length: count }, (_, i) => {
    const [x, y] = pickPlace(random);
    const common = {
      id: `BENCH-${String(i + 1).padStart(4, '0')}`,
      naam: `Project ${i + 1}`,
      energiedrager: pick(random, ['elektriciteit', 'warmte', 'waterstof']),
      fase: pick(random, ['verkenning', 'planuitwerking', 'project', 'realisatie']),
    };
    if (i % 3 === 0) {
      const wkt = `POINT(${mm(x)} ${mm(y)})`;
      const straalM = pick(random, [250, 500, 1000]);
      return { ...common, soort: 'station', ligging: 'indicatief', straalM, corridorM: null, wkt };
    }
    if (i % 3 === 1) {
      const wkt = `LINESTRING(${makeLine(random, x, y)
        .map((at) => at.join(' '))
        .join(',')})`;
      return { ...common, soort: 'verbinding', ligging: 'exact', straalM: null, corridorM: 70, wkt };
    }
    const ring = makeRing(random, x, y, 30 + 400 * random() ** 3, 5 + Math.floor(random() * 20));
    const wkt = `POLYGON((${wktRing(ring)}))`;
    return { ...common, soort: 'station', ligging: 'zoekgebied', straalM: null, corridorM: null, wkt };
  });
}

/** A line of 1–40 km that bends a little every 500 m. */
function makeLine(random: Random, x: number, y: number): [number, number][] {
  const steps = 2 + Math.floor(random() * 79);
  const line: [number, number][] = [[mm(x), mm(y)]];
  let course = random() * 2 * Math.PI;
  for (let step = 0; step < steps; step++) {
    course += 0.5 * (random() - 0.5);
    x += 500 * Math.cos(course);
    y += 500 * Math.sin(course);
    line.push([mm(x), mm(y)]);
  }
  return line;
}

export interface PlanBatch {
  /** Planvlakken before this batch. */
  first: number;
  planIds: string[];
  /** Per planvlak. */
  planOf: string[];
  onderdelen: string[];
  groepen: string[];
  /** Hex EWKB, multipolygon. */
  geometries: string[];
}

const AREAS_A_PLAN = 50;
const PLANS_A_BATCH = 100;
const CLUSTERS = 1500;
const groepen = [
  'wonen',
  'bedrijf',
  'agrarisch',
  'groen',
  'verkeer',
  'natuur',
  'water',
  'bos',
  'gemengd',
  'sport',
];

/**
 * `count` plan areas of 5–40 corners, 50 to a plan: one plangebied with its parts around it. Plans lie in 1,500
 * towns, so that some tiles hold hundreds of times as many as others. Sizes run from 10 m to over a kilometre.
 */
export function* listBenchPlanBatches(count: number): Generator<PlanBatch> {
  const random = createRandom(6);
  const towns = Array.from({ length: CLUSTERS }, () => ({
    at: pickPlace(random),
    spreadM: 400 + 2500 * random(),
  }));
  for (let first = 0; first < count; first += PLANS_A_BATCH * AREAS_A_PLAN) {
    const batch: PlanBatch = { first, planIds: [], planOf: [], onderdelen: [], groepen: [], geometries: [] };
    const end = Math.min(count, first + PLANS_A_BATCH * AREAS_A_PLAN);
    let centre: [number, number] = [0, 0];
    for (let i = first; i < end; i++) {
      if (i % AREAS_A_PLAN === 0) {
        // Small towns are more common: the square favours the first ones.
        const town = towns[Math.floor(random() ** 2 * towns.length)]!;
        centre = [town.at[0] + bell(random) * town.spreadM, town.at[1] + bell(random) * town.spreadM];
        batch.planIds.push(planIdOf(i));
      }
      const isWhole = i % AREAS_A_PLAN === 0;
      const radiusM = isWhole ? 150 + 500 * random() ** 2 : 8 + 12 * random() + 150 * random() ** 5;
      const x = centre[0] + (isWhole ? 0 : 250 * bell(random));
      const y = centre[1] + (isWhole ? 0 : 250 * bell(random));
      batch.planOf.push(planIdOf(i));
      batch.onderdelen.push(
        isWhole
          ? 'plangebied'
          : pick(random, [
              'enkelbestemming',
              'enkelbestemming',
              'enkelbestemming',
              'dubbelbestemming',
              'functieaanduiding',
              'gebiedsaanduiding',
            ]),
      );
      batch.groepen.push(pick(random, groepen));
      batch.geometries.push(toEwkb(makeRing(random, x, y, radiusM, 5 + Math.floor(random() * 36))));
    }
    yield batch;
  }
}

const planIdOf = (i: number) => `NL.IMRO.BENCH.${String(Math.floor(i / AREAS_A_PLAN) + 1).padStart(6, '0')}`;

/** Hex EWKB of a multipolygon with one ring, SRID 28992. */
function toEwkb(ring: [number, number][]): string {
  const bytes = Buffer.alloc(9 + 4 + 5 + 4 + 4 + 16 * (ring.length + 1));
  let at = 0;
  const uint = (value: number) => (at = bytes.writeUInt32LE(value, at));
  at = bytes.writeUInt8(1, at);
  uint(0x20000006);
  uint(28992);
  uint(1);
  at = bytes.writeUInt8(1, at);
  uint(3);
  uint(1);
  uint(ring.length + 1);
  for (const [x, y] of [...ring, ring[0]!]) {
    at = bytes.writeDoubleLE(x, at);
    at = bytes.writeDoubleLE(y, at);
  }
  return bytes.toString('hex');
}
