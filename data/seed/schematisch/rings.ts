/** Rings in a plane: area, inside or not, and chaining loose edges into polygons. All in RD New, metres. */
import type { RdXy } from './rd.ts';

export interface Edge {
  from: RdXy;
  to: RdXy;
}

/** Signed area in m² of a ring, open or closed; positive when counterclockwise. */
export function ringArea(ring: readonly RdXy[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[(i + 1) % ring.length]!;
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

/** True when the point lies inside the ring (even-odd); on the border it may say either. */
export function isInRing([x, y]: RdXy, ring: readonly RdXy[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/**
 * Polygons (closed rings, outer counterclockwise first) enclosed by directed edges that have the inside on their left.
 * Edges that run both ways cancel: that is how cells of one gemeente melt together. Throws when a chain does not close.
 */
export function chainPolygons(edges: readonly Edge[]): RdXy[][][] {
  const rings = chainRings(cancelOpposites(edges));
  const polygons = rings.filter((ring) => ringArea(ring) > 0).map((outer) => [outer]);
  for (const hole of rings.filter((ring) => ringArea(ring) < 0)) {
    const around = polygons
      .filter(([outer]) => isInRing(midpoint(hole[0]!, hole[1]!), outer!))
      .sort((a, b) => ringArea(a[0]!) - ringArea(b[0]!))[0];
    if (!around) throw new Error(`hole at ${hole[0]} lies in no polygon`);
    around.push(hole);
  }
  return polygons;
}

/** Distance in metres from a point to the nearest point of an edge. */
export function distanceToEdge([x, y]: RdXy, { from, to }: Edge): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / square;
  const within = Math.min(1, Math.max(0, share));
  return Math.hypot(x - from[0] - within * dx, y - from[1] - within * dy);
}

function midpoint([ax, ay]: RdXy, [bx, by]: RdXy): RdXy {
  return [(ax + bx) / 2, (ay + by) / 2];
}

function cancelOpposites(edges: readonly Edge[]): Edge[] {
  const left = new Map<string, Edge>();
  for (const edge of edges) {
    if (!left.delete(`${edge.to};${edge.from}`)) left.set(`${edge.from};${edge.to}`, edge);
  }
  return [...left.values()];
}

function chainRings(edges: readonly Edge[]): RdXy[][] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) leaving.set(`${edge.from}`, [...(leaving.get(`${edge.from}`) ?? []), edge]);
  const unused = new Set(edges);
  const rings: RdXy[][] = [];
  for (const first of edges) {
    if (!unused.has(first)) continue;
    const ring: RdXy[] = [first.from];
    let edge = first;
    do {
      unused.delete(edge);
      ring.push(edge.to);
      const next = mostLeft(
        edge,
        (leaving.get(`${edge.to}`) ?? []).filter((e) => unused.has(e) || e === first),
      );
      if (!next) throw new Error(`border stops at ${edge.to}`);
      edge = next;
    } while (edge !== first);
    rings.push(ring);
  }
  return rings;
}

/** Where a polygon touches itself in a point, turning left keeps the two parts separate rings, as GEOS wants it. */
function mostLeft(arriving: Edge, candidates: readonly Edge[]): Edge | undefined {
  const back = Math.atan2(arriving.from[1] - arriving.to[1], arriving.from[0] - arriving.to[0]);
  const clockwiseFromBack = (edge: Edge): number => {
    const angle = back - Math.atan2(edge.to[1] - edge.from[1], edge.to[0] - edge.from[0]);
    return ((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  };
  return [...candidates].sort((a, b) => clockwiseFromBack(a) - clockwiseFromBack(b))[0];
}
