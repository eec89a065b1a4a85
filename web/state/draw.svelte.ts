import type { Geometrie } from '../../data/schema/geometrie.ts';
import { History } from './history.svelte.ts';
import { MeasureState } from './measure.svelte.ts';
import { isSamePlace, type LngLat } from './view.svelte.ts';

/** 'kies' is no tool: the pointer pans and clicks ask what lies there. */
export const drawModes = [
  'kies',
  'punt',
  'lijn',
  'vlak',
  'bewerk',
  'meet-afstand',
  'meet-oppervlakte',
] as const;
export type DrawMode = (typeof drawModes)[number];
export type SketchKind = 'punt' | 'lijn' | 'vlak';

/** Vertices of a drawing that is not finished; a ring is not closed yet. */
export interface Sketch {
  kind: SketchKind;
  vertices: readonly LngLat[];
}

/** How many vertices a drawing needs to be one. */
export const minimumVertices: Record<SketchKind, number> = { punt: 1, lijn: 2, vlak: 3 };

/** The widest strip (m) that can be asked for around a line. */
export const widestCorridorM = 10_000;

interface Moment {
  geometry: Geometrie | null;
  sketch: Sketch | null;
}

/**
 * The drawing in hand, in CRS84, and its history. The history is data: every vertex and every change is a moment,
 * undo and redo walk over them, whether the pointer, the table or a paste made them. A finished drawing stays until
 * the next one is finished, so that nothing is lost by starting anew.
 */
export class DrawState {
  mode = $state<DrawMode>('kies');
  /** Vertices stick to boundaries that are near. */
  snapping = $state(true);
  /** Full width (m) of the strip around a drawn line that a question is asked about; null asks about the line. */
  corridorM = $state<number | null>(null);
  /** The strip of corridorM around the drawn line; null while there is none. Made by tools/Pointing.svelte. */
  corridor = $state.raw<Geometrie | null>(null);
  readonly measure = new MeasureState();
  readonly #history = new History<Moment>({ geometry: null, sketch: null });

  /** The finished geometry, or null when nothing is drawn. */
  get geometry(): Geometrie | null {
    return this.#history.now.geometry;
  }
  /** What a question about the drawing is asked about: the strip where there is one. */
  get asked(): Geometrie | null {
    return this.corridor ?? this.geometry;
  }
  /** What is being drawn, or null when nothing is under way. */
  get sketch(): Sketch | null {
    return this.#history.now.sketch;
  }
  get canUndo(): boolean {
    return this.#history.canUndo;
  }
  get canRedo(): boolean {
    return this.#history.canRedo;
  }
  /** Whether the pointer holds the finished drawing, to change it. Holes and very many vertices are for the table. */
  get isHeld(): boolean {
    return this.mode === 'bewerk' && this.geometry !== null && isHoldable(this.geometry);
  }
  /** Whether the sketch has vertices enough. */
  get canFinish(): boolean {
    const sketch = this.sketch;
    return sketch !== null && sketch.vertices.length >= minimumVertices[sketch.kind];
  }

  /** Makes a geometry the drawing in hand; what was undone before is forgotten. */
  commit(geometry: Geometrie | null): void {
    this.#history.push({ geometry, sketch: null });
  }

  /** The vertices of the sketch as they are now; none ends it. A point is finished at once. */
  draw(kind: SketchKind, vertices: readonly LngLat[]): void {
    const sketch = vertices.length > 0 ? { kind, vertices } : null;
    this.#history.push({ geometry: this.geometry, sketch });
    if (kind === 'punt' && sketch) this.finish();
  }

  /** One vertex more; the same place twice is one vertex. */
  addVertex(kind: SketchKind, lngLat: LngLat): void {
    const before = this.sketch?.kind === kind ? this.sketch.vertices : [];
    if (isSamePlace(before.at(-1), lngLat)) return;
    this.draw(kind, [...before, lngLat]);
  }

  /** Makes the sketch the drawing; false when it has too few vertices, and then nothing changes. */
  finish(): boolean {
    const sketch = this.sketch;
    const geometry = sketch && toGeometry(sketch);
    if (!geometry) return false;
    this.commit(geometry);
    return true;
  }

  undo(): void {
    this.#history.undo();
  }

  redo(): void {
    this.#history.redo();
  }

  /** Starts afresh from a geometry (from the URL), without history. */
  reset(geometry: Geometrie | null, sketch: Sketch | null = null): void {
    this.#history.reset({ geometry, sketch });
  }
}

const mostHeldPositions = 1000;

function isHoldable(geometry: Geometrie): boolean {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return (
    polygons.every((rings) => rings.length === 1) &&
    geometry.coordinates.flat(3).length / 2 <= mostHeldPositions
  );
}

/** The sketch as a geometry, or null when it has too few vertices. */
export function toGeometry({ kind, vertices }: Sketch): Geometrie | null {
  const [first] = vertices;
  if (!first || vertices.length < minimumVertices[kind]) return null;
  const coordinates = vertices.map(([lng, lat]): LngLat => [lng, lat]);
  if (kind === 'punt') return { type: 'Point', coordinates: [first[0], first[1]] };
  if (kind === 'lijn') return { type: 'LineString', coordinates };
  return { type: 'Polygon', coordinates: [[...coordinates, [first[0], first[1]]]] };
}
