import { LINE, POINT, type Shape } from './shape.ts';

/**
 * The part of a shape within min..max on both axes; null when there is none. Where a segment is cut the new point
 * depends only on the segment, not on its direction, so that two areas with one border keep one border.
 */
export function clipShape(shape: Shape, min: number, max: number): Shape | null {
  const within = clipAxis(shape, 0, min, max);
  return within && clipAxis(within, 1, min, max);
}

/** The part of a shape between `min` and `max` on one axis (0: x, 1: y); null when there is none. */
export function clipAxis(shape: Shape, axis: 0 | 1, min: number, max: number): Shape | null {
  const groups: number[][][] = [];
  for (const parts of shape.groups) {
    const kept: number[][] = [];
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!;
      const side = sideOf(part, axis, min, max);
      // A hole without its outer ring means nothing; rings after the first are holes.
      if (side === 'outside') {
        if (i === 0 && shape.kind === 3) break;
        continue;
      }
      if (side === 'inside') kept.push(part);
      else if (shape.kind === POINT) kept.push(clipPoints(part, axis, min, max));
      else if (shape.kind === LINE) clipLine(part, axis, min, max, kept);
      else kept.push(clipRing(clipRing(part, axis, min, false), axis, max, true));
    }
    if (kept.length > 0 && kept[0]!.length > 0) groups.push(kept);
  }
  return groups.length > 0 ? { kind: shape.kind, groups } : null;
}

function sideOf(part: number[], axis: 0 | 1, min: number, max: number): 'inside' | 'outside' | 'across' {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = axis; i < part.length; i += 2) {
    const value = part[i]!;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (lowest > max || highest < min) return 'outside';
  return lowest >= min && highest <= max ? 'inside' : 'across';
}

function clipPoints(points: number[], axis: 0 | 1, min: number, max: number): number[] {
  const kept: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const value = points[i + axis]!;
    if (value >= min && value <= max) kept.push(points[i]!, points[i + 1]!);
  }
  return kept;
}

/** Sutherland–Hodgman against one side. */
function clipRing(ring: number[], axis: 0 | 1, edge: number, keepBelow: boolean): number[] {
  const kept: number[] = [];
  let x0 = ring[ring.length - 2]!;
  let y0 = ring[ring.length - 1]!;
  let wasIn = keepBelow ? (axis ? y0 : x0) <= edge : (axis ? y0 : x0) >= edge;
  for (let i = 0; i < ring.length; i += 2) {
    const x1 = ring[i]!;
    const y1 = ring[i + 1]!;
    const isIn = keepBelow ? (axis ? y1 : x1) <= edge : (axis ? y1 : x1) >= edge;
    if (isIn !== wasIn) pushCut(kept, axis, edge, x0, y0, x1, y1);
    if (isIn) kept.push(x1, y1);
    x0 = x1;
    y0 = y1;
    wasIn = isIn;
  }
  return kept;
}

function clipLine(line: number[], axis: 0 | 1, min: number, max: number, pieces: number[][]): void {
  let piece: number[] = [];
  const end = () => {
    if (piece.length >= 4) pieces.push(piece);
    piece = [];
  };
  for (let i = 2; i < line.length; i += 2) {
    const x0 = line[i - 2]!;
    const y0 = line[i - 1]!;
    const x1 = line[i]!;
    const y1 = line[i + 1]!;
    const from = axis ? y0 : x0;
    const to = axis ? y1 : x1;
    if ((from < min && to < min) || (from > max && to > max)) {
      end();
      continue;
    }
    if (from < min) pushCut(piece, axis, min, x0, y0, x1, y1);
    else if (from > max) pushCut(piece, axis, max, x0, y0, x1, y1);
    else if (piece.length === 0) piece.push(x0, y0);
    if (to < min) pushCut(piece, axis, min, x0, y0, x1, y1);
    else if (to > max) pushCut(piece, axis, max, x0, y0, x1, y1);
    else piece.push(x1, y1);
    if (to < min || to > max) end();
  }
  end();
}

/** The point of a segment on the line `axis = edge`, on whole units, the same from either end. */
function pushCut(
  to: number[],
  axis: 0 | 1,
  edge: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  if (axis === 0) {
    const y =
      x0 < x1 ? y0 + ((y1 - y0) * (edge - x0)) / (x1 - x0) : y1 + ((y0 - y1) * (edge - x1)) / (x0 - x1);
    to.push(edge, Math.round(y));
  } else {
    const x =
      y0 < y1 ? x0 + ((x1 - x0) * (edge - y0)) / (y1 - y0) : x1 + ((x0 - x1) * (edge - y1)) / (y0 - y1);
    to.push(Math.round(x), edge);
  }
}
