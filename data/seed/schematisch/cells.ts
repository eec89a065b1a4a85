/**
 * Divides one landmass over gemeenten: every spot goes to the gemeente of the nearest place on that landmass.
 * Borders are cut once and handed to both neighbours, so no gap and no overlap can arise.
 */
import { Delaunay } from 'd3-delaunay';
import type { Place } from './places.ts';
import type { RdXy } from './rd.ts';
import { isInRing, type Edge } from './rings.ts';

/** A stretch of the border between two places of different gemeenten; `left` and `right` are their gemeenten. */
interface Border extends Edge {
  left: string;
  right: string;
}

/** Far beyond the country, so that every real place has a closed cell; none of them wins a spot in the ring. */
const FAR_AWAY: RdXy[] = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => [
  150_000 + 3_000_000 * Math.cos((k * Math.PI) / 4),
  450_000 + 3_000_000 * Math.sin((k * Math.PI) / 4),
]);

/**
 * Directed edges per gemeente (inside on the left, whole metres) of the ring divided over the places.
 * Throws when there are no places, or when a border does not end where it should.
 */
export function divideRing(ring: readonly RdXy[], places: readonly Place[]): Map<string, Edge[]> {
  const edges = new Map<string, Edge[]>();
  const add = (code: string, from: RdXy, to: RdXy): void => {
    if (from[0] === to[0] && from[1] === to[1]) return;
    edges.set(code, [...(edges.get(code) ?? []), { from, to }]);
  };
  const cutsOfSide: { at: number; point: RdXy }[][] = ring.map(() => []);
  const delaunay = Delaunay.from([...places.map((place) => place.rdXy), ...FAR_AWAY]);

  for (const border of listBorders(delaunay, places)) {
    const cuts = cutBorder(border, ring);
    for (const { side, atSide, point } of cuts) cutsOfSide[side]!.push({ at: atSide, point });
    const stops = [toWhole(border.from), ...cuts.map((cut) => cut.point), toWhole(border.to)];
    let inside = isInRing(border.from, ring);
    for (let i = 0; i + 1 < stops.length; i++, inside = !inside) {
      if (!inside) continue;
      add(border.left, stops[i]!, stops[i + 1]!);
      add(border.right, stops[i + 1]!, stops[i]!);
    }
    if (inside === isInRing(border.to, ring))
      throw new Error(`border at ${border.to} ends on the wrong side`);
  }

  ring.forEach((from, side) => {
    const to = ring[(side + 1) % ring.length]!;
    const cuts = cutsOfSide[side]!.sort((a, b) => a.at - b.at);
    const ats = [0, ...cuts.map((cut) => cut.at), 1];
    const stops = [from, ...cuts.map((cut) => cut.point), to];
    for (let i = 0; i + 1 < stops.length; i++) {
      const middle = (ats[i]! + ats[i + 1]!) / 2;
      const [x, y] = along(from, to, middle);
      const nearest = places[delaunay.find(x, y)];
      if (!nearest) throw new Error(`no place near ${x}, ${y}`);
      add(nearest.gemeenteCode, stops[i]!, stops[i + 1]!);
    }
  });
  return edges;
}

function listBorders(delaunay: Delaunay<RdXy>, places: readonly Place[]): Border[] {
  const { halfedges, triangles } = delaunay;
  const { circumcenters } = delaunay.voronoi();
  const centre = (halfedge: number): RdXy => {
    const t = Math.floor(halfedge / 3);
    return [circumcenters[t * 2]!, circumcenters[t * 2 + 1]!];
  };
  const borders: Border[] = [];
  for (let h = 0; h < halfedges.length; h++) {
    const opposite = halfedges[h]!;
    if (opposite < h) continue; // seen from the other side, or the rim of the far-away points
    const a = places[triangles[h]!];
    const b = places[triangles[h % 3 === 2 ? h - 2 : h + 1]!];
    if (!a || !b || a.gemeenteCode === b.gemeenteCode) continue;
    const [from, to] = [centre(h), centre(opposite)];
    const isLeft = cross(from, to, a.rdXy) > 0;
    const [left, right] = isLeft ? [a, b] : [b, a];
    borders.push({ from, to, left: left.gemeenteCode, right: right.gemeenteCode });
  }
  return borders;
}

/** Where the border crosses the ring, in order along the border: which side, how far along that side, which point. */
function cutBorder({ from, to }: Edge, ring: readonly RdXy[]) {
  const cuts: { at: number; side: number; atSide: number; point: RdXy }[] = [];
  for (let side = 0; side < ring.length; side++) {
    const p = ring[side]!;
    const q = ring[(side + 1) % ring.length]!;
    const [fromSide, toSide] = [cross(p, q, from), cross(p, q, to)];
    const [pSide, qSide] = [cross(from, to, p), cross(from, to, q)];
    if (fromSide > 0 === toSide > 0 || pSide > 0 === qSide > 0) continue;
    const at = fromSide / (fromSide - toSide);
    cuts.push({ at, side, atSide: pSide / (pSide - qSide), point: toWhole(along(from, to, at)) });
  }
  return cuts.sort((a, b) => a.at - b.at);
}

/** Twice the area of the triangle; positive when c lies left of the line from a to b. */
function cross([ax, ay]: RdXy, [bx, by]: RdXy, [cx, cy]: RdXy): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

function along([ax, ay]: RdXy, [bx, by]: RdXy, share: number): RdXy {
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
}

function toWhole([x, y]: RdXy): RdXy {
  return [Math.round(x), Math.round(y)];
}
