import type { Feature } from 'geojson';
import type { AreaRange } from '../../data/document.ts';
import { toBboxWgs84 } from '../map/bounds.ts';
import { toLngLat, toRd, type RdXy } from '../map/rd.ts';
import type { Atlas } from '../state/contexts.ts';
import type { LngLat } from '../state/view.svelte.ts';
import { changeActive, getActive, takeRectangle, toPolygon } from './placement.ts';
import { moveBy, scaleTo, sizeTo, turnTo, type Rectangle } from './rectangle.ts';
import { createRectangle, toMiddleM2, type Template } from './templates.ts';

// What can be done with the footprint in hand, whether the pointer, a key, a button or a number asks for it.

type Hand = Pick<Atlas, 'draw'>;

/** The rectangle in hand; null for a free shape or nothing. */
export function findRectangle({ draw }: Hand): Rectangle | null {
  return draw.placement && getActive(draw.placement).rechthoek;
}

/** Makes a rectangle the footprint in hand, as one step that can be undone. */
export function putRectangle({ draw }: Hand, rectangle: Rectangle): void {
  if (draw.placement) draw.place(takeRectangle(draw.placement, rectangle));
}

/** Changes the rectangle in hand, as one step that can be undone; nothing happens when there is none. */
export function changeRectangle(hand: Hand, change: (rectangle: Rectangle) => Rectangle): void {
  const rectangle = findRectangle(hand);
  if (rectangle) putRectangle(hand, change(rectangle));
}

export const nudge = (hand: Hand, by: RdXy): void => changeRectangle(hand, (each) => moveBy(each, by));
export const turnBy = (hand: Hand, degrees: number): void =>
  changeRectangle(hand, (each) => turnTo(each, each.angleDeg + degrees));
/** Wider and deeper by metres, about the centre. */
export const growBy = (hand: Hand, metres: number): void =>
  changeRectangle(hand, (each) => sizeTo(each, each.widthM + metres, each.depthM + metres));

/** Puts a footprint of a template down around a place, of the middle of its range, and takes it in hand. */
export function putTemplate({ draw }: Hand, template: Template, at: LngLat): void {
  if (!draw.placement) return;
  const rectangle = createRectangle(toRounded(toRd(at)), toMiddleM2(template.bereik));
  draw.place(changeActive(takeRectangle(draw.placement, rectangle), { sjabloon: template.id }));
  draw.mode = 'plaats';
}

/** Whole metres: nobody places a station to the millimetre with a mouse. */
export function toRounded([x, y]: RdXy): RdXy {
  return [Math.round(x), Math.round(y)];
}

/** Outlines of the smallest and largest size about the footprint, for the map. */
export function toRangeFeatures(rectangle: Rectangle, { minM2, maxM2 }: AreaRange): Feature[] {
  const sizes = minM2 === maxM2 ? [minM2] : [minM2, maxM2];
  return sizes.map((areaM2) => ({
    type: 'Feature',
    properties: { rol: 'bereik' },
    geometry: toPolygon(scaleTo(rectangle, areaM2)),
  }));
}

/** Pixels along the edge of the map that may be covered by its buttons. */
const edgePx = 100;

/** Brings the footprint on screen when its middle is not: what was typed may lie anywhere. */
export function followFootprint(atlas: Pick<Atlas, 'draw' | 'map'>): void {
  const { map } = atlas.map;
  const rectangle = findRectangle(atlas);
  if (!map || !rectangle) return;
  const { x, y } = map.project(toLngLat(rectangle.centre));
  const { clientWidth, clientHeight } = map.getCanvas();
  const isInSight = x > edgePx && y > edgePx && x < clientWidth - edgePx && y < clientHeight - edgePx;
  if (!isInSight) showFootprint(atlas);
}

/** Brings the alternative in hand on screen, when it is anywhere. */
export function showFootprint({ draw, map }: Pick<Atlas, 'draw' | 'map'>, maxZoom = 15): void {
  const bbox = draw.geometry && toBboxWgs84(draw.geometry);
  if (bbox) map.frame(bbox, maxZoom);
}
