import type { Position } from 'geojson';

/** Largest distance (m) between an arc and the chords that stand for it. */
export const STROKE_TOLERANCE_M = 0.01;

/**
 * The circular arc from `start` through `middle` to `end` as points: those three themselves, and between them as many
 * as keep every chord within `toleranceM` of the arc. Points between are on whole millimetres, so that two neighbours
 * with the same arc, one of them the other way round, get the same points. Three points on a line give that line.
 */
export function strokeArc(
  start: Position,
  middle: Position,
  end: Position,
  toleranceM = STROKE_TOLERANCE_M,
): Position[] {
  const centre = findCentre(start, middle, end);
  if (!centre) return [start, middle, end];
  const first = halfArc(centre, start, middle, end, toleranceM);
  const second = halfArc(centre, middle, end, start, toleranceM);
  return [start, ...first, middle, ...second, end];
}

/** The whole circle through three points, as a closed ring that begins and ends in the first; see strokeArc. */
export function strokeCircle(
  a: Position,
  b: Position,
  c: Position,
  toleranceM = STROKE_TOLERANCE_M,
): Position[] {
  const centre = findCentre(a, b, c);
  if (!centre) return [a, b, c, a];
  return [
    a,
    ...halfArc(centre, a, b, c, toleranceM),
    b,
    ...halfArc(centre, b, c, a, toleranceM),
    c,
    ...halfArc(centre, c, a, b, toleranceM),
    a,
  ];
}

/** Points strictly between `from` and `to`, on the side of the circle that does not hold `other`. */
function halfArc(
  centre: Position,
  from: Position,
  to: Position,
  other: Position,
  toleranceM: number,
): Position[] {
  const [cx, cy] = centre as [number, number];
  const radius = Math.hypot(from[0]! - cx, from[1]! - cy);
  const startAngle = Math.atan2(from[1]! - cy, from[0]! - cx);
  const counterClockwise = cross(from, to, other) > 0;
  let sweep = Math.atan2(to[1]! - cy, to[0]! - cx) - startAngle;
  if (counterClockwise && sweep < 0) sweep += 2 * Math.PI;
  if (!counterClockwise && sweep > 0) sweep -= 2 * Math.PI;
  // A chord over angle a lies r(1 - cos(a/2)) inside its arc.
  const largestStep = toleranceM >= radius ? Math.PI / 2 : 2 * Math.acos(1 - toleranceM / radius);
  const steps = Math.ceil(Math.abs(sweep) / largestStep);
  return Array.from({ length: Math.max(0, steps - 1) }, (_, index) => {
    const angle = startAngle + (sweep * (index + 1)) / steps;
    return [toMillimetres(cx + radius * Math.cos(angle)), toMillimetres(cy + radius * Math.sin(angle))];
  });
}

/** Centre of the circle through three points; null when they are on a line (within a micrometre of it) or coincide. */
function findCentre(a: Position, b: Position, c: Position): Position | null {
  // Relative to a: RD coordinates are large, and their squares would lose the millimetres.
  const [bx, by] = [b[0]! - a[0]!, b[1]! - a[1]!];
  const [cx, cy] = [c[0]! - a[0]!, c[1]! - a[1]!];
  const twice = 2 * (bx * cy - by * cx);
  const longest = Math.max(Math.hypot(bx, by), Math.hypot(cx, cy), Math.hypot(cx - bx, cy - by));
  if (longest === 0 || Math.abs(twice) / (2 * longest) < 1e-6) return null;
  const bb = bx * bx + by * by;
  const cc = cx * cx + cy * cy;
  return [a[0]! + (cy * bb - by * cc) / twice, a[1]! + (bx * cc - cx * bb) / twice];
}

/** Positive when a, b, c turn to the left. */
function cross(a: Position, b: Position, c: Position): number {
  return (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);
}

function toMillimetres(value: number): number {
  return Math.round(value * 1000) / 1000;
}
