import type { Feature } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  type GeoJSONStoreFeatures,
  type GeoJSONStoreGeometries,
  type SnapToCustom,
  type TerraDrawMouseEvent,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Palette } from '../map/palette.ts';
import type { LngLat } from '../state/view.svelte.ts';
import { createPencilStyle } from './pencil-style.ts';
import { createSnap } from './snapping.ts';

// The pointer's way of drawing. What is drawn is state (state/draw.svelte.ts): the pencil is told what to hold, and
// tells what the pointer did to it. It is fetched when a tool is first taken in hand.

export type PencilMode = 'point' | 'linestring' | 'polygon' | 'select';

/** What the pencil holds: vertices it goes on from, and what is finished (in select mode these can be changed). */
export interface Held {
  mode: PencilMode;
  vertices: readonly LngLat[];
  finished: readonly GeoJSONStoreGeometries[];
}

export interface PencilEvents {
  /** The pointer set one vertex more. */
  onVertices(vertices: LngLat[]): void;
  /** The pointer closed the line or the ring. */
  onFinish(): void;
  /** The pointer changed what was finished. */
  onChange(finished: GeoJSONStoreGeometries[]): void;
  /** Where the vertex under the pointer is now, drawn to a boundary or not; null when there is none. */
  onLive(lngLat: LngLat | null): void;
  /** The edge the pointer is drawn to now; null when there is none. */
  onHeld(edge: Feature | null): void;
}

export class Pencil {
  readonly #map: MapLibreMap;
  readonly #events: PencilEvents;
  readonly #draw: TerraDraw;
  readonly #modes: Record<Exclude<PencilMode, 'select'>, Replayable>;
  readonly #snap: ReturnType<typeof createSnap>;
  #held = '';
  #finishedIds: FeatureId[] = [];
  /** True while the pencil itself moves, so that it does not tell what it was told. */
  #moving = false;
  snapping = true;

