import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { LngLat } from '../state/view.svelte.ts';

// A geometry as the table of vertices sees it: paths of vertices, a ring without its repeated last position.

export interface Path {
  /** 'Vlak 2, gat 1'; empty when there is only one path. */
  label: string;
  vertices: readonly LngLat[];
  /** A ring: the last vertex is joined to the first. */
  closed: boolean;
  /** The fewest vertices the path may keep. */
  minimum: number;
}

/** The paths of a geometry in a fixed order; each point of a point geometry is a vertex of one path. */
export function toPaths(geometry: Geometrie): Path[] {
  switch (geometry.type) {
    case 'Point':
      return [{ label: '', vertices: [geometry.coordinates], closed: false, minimum: 1 }];
    case 'MultiPoint':
      return [{ label: '', vertices: geometry.coordinates, closed: false, minimum: 1 }];
    case 'LineString':
      return [toLine(geometry.coordinates, '')];
    case 'MultiLineString':
      return geometry.coordinates.map((line, index) => toLine(line, `Lijn ${index + 1}`));
    case 'Polygon':
      return toRings(geometry.coordinates, '');
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings, index) => toRings(rings, `Vlak ${index + 1}`));
  }
}

function toLine(vertices: LngLat[], label: string): Path {
  return { label, vertices, closed: false, minimum: 2 };
}

function toRings(rings: LngLat[][], name: string): Path[] {
  return rings.map((ring, index) => {
    const hole = index > 0 ? `gat ${index}` : rings.length > 1 && !name ? 'buitenrand' : '';
    const label = [name, hole].filter(Boolean).join(', ');
    return { label, vertices: ring.slice(0, -1), closed: true, minimum: 3 };
  });
}

/**
 * The geometry with one of its paths (by its index in toPaths) given other vertices. Null when that leaves the path
 * with too few. One point in a list of points becomes a Point again.
 */
export function replacePath(
  geometry: Geometrie,
  index: number,
  vertices: readonly LngLat[],
): Geometrie | null {
  const path = toPaths(geometry)[index];
  if (!path || vertices.length < path.minimum) return null;
  const positions = vertices.map(([lng, lat]): LngLat => [lng, lat]);
  const ring = [...positions, positions[0]!];
  const at = <Part>(list: Part[], part: Part) => list.map((each, i) => (i === index ? part : each));
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return positions.length === 1
        ? { type: 'Point', coordinates: positions[0]! }
        : { type: 'MultiPoint', coordinates: positions };
    case 'LineString':
      return { type: 'LineString', coordinates: positions };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: at(geometry.coordinates, positions) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: at(geometry.coordinates, ring) };
    case 'MultiPolygon': {
      let before = 0;
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => {
          const start = before;
          before += rings.length;
          return rings.map((each, i) => (start + i === index ? ring : each));
        }),
      };
    }
  }
}

/** The list with one vertex changed, added before an index, or taken out. */
export function setVertex(vertices: readonly LngLat[], index: number, lngLat: LngLat): LngLat[] {
  return vertices.map((each, i) => (i === index ? lngLat : each));
}
export function insertVertex(vertices: readonly LngLat[], index: number, lngLat: LngLat): LngLat[] {
  return [...vertices.slice(0, index), lngLat, ...vertices.slice(index)];
}
export function removeVertex(vertices: readonly LngLat[], index: number): LngLat[] {
  return vertices.filter((_, i) => i !== index);
}

/** The numbers of the edges of a path that cross each other, for a ring counted with its closing edge; null when none do. */
export function findCrossing(path: Pick<Path, 'vertices' | 'closed'>): [number, number] | null {
  const { vertices, closed } = path;
  const count = closed ? vertices.length : vertices.length - 1;
  const edge = (index: number): [LngLat, LngLat] => [
    vertices[index]!,
    vertices[(index + 1) % vertices.length]!,
  ];
  for (let i = 0; i < count; i++)
    for (let j = i + 2; j < count; j++) {
      const neighbours = closed && i === 0 && j === count - 1;
      if (!neighbours && cross(edge(i), edge(j))) return [i + 1, j + 1];
    }
  return null;
}

function cross([a, b]: [LngLat, LngLat], [c, d]: [LngLat, LngLat]): boolean {
  const side = (p: LngLat, q: LngLat, r: LngLat) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
