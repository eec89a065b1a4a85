import { clipAxis } from './clip.ts';
import { EXTENT } from './mercator.ts';
import type { Shape } from './shape.ts';

export interface TilePart {
  x: number;
  y: number;
  /** The part in this tile and its buffer, in tile units from the tile's corner. */
  shape: Shape;
}

/** Divides a shape on the grid of a whole zoom level (units from the corner of the world) over its tiles. */
export function* tilesOf(shape: Shape, buffer: number): Generator<TilePart> {
  for (const { index: x, shape: column } of slices(shape, 0, buffer)) {
    for (const { index: y, shape: part } of slices(column, 1, buffer)) {
      yield { x, y, shape: shifted(part, -x * EXTENT, -y * EXTENT) };
    }
  }
}

function* slices(shape: Shape, axis: 0 | 1, buffer: number): Generator<{ index: number; shape: Shape }> {
  const [lowest, highest] = range(shape, axis);
  const last = Math.floor((highest + buffer) / EXTENT);
  for (let index = Math.floor((lowest - buffer) / EXTENT); index <= last; index++) {
    const from = index * EXTENT - buffer;
    const slice = clipAxis(shape, axis, from, (index + 1) * EXTENT + buffer);
    if (slice) yield { index, shape: slice };
  }
}

function range(shape: Shape, axis: 0 | 1): [number, number] {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const part of shape.groups.flat()) {
    for (let i = axis; i < part.length; i += 2) {
      lowest = Math.min(lowest, part[i]!);
      highest = Math.max(highest, part[i]!);
    }
  }
  return [lowest, highest];
}

function shifted(shape: Shape, dx: number, dy: number): Shape {
  const groups = shape.groups.map((parts) =>
    parts.map((part) => part.map((value, i) => value + (i % 2 === 0 ? dx : dy))),
  );
  return { kind: shape.kind, groups };
}