  constructor(map: MapLibreMap, palette: Palette, events: PencilEvents) {
    this.#map = map;
    this.#events = events;
    this.#snap = createSnap(map);
    const toCustom: SnapToCustom = ({ containerX, containerY }) =>
      this.#moving ? undefined : (this.snap(containerX, containerY) ?? undefined);
    const snapping = { toCustom };
    const styles = createPencilStyle(palette);
    const drawing = { keyEvents: null, snapping, showCoordinatePoints: true, pointerDistance: 14 };
    const point = new TerraDrawPointMode({ styles: styles.point });
    const linestring = new TerraDrawLineStringMode({ ...drawing, styles: styles.linestring });
    const polygon = new TerraDrawPolygonMode({ ...drawing, styles: styles.polygon });
    const feature = {
      draggable: true,
      coordinates: { draggable: true, deletable: true, midpoints: true, snappable: snapping },
    };
    const select = new TerraDrawSelectMode({
      styles: styles.select,
      keyEvents: null,
      pointerDistance: 16,
      allowManualDeselection: false,
      flags: { point: { feature: { draggable: true } }, linestring: { feature }, polygon: { feature } },
    });
    this.#modes = { point, linestring, polygon };
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map }),
      modes: [point, linestring, polygon, select],
    });
    this.#draw.start();
    this.#draw.on('change', () => this.#tell());
    this.#draw.on('finish', (id, { action }) => this.#finish(id, action === 'draw'));
  }

  /** Puts in hand what the state says; nothing happens when the pencil already holds it. */
  hold({ mode, vertices, finished }: Held): void {
    const held = JSON.stringify([mode, vertices, finished]);
    if (held === this.#held) return;
    this.#held = held;
    this.#moving = true;
    try {
      this.#draw.clear();
      this.#draw.setMode(mode);
      const features = finished.map((geometry): GeoJSONStoreFeatures => ({
        type: 'Feature',
        id: this.#draw.getFeatureId(),
        properties: { mode: toMode(geometry) },
        geometry,
      }));
      const refused = this.#draw.addFeatures(features).find(({ valid }) => !valid);
      if (refused) throw new Error(`Terra Draw refused a drawing: ${refused.reason}`);
      this.#finishedIds = features.map(({ id }) => id!);
      const [first] = this.#finishedIds;
      if (mode === 'select' && first !== undefined) this.#draw.selectFeature(first);
      if (mode !== 'select') this.#replay(mode, vertices);
    } finally {
      this.#moving = false;
    }
    if (vertices.length === 0) this.#events.onLive(null);
    if (finished.length > 0) this.#events.onHeld(null); // nothing is drawn to a boundary any more
  }

  /** The boundary near a spot on the map (in pixels), or null when there is none or vertices do not stick. */
  snap(x: number, y: number): LngLat | null {
    const found = this.snapping ? this.#snap.findEdge(x, y) : null;
    this.#events.onHeld(found?.edge ?? null);
    return found?.lngLat ?? null;
  }

  stop(): void {
    this.#snap.stop();
    this.#events.onHeld(null);
    this.#draw.stop();
    this.#map.getCanvas().style.cursor = '';
  }

  /** Goes on from vertices that came from elsewhere, as if they had been clicked far from one another. */
  #replay(mode: Exclude<PencilMode, 'select'>, vertices: readonly LngLat[]): void {
    vertices.forEach(([lng, lat], index) =>
      this.#modes[mode].onClick({
        lng,
        lat,
        containerX: -1e6 * (index + 1),
        containerY: -1e6,
        button: 'left',
        heldKeys: [],
        isContextMenu: false,
      }),
    );
  }

  #tell(): void {
    if (this.#moving) return;
    const drawn = this.#draw.getSnapshot().find(({ properties }) => properties['currentlyDrawing']);
    if (!drawn) return;
    const sketch = readSketch(drawn);
    if (!sketch) return;
    const { vertices, live } = sketch;
    this.#events.onLive(live);
    const [mode, before] = JSON.parse(this.#held) as [PencilMode, LngLat[]];
    // The pointer only adds vertices; one less is Terra Draw tidying up before it tells that the line is closed.
    if (vertices.length < before.length || JSON.stringify(before) === JSON.stringify(vertices)) return;
    this.#held = JSON.stringify([mode, vertices, []]);
    this.#events.onVertices(vertices);
  }

  #finish(id: FeatureId, drawn: boolean): void {
    if (this.#moving) return;
    const [mode] = JSON.parse(this.#held) as [PencilMode];
    const read = (each: FeatureId) => this.#draw.getSnapshotFeature(each)?.geometry;
    if (mode === 'select') {
      const finished = this.#finishedIds.map(read).filter((geometry) => geometry !== undefined);
      this.#held = JSON.stringify([mode, [], finished]);
      this.#events.onHeld(null);
      this.#events.onChange(finished);
    } else if (mode === 'point') {
      const placed = read(id);
      if (placed?.type !== 'Point') return;
      const lngLat = placed.coordinates as LngLat;
      const { x, y } = this.#map.project(lngLat);
      this.#events.onVertices([this.snap(x, y) ?? lngLat]);
    } else if (drawn) this.#events.onFinish();
  }
}

type FeatureId = string | number;
/** The part of a drawing mode that takes clicks. */
interface Replayable {
  onClick(event: TerraDrawMouseEvent): void;
}

function toMode({ type }: GeoJSONStoreGeometries): PencilMode {
  return type === 'Point' ? 'point' : type === 'LineString' ? 'linestring' : 'polygon';
}

/** The vertices that are set, and the one that follows the pointer; null when the sketch is just being closed. */
function readSketch({
  geometry,
  properties,
}: GeoJSONStoreFeatures): { vertices: LngLat[]; live: LngLat | null } | null {
  if (geometry.type === 'LineString') {
    const line = geometry.coordinates as LngLat[];
    return { vertices: line.slice(0, -1), live: line.at(-1) ?? null };
  }
  const count = properties['committedCoordinateCount'];
  if (geometry.type !== 'Polygon' || typeof count !== 'number') return null;
  const ring = (geometry.coordinates[0] ?? []) as LngLat[];
  return { vertices: ring.slice(0, count), live: ring[count] ?? null };
}
