/** A gemeente as plain rings (closed) in RD New metres, and the figures one asks of a list of numbers. */
import { isInRing, ringArea } from '../rings.ts';
import type { RdXy } from '../rd.ts';

export interface Shape {
  code: string;
  polygons: RdXy[][][];
}

export type Bbox = [minX: number, minY: number, maxX: number, maxY: number];

/** Area in m² of polygons with holes, whichever way their rings run. */
export function shapeArea(polygons: readonly RdXy[][][]): number {
  const areas = polygons.map((rings) => rings.map((ring) => Math.abs(ringArea(ring))));
  return areas.reduce(
    (sum, [outer = 0, ...holes]) => sum + holes.reduce((left, hole) => left - hole, outer),
    0,
  );
}

/** Smallest box around the shape, metres. */
export function bboxOf({ polygons }: Shape): Bbox {
  const points = polygons.flat(2);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** True when the point lies in the shape; holes are outside. */
export function isInShape(point: RdXy, { polygons }: Shape): boolean {
  return polygons.some((rings) => rings.filter((ring) => isInRing(point, ring)).length === 1);
}

/** Finds the code of the first shape that holds the point; null when none does. */
export function makeFinder(shapes: readonly Shape[]): (point: RdXy) => string | null {
  const boxed = shapes.map((shape) => ({ shape, box: bboxOf(shape) }));
  return (point) => {
    const [x, y] = point;
    const hit = boxed.find(
      ({ shape, box }) => x >= box[0] && y >= box[1] && x <= box[2] && y <= box[3] && isInShape(point, shape),
    );
    return hit?.shape.code ?? null;
  };
}

/** Mean and percentiles (nearest rank) of at least one number, rounded to `digits`. */
export function summarize(values: readonly number[], digits = 0) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  const round = (value: number): number => Number(value.toFixed(digits));
  return {
    count: sorted.length,
    mean: round(sorted.reduce((sum, value) => sum + value, 0) / sorted.length),
    p10: round(at(0.1)),
    p50: round(at(0.5)),
    p90: round(at(0.9)),
    p95: round(at(0.95)),
    max: round(at(1)),
  };
}
