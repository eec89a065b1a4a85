import type { Geometrie } from '../../data/schema/geometrie.ts';
import { getActive, takeGeometry, type Placement } from '../placing/placement.ts';
import { History } from './history.svelte.ts';
import { MeasureState } from './measure.svelte.ts';
import { isSamePlace, type LngLat } from './view.svelte.ts';

/** 'kies' is no tool: the pointer pans and clicks ask what lies there. 'plaats' holds a footprint, 'wijs' points a place out. */
export const drawModes = [
  'kies',
  'punt',
  'lijn',
  'vlak',
  'bewerk',
  'meet-afstand',
  'meet-oppervlakte',
  'plaats',
  'wijs',
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
  /** The alternatives of what is being placed; null while the drawing is no more than a drawing. */
  placement: Placement | null;
}
const nothing: Moment = { geometry: null, sketch: null, placement: null };

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
  #history = $state.raw(new History<Moment>(nothing));
  /** The reader's own drawing, put aside while something is placed. */
  #aside: History<Moment> | null = null;
  /** The placement as the pointer has it while it drags: no moment of the history yet. */
  #dragged = $state.raw<Placement | null>(null);

  /** The finished geometry, or null when nothing is drawn. */
  get geometry(): Geometrie | null {
    return this.#dragged ? getActive(this.#dragged).geometrie : this.#history.now.geometry;
  }
  /** What is being placed, its alternative in hand being the drawing; null while nothing is. */
  get placement(): Placement | null {
    return this.#dragged ?? this.#history.now.placement;
  }
  /** The placement without what the pointer is doing to it: what the map draws, so that it need not follow every move. */
  get kept(): Placement | null {
    return this.#history.now.placement;
  }
  /** True while the pointer drags a footprint. */
  readonly isDragging: boolean = $derived(this.#dragged !== null);
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

  /** Makes a geometry the drawing in hand, of the alternative in hand when something is placed; what was undone before is forgotten. */
  commit(geometry: Geometrie | null): void {
    const placement = this.placement && takeGeometry(this.placement, geometry);
    this.#push({ geometry, sketch: null, placement });
  }

  /** Begins to place: the reader's own drawing is put aside until stopPlacing. */
  startPlacing(placement: Placement): void {
    this.#aside ??= this.#history;
    this.#dragged = null;
    this.#history = new History<Moment>(toMoment(placement));
  }

  /** Brings the reader's own drawing back. */
  stopPlacing(): void {
    if (!this.#aside) return;
    this.#history = this.#aside;
    this.#aside = this.#dragged = null;
    this.corridorM = null;
  }

  /** One moment more of what is being placed. */
  place(placement: Placement): void {
    this.#push(toMoment(placement));
  }

  /** What the pointer makes of it while it drags; null lets go without a trace, and place() keeps it. */
  drag(placement: Placement | null): void {
    this.#dragged = placement;
  }

  #push(moment: Moment): void {
    this.#dragged = null;
    this.#history.push(moment);
  }

  /** The vertices of the sketch as they are now; none ends it. A point is finished at once. */
  draw(kind: SketchKind, vertices: readonly LngLat[]): void {
    const sketch = vertices.length > 0 ? { kind, vertices } : null;
    this.#push({ geometry: this.geometry, sketch, placement: this.placement });
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
    this.#dragged = null;
    this.#history.undo();
  }

  redo(): void {
    this.#dragged = null;
    this.#history.redo();
  }

  /** Starts afresh from a geometry (from the URL), without history. */
  reset(geometry: Geometrie | null, sketch: Sketch | null = null): void {
    // The address is about the reader's own drawing, also while it is put aside.
    (this.#aside ?? this.#history).reset({ geometry, sketch, placement: null });
  }

  /** The reader's own drawing, for the address: what is being placed may be confidential and is never in it. */
  get shared(): Geometrie | null {
    return (this.#aside ?? this.#history).now.geometry;
  }
}

function toMoment(placement: Placement): Moment {
  return { geometry: getActive(placement).geometrie, sketch: null, placement };
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
