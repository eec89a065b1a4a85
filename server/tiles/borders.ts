import { mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify } from 'topojson-simplify';
import type { MultiPolygon, Topology } from 'topojson-specification';
import { nodeRings, type Tolerance } from './noding.ts';
import { POLYGON, type Shape } from './shape.ts';

/** Polygons on a whole-number grid, as in a Shape. */
export type Polygons = number[][][];

/**
 * Areas that share their borders: each stretch of border is kept once, so that it stays one line for both
 * neighbours, and for every area made of them, however it is simplified.
 */
export class Borders {
  readonly #topology: Topology;
  /** Outlines by name, as lists of stretches. */
  readonly #outlines = new Map<string, MultiPolygon>();

  /** Takes areas by name. A vertex within `tolerance` of a neighbour's edge lies on it. */
  constructor(areas: ReadonlyMap<string, Polygons>, tolerance: Tolerance) {
    const rings = [...areas.values()].flat(2);
    const noded = new Map(nodeRings(rings, tolerance).map((ring, i) => [rings[i]!, ring]));
    const objects: Record<string, GeoJSON.MultiPolygon> = {};
    for (const [name, polygons] of areas) {
      const coordinates = polygons.map((parts) => parts.map((ring) => toPositions(noded.get(ring)!)));
      objects[name] = { type: 'MultiPolygon', coordinates };
    }
    this.#topology = presimplify(topology(objects) as Topology<Record<string, MultiPolygon>>);
    for (const name of areas.keys()) this.#outlines.set(name, this.#topology.objects[name] as MultiPolygon);
  }

  /** Adds the area that the named areas form together. Throws when one of them is not there. */
  merge(name: string, members: readonly string[]): void {
    const outlines = members.map((member) => this.#outline(member));
    this.#outlines.set(name, mergeArcs(this.#topology, outlines) as MultiPolygon);
  }

  /**
   * All areas with their borders simplified alike: bends that span less than `minArea` (Visvalingam–Whyatt) go,
   * points where borders meet stay, and every remaining point is put on a grid by `toGrid`.
   */
  simplify(minArea: number, toGrid: (x: number, y: number) => [number, number]): Map<string, Shape> {
    const arcs = this.#topology.arcs.map((arc) => {
      const flat: number[] = [];
      for (const [x, y, area] of arc as [number, number, number][]) {
        if (area >= minArea) flat.push(...toGrid(x, y));
      }
      return flat;
    });
    const shapes = new Map<string, Shape>();
    for (const [name, outline] of this.#outlines) {
      const groups = outline.arcs.map((rings) => rings.map((ring) => joinArcs(ring, arcs)));
      shapes.set(name, { kind: POLYGON, groups });
    }
    return shapes;
  }

  #outline(name: string): MultiPolygon {
    const outline = this.#outlines.get(name);
    if (!outline) throw new Error(`No area ${name} among these borders`);
    return outline;
  }
}

function toPositions(ring: number[]): [number, number][] {
  const positions: [number, number][] = [];
  for (let i = 0; i < ring.length; i += 2) positions.push([ring[i]!, ring[i + 1]!]);
  positions.push([ring[0]!, ring[1]!]);
  return positions;
}

/** The unclosed ring along the arcs; a negative number is the arc ~n backwards (TopoJSON). */
function joinArcs(ring: readonly number[], arcs: readonly number[][]): number[] {
  const joined: number[] = [];
  for (const number of ring) {
    const arc = arcs[number < 0 ? ~number : number]!;
    // The last point of an arc is the first of the next.
    if (number >= 0) for (let i = 0; i < arc.length - 2; i++) joined.push(arc[i]!);
    else for (let i = arc.length - 2; i > 0; i -= 2) joined.push(arc[i]!, arc[i + 1]!);
  }
  return joined;
}
