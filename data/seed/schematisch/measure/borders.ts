/** How far the schematic borders lie from the real ones, and who is wrongly or rightly whose neighbour. */
import type { RdXy } from '../rd.ts';
import { distanceToEdge } from '../rings.ts';
import { makeFinder, summarize, type Shape } from './shape.ts';

const STEP_M = 250;
const GRID_M = 2_000;

interface Segment {
  from: RdXy;
  to: RdXy;
  codes: string[];
}

/**
 * Distances in metres from points every 250 m along one set of borders to the nearest border of the other.
 * Inner borders part two gemeenten; of the schematic ones only what lies on real land counts, because the cells
 * also divide the IJsselmeer. Outer borders are coast and frontier; they are sampled on the schematic side only,
 * because the schematic map has no shore along the IJsselmeer to compare with.
 */
export function measureBorders(real: Shape[], schematic: Shape[]) {
  const [realSegments, schematicSegments] = [listSegments(real), listSegments(schematic)];
  const [realInner, schematicInner] = [realSegments.filter(isInner), schematicSegments.filter(isInner)];
  const [realOuter, schematicOuter] = [realSegments.filter(isOuter), schematicSegments.filter(isOuter)];
  const findReal = makeFinder(real);
  const onRealLand = samplePoints(schematicInner).filter((point) => findReal(point) !== null);
  return {
    innerRealToSchematicM: summarize(samplePoints(realInner).map(makeNearest(schematicInner))),
    innerSchematicToRealM: summarize(onRealLand.map(makeNearest(realInner))),
    outerSchematicToRealM: summarize(samplePoints(schematicOuter).map(makeNearest(realOuter))),
  };
}

const isInner = (segment: Segment): boolean => segment.codes.length === 2;
const isOuter = (segment: Segment): boolean => segment.codes.length === 1;

/** Pairs of gemeenten that share a stretch of border (a point is not enough), real against schematic. */
export function measureNeighbours(real: Shape[], schematic: Shape[], provincieOf: (code: string) => string) {
  const [realPairs, schematicPairs] = [listPairs(real), listPairs(schematic)];
  const right = [...schematicPairs].filter((pair) => realPairs.has(pair));
  const crossing = (pairs: Iterable<string>): Set<string> =>
    new Set(
      [...pairs]
        .map((pair) => pair.split(' ').map(provincieOf).sort())
        .filter(([a, b]) => a !== b)
        .map((pair) => pair.join(' ')),
    );
  const [realProvincies, schematicProvincies] = [crossing(realPairs), crossing(schematicPairs)];
  return {
    real: realPairs.size,
    schematic: schematicPairs.size,
    right: right.length,
    wrong: schematicPairs.size - right.length,
    missing: realPairs.size - right.length,
    provinciePairs: {
      real: realProvincies.size,
      missing: [...realProvincies].filter((pair) => !schematicProvincies.has(pair)),
      wrong: [...schematicProvincies].filter((pair) => !realProvincies.has(pair)),
    },
  };
}

function listPairs(shapes: Shape[]): Set<string> {
  const pairs = listSegments(shapes).filter(isInner);
  return new Set(pairs.map((segment) => [...segment.codes].sort().join(' ')));
}

/** Every border segment once, with the one (outer) or two (inner) gemeenten it belongs to; needs shared vertices. */
function listSegments(shapes: Shape[]): Segment[] {
  const segments = new Map<string, Segment>();
  for (const { code, polygons } of shapes) {
    for (const ring of polygons.flat()) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const [from, to] = [ring[i]!, ring[i + 1]!];
        const key = [`${from}`, `${to}`].sort().join(';');
        const known = segments.get(key);
        if (known) known.codes.push(code);
        else segments.set(key, { from, to, codes: [code] });
      }
    }
  }
  return [...segments.values()];
}

/** Points every STEP_M along the segments laid end to end, so that short segments weigh by their length. */
function samplePoints(segments: readonly Segment[]): RdXy[] {
  const points: RdXy[] = [];
  let untilNextM = STEP_M;
  for (const { from, to } of segments) {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    let atM = untilNextM;
    for (; atM <= length; atM += STEP_M) {
      const share = atM / length;
      points.push([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
    }
    untilNextM = atM - length;
  }
  return points;
}

/** Distance in metres to the nearest segment, by a grid that is searched in growing squares. */
function makeNearest(segments: Segment[]): (point: RdXy) => number {
  const grid = new Map<string, Segment[]>();
  for (const segment of segments) {
    for (const key of cellsUnder(segment)) grid.set(key, [...(grid.get(key) ?? []), segment]);
  }
  return (point) => {
    const [column, row] = point.map((v) => Math.floor(v / GRID_M)) as [number, number];
    let best = Infinity;
    for (let radius = 0; radius < 200 && best > (radius - 1) * GRID_M; radius++) {
      for (let c = column - radius; c <= column + radius; c++) {
        for (let r = row - radius; r <= row + radius; r++) {
          if (Math.max(Math.abs(c - column), Math.abs(r - row)) !== radius) continue;
          for (const segment of grid.get(`${c},${r}`) ?? [])
            best = Math.min(best, distanceToEdge(point, segment));
        }
      }
    }
    return best;
  };
}

function cellsUnder({ from, to }: Segment): Set<string> {
  const keys = new Set<string>();
  const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 100);
  for (let i = 0; i <= steps; i++) {
    const x = from[0] + ((to[0] - from[0]) * i) / (steps || 1);
    const y = from[1] + ((to[1] - from[1]) * i) / (steps || 1);
    keys.add(`${Math.floor(x / GRID_M)},${Math.floor(y / GRID_M)}`);
  }
  return keys;
}
