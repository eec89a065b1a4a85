/**
 * Puts the vertices of neighbours into each other's edges, so that a border that two areas share consists of the
 * same vertices in both. Sources keep such borders as one line, but not always with a vertex of A where B and C
 * meet on its edge; without it the three would simplify apart.
 */
export function nodeRings(rings: readonly number[][], tolerance: Tolerance): number[][] {
  const index = new VertexIndex(rings);
  return rings.map((ring) => nodeRing(ring, index, tolerance));
}

/** How near a vertex lies to an edge of this length (squared) when it is on it. */
export type Tolerance = (lengthSquared: number) => number;

function nodeRing(ring: number[], index: VertexIndex, toleranceOf: Tolerance): number[] {
  const noded: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length;
    const x0 = ring[i]!;
    const y0 = ring[i + 1]!;
    const x1 = ring[next]!;
    const y1 = ring[next + 1]!;
    noded.push(x0, y0);
    const tolerance = toleranceOf((x1 - x0) ** 2 + (y1 - y0) ** 2);
    for (const [x, y] of index.alongEdge(x0, y0, x1, y1, tolerance)) noded.push(x, y);
  }
  return noded;
}

/** The distinct vertices of all rings in square cells of about the length of an edge. */
class VertexIndex {
  readonly #cells = new Map<number, number[]>();
  readonly #cell: number;

  constructor(rings: readonly number[][]) {
    this.#cell = Math.max(1, meanEdge(rings) * 2);
    const seen = new Set<string>();
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const x = ring[i]!;
        const y = ring[i + 1]!;
        const name = `${x} ${y}`;
        if (seen.has(name)) continue;
        seen.add(name);
        const key = this.#key(Math.floor(x / this.#cell), Math.floor(y / this.#cell));
        const cell = this.#cells.get(key);
        if (cell) cell.push(x, y);
        else this.#cells.set(key, [x, y]);
      }
    }
  }

  #key(column: number, row: number): number {
    return column * 67_108_864 + row;
  }

  /** Vertices within `tolerance` of the open edge, in order from its first point; never its own ends. */
  alongEdge(x0: number, y0: number, x1: number, y1: number, tolerance: number): [number, number][] {
    const lengthSquared = (x1 - x0) ** 2 + (y1 - y0) ** 2;
    const found: { t: number; at: [number, number] }[] = [];
    this.#nearEdge(x0, y0, x1, y1, tolerance, (x, y) => {
      if ((x === x0 && y === y0) || (x === x1 && y === y1)) return;
      const t = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / lengthSquared;
      if (t <= 0 || t >= 1) return;
      const away = (x0 + t * (x1 - x0) - x) ** 2 + (y0 + t * (y1 - y0) - y) ** 2;
      if (away <= tolerance ** 2) found.push({ t, at: [x, y] });
    });
    return found.sort((a, b) => a.t - b.t).map(({ at }) => at);
  }

  #nearEdge(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    tolerance: number,
    visit: (x: number, y: number) => void,
  ): void {
    const size = this.#cell;
    // Row by row, only the columns the edge passes through: a long slanted edge has a huge box and a thin path.
    const firstRow = Math.floor((Math.min(y0, y1) - tolerance) / size);
    const lastRow = Math.floor((Math.max(y0, y1) + tolerance) / size);
    for (let row = firstRow; row <= lastRow; row++) {
      const [from, to] = xRange(x0, y0, x1, y1, row * size - tolerance, (row + 1) * size + tolerance);
      const lastColumn = Math.floor((to + tolerance) / size);
      for (let column = Math.floor((from - tolerance) / size); column <= lastColumn; column++) {
        const cell = this.#cells.get(this.#key(column, row));
        for (let i = 0; cell && i < cell.length; i += 2) visit(cell[i]!, cell[i + 1]!);
      }
    }
  }
}

/** The x's an edge takes between two y's. */
function xRange(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  minY: number,
  maxY: number,
): [number, number] {
  if (y0 === y1) return [Math.min(x0, x1), Math.max(x0, x1)];
  const slope = (x1 - x0) / (y1 - y0);
  const low = Math.max(Math.min(y0, y1), minY);
  const high = Math.min(Math.max(y0, y1), maxY);
  const a = x0 + slope * (low - y0);
  const b = x0 + slope * (high - y0);
  return [Math.min(a, b), Math.max(a, b)];
}

function meanEdge(rings: readonly number[][]): number {
  let length = 0;
  let edges = 0;
  for (const ring of rings) {
    for (let i = 2; i < ring.length; i += 2) {
      length += Math.hypot(ring[i]! - ring[i - 2]!, ring[i + 1]! - ring[i - 1]!);
      edges += 1;
    }
  }
  return length / Math.max(1, edges);
}
