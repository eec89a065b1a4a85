import { formatArea, formatLength } from '../format.ts';
import { minimumVertices, type DrawMode, type DrawState, type SketchKind } from '../state/draw.svelte.ts';
import type { Atlas } from '../state/contexts.ts';
import type { LngLat } from '../state/view.svelte.ts';
import { measureGeometry, measureLengthM, measureRingM2 } from './measure.ts';

// What a tool can do, whether a button, a key or the pointer asks for it.

export function isDrawing(mode: DrawMode): mode is SketchKind {
  return mode === 'punt' || mode === 'lijn' || mode === 'vlak';
}
export function isMeasuring(mode: DrawMode): mode is 'meet-afstand' | 'meet-oppervlakte' {
  return mode === 'meet-afstand' || mode === 'meet-oppervlakte';
}

/** Whether the pencil is what is held: it draws, changes or measures. */
export function isPencil(mode: DrawMode): boolean {
  return mode !== 'kies' && mode !== 'plaats' && mode !== 'wijs';
}

/** How many vertices a measurement needs. */
export function toMeasureMinimum(mode: DrawMode): number {
  return mode === 'meet-oppervlakte' ? minimumVertices.vlak : minimumVertices.lijn;
}

/** Takes a tool in hand; the same tool again puts it away. Drawing has its own panel. */
export function takeTool({ draw, view }: Pick<Atlas, 'draw' | 'view'>, mode: DrawMode): void {
  const putAway = draw.mode === mode;
  draw.mode = putAway ? 'kies' : mode;
  if (putAway) return;
  if (!isMeasuring(mode)) {
    if (!draw.placement) view.openRight('tekenen'); // placing has a panel of its own
  } else if (isNarrow()) view.sheet = 'laag'; // the sheet would cover what is measured
}

/** Whether the panels are a sheet over the lower part of the map. */
function isNarrow(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(max-width: 899px)').matches;
}

/** Opens the drawing panel with the tool that fits: what is there can be changed, otherwise an area is drawn. */
export function openDrawing(atlas: Pick<Atlas, 'draw' | 'view'>): void {
  const { draw, view } = atlas;
  if (draw.placement) return takeTool(atlas, draw.geometry ? 'bewerk' : 'vlak');
  if (view.rightPanel === 'tekenen' && draw.mode !== 'kies') return putAway(atlas);
  draw.mode = draw.sketch ? draw.sketch.kind : draw.geometry ? 'bewerk' : 'vlak';
  view.openRight('tekenen');
}

/** Back to looking. What was drawn stays, finished or not; a measurement is wiped. */
export function putAway({ draw }: Pick<Atlas, 'draw'>): void {
  if (isMeasuring(draw.mode)) draw.measure.clear();
  draw.mode = 'kies';
}

/** One vertex more for the tool in hand; for a point that is all. */
export function addVertex({ draw, notices }: Pick<Atlas, 'draw' | 'notices'>, lngLat: LngLat): void {
  const mode = draw.mode;
  if (isMeasuring(mode)) draw.measure.addVertex(lngLat);
  else if (isDrawing(mode)) {
    draw.addVertex(mode, lngLat);
    if (!draw.sketch) draw.mode = 'bewerk';
  } else return;
  notices.speak(draw.sketch || isMeasuring(mode) ? `Punt ${countVertices(draw)} gezet.` : 'Punt gezet.');
}

/** Finishes what the tool is at. Says what is missing when it cannot be finished; nothing is lost then. */
export function finishTool({ draw, notices }: Pick<Atlas, 'draw' | 'notices'>): void {
  const mode = draw.mode;
  if (isMeasuring(mode)) {
    draw.measure.finish(toMeasureMinimum(mode));
    if (draw.measure.done) notices.speak(`Gemeten: ${toMeasured(mode, draw.measure.vertices)}, voorlopig.`);
    return;
  }
  const sketch = draw.sketch;
  if (!sketch) return;
  if (draw.finish() && draw.geometry) {
    draw.mode = 'bewerk';
    const { areaM2, lengthM } = measureGeometry(draw.geometry);
    const size = areaM2 > 0 ? formatArea(areaM2) : lengthM > 0 ? formatLength(lengthM) : '';
    notices.speak(['Tekening klaar', size && `${size}, voorlopig`].filter(Boolean).join(': '));
  } else {
    const missing = minimumVertices[sketch.kind] - sketch.vertices.length;
    notices.show(`Nog ${missing} ${missing === 1 ? 'punt' : 'punten'} nodig voor een ${sketch.kind}.`);
  }
}

/** One step back or forward in what the tool is at; the tool follows what is there then. */
export function undo(atlas: Pick<Atlas, 'draw'>): void {
  step(atlas, 'undo');
}
export function redo(atlas: Pick<Atlas, 'draw'>): void {
  step(atlas, 'redo');
}

function step({ draw }: Pick<Atlas, 'draw'>, direction: 'undo' | 'redo'): void {
  if (isMeasuring(draw.mode)) return draw.measure[direction]();
  draw[direction]();
  if (draw.mode === 'kies') return;
  if (draw.sketch) draw.mode = draw.sketch.kind;
  else if (draw.geometry) draw.mode = 'bewerk';
  else if (draw.mode === 'bewerk') draw.mode = 'vlak';
}

/** Makes what was measured the drawing, so that a question can be asked about it. */
export function keepMeasurement(atlas: Pick<Atlas, 'draw' | 'view' | 'notices'>): void {
  const { draw, view } = atlas;
  const kind = draw.mode === 'meet-oppervlakte' ? 'vlak' : 'lijn';
  const vertices = draw.measure.vertices;
  if (vertices.length < minimumVertices[kind]) return;
  draw.measure.clear();
  draw.mode = kind;
  draw.draw(kind, vertices);
  finishTool(atlas);
  view.openRight('tekenen');
}

/** Wipes the drawing; undo brings it back. */
export function wipe({ draw, notices }: Pick<Atlas, 'draw' | 'notices'>): void {
  draw.commit(null);
  if (draw.mode === 'bewerk') draw.mode = 'vlak';
  notices.speak('Tekening gewist. Ongedaan maken haalt haar terug.');
}

function countVertices(draw: DrawState): number {
  return isMeasuring(draw.mode) ? draw.measure.vertices.length : (draw.sketch?.vertices.length ?? 0);
}

/** What was measured, as text: the length of a path, the area of a ring. */
export function toMeasured(mode: DrawMode, vertices: readonly LngLat[]): string {
  return mode === 'meet-oppervlakte'
    ? formatArea(measureRingM2(vertices))
    : formatLength(measureLengthM(vertices));
}
