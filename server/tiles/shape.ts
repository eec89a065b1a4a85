/**
 * A geometry on the whole-number grid of a tile, y down. Coordinates lie flat: [x0, y0, x1, y1, …]; rings are not
 * closed. `groups` holds polygons (first ring outside, the others holes), or one group of lines, or one group
 * with all points in its single part.
 */
export interface Shape {
  kind: ShapeKind;
  groups: number[][][];
}

/** The numbers the vector tile format has for them. */
export const POINT = 1;
export const LINE = 2;
export const POLYGON = 3;
export type ShapeKind = typeof POINT | typeof LINE | typeof POLYGON;

/** Twice the signed area of a ring in square units; positive when it runs clockwise on a screen (y down). */
export function doubleArea(ring: readonly number[]): number {
  let sum = 0;
  let x0 = ring[ring.length - 2]!;
  let y0 = ring[ring.length - 1]!;
  for (let i = 0; i < ring.length; i += 2) {
    const x1 = ring[i]!;
    const y1 = ring[i + 1]!;
    sum += x0 * y1 - x1 * y0;
    x0 = x1;
    y0 = y1;
  }
  return sum;
}

/**
 * The shape as a tile may carry it: no repeated points, nothing that collapsed, outer rings clockwise and holes
 * the other way. Null when nothing is left.
 */
export function tidyShape(shape: Shape): Shape | null {
  if (shape.kind === POINT) return shape.groups[0]?.[0]?.length ? shape : null;
  const groups: number[][][] = [];
  for (const parts of shape.groups) {
    const kept = shape.kind === LINE ? tidyLines(parts) : tidyPolygon(parts);
    if (kept.length > 0) groups.push(kept);
  }
  return groups.length > 0 ? { kind: shape.kind, groups } : null;
}

function tidyLines(lines: number[][]): number[][] {
  return lines.map((line) => withoutRepeats(line, false)).filter((line) => line.length >= 4);
}

function tidyPolygon(rings: number[][]): number[][] {
  const kept: number[][] = [];
  for (let i = 0; i < rings.length; i++) {
    const ring = withoutRepeats(rings[i]!, true);
    const area = ring.length < 6 ? 0 : doubleArea(ring);
    if (area === 0) {
      // Without its outer ring a polygon has no holes either.
      if (i === 0) return [];
      continue;
    }
    kept.push(area > 0 === (i === 0) ? ring : reversed(ring));
  }
  return kept;
}

function withoutRepeats(line: number[], isRing: boolean): number[] {
  const first = firstRepeat(line, isRing);
  if (first === -1) return line;
  const kept = line.slice(0, first);
  for (let i = first + 2; i < line.length; i += 2) {
    const x = line[i]!;
    const y = line[i + 1]!;
    if (kept.length > 0 && x === kept[kept.length - 2] && y === kept[kept.length - 1]) continue;
    kept.push(x, y);
  }
  while (
    isRing &&
    kept.length > 2 &&
    kept[0] === kept[kept.length - 2] &&
    kept[1] === kept[kept.length - 1]
  ) {
    kept.length -= 2;
  }
  return kept;
}

/** Where the first point lies that repeats the one before it (in a ring the first follows the last); -1: nowhere. */
function firstRepeat(line: number[], isRing: boolean): number {
  const last = line.length - 2;
  for (let i = 2; i <= last; i += 2) if (line[i] === line[i - 2] && line[i + 1] === line[i - 1]) return i;
  return isRing && last > 0 && line[0] === line[last] && line[1] === line[last + 1] ? last : -1;
}

function reversed(ring: number[]): number[] {
  const other: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) other.push(ring[i]!, ring[i + 1]!);
  return other;
}
