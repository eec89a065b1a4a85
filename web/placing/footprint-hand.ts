import type { Map as MapLibreMap } from 'maplibre-gl';
import { toLngLat, toRd, type RdXy } from '../map/rd.ts';
import type { Atlas } from '../state/contexts.ts';
import type { LngLat } from '../state/view.svelte.ts';
import { createSnap, type Snap } from '../tools/snapping.ts';
import { findRectangle, growBy, nudge, putRectangle, toRounded, turnBy } from './footprint.ts';
import { takeRectangle } from './placement.ts';
import {
  dragGrip,
  moveBy,
  toAngleDeg,
  toPlace,
  toRing,
  turnTo,
  type Grip,
  type Rectangle,
} from './rectangle.ts';

/** What a drag makes of the rectangle it began with, now that the pointer is at a place. */
type Change = (to: RdXy, event: PointerEvent) => Rectangle;
/** How a drag begins: with which rectangle, and where the pointer was. */
export type Begin = (from: Rectangle, start: RdXy) => Change;

/** Moves the rectangle by whole metres, its corners held by boundaries. */
export const toMove =
  (hand: FootprintHand): Begin =>
  (from, start) =>
  (to) =>
    hand.hold(moveBy(from, toRounded([to[0] - start[0], to[1] - start[1]])));

/** Sizes it by a side or corner: whole metres, or up to a boundary. */
export const toSize =
  (hand: FootprintHand, grip: Grip): Begin =>
  (from) =>
  (to) => {
    const near = hand.findSnap(to);
    return dragGrip(from, grip, near ?? to, near ? 0.1 : 1);
  };

/** Turns it by whole degrees, with Shift by 15. */
export const turn: Begin = (from) => (to, event) => {
  const step = event.shiftKey ? 15 : 1;
  return turnTo(from, Math.round(toAngleDeg(from, to) / step) * step);
};

/** The pointer and the keys on the footprint in hand. */
export class FootprintHand {
  readonly #atlas: Atlas;
  readonly #map: MapLibreMap;
  readonly #snap: Snap;
  #drag: { pointerId: number; change: Change } | null = null;

  constructor(atlas: Atlas, map: MapLibreMap) {
    this.#atlas = atlas;
    this.#map = map;
    this.#snap = createSnap(map);
  }

  stop(): void {
    this.#snap.stop();
  }

  begin(event: PointerEvent, begin: Begin): void {
    const rectangle = findRectangle(this.#atlas);
    if (!rectangle || event.button !== 0) return;
    event.stopPropagation();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#drag = { pointerId: event.pointerId, change: begin(rectangle, this.#toRdOf(event)) };
  }

  follow(event: PointerEvent): void {
    const { draw } = this.#atlas;
    if (this.#drag?.pointerId !== event.pointerId || !draw.placement) return;
    draw.drag(takeRectangle(draw.placement, this.#drag.change(this.#toRdOf(event), event)));
  }

  /** Lets go; true when something was held. */
  end(event: PointerEvent): boolean {
    if (this.#drag?.pointerId !== event.pointerId) return false;
    this.#drag = null;
    const { draw, placing } = this.#atlas;
    placing.light([]);
    if (draw.isDragging && draw.placement) draw.place(draw.placement);
    return true;
  }

  /** Puts the footprint around a place, held by boundaries. */
  putAt(lngLat: LngLat): void {
    const rectangle = findRectangle(this.#atlas);
    if (rectangle) putRectangle(this.#atlas, this.hold({ ...rectangle, centre: toRounded(toRd(lngLat)) }));
    this.#atlas.placing.light([]);
  }

  /** Arrows move by 10 m, with Shift by 1 m; on a side or corner they size; [ and ] turn, + and − grow. True when it was such a key. */
  press(event: KeyboardEvent, grip: Grip | null): boolean {
    const step = event.shiftKey ? 1 : 10;
    const ways: Record<string, RdXy> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    const way = ways[event.key];
    const degrees = { '[': -5, '{': -1, ']': 5, '}': 1 }[event.key];
    const metres = { '+': 10, '=': 10, '-': -10, _: -1 }[event.key];
    const rectangle = findRectangle(this.#atlas);
    if (way && rectangle && grip) {
      const [x, y] = toPlace(rectangle, grip.along, grip.across);
      putRectangle(this.#atlas, dragGrip(rectangle, grip, [x + way[0], y + way[1]], 0));
    } else if (way) nudge(this.#atlas, way);
    else if (degrees) turnBy(this.#atlas, degrees);
    else if (metres) growBy(this.#atlas, metres);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** The place on a boundary near a place, which then glows; null when there is none or nothing is to stick. */
  findSnap(rdXy: RdXy): RdXy | null {
    const { draw, placing } = this.#atlas;
    const { x, y } = this.#map.project(toLngLat(rdXy));
    const found = draw.snapping ? this.#snap.findEdge(x, y) : null;
    placing.light(found ? [found.edge] : []);
    return found && toRd(found.lngLat);
  }

  /** The rectangle moved to the boundary one of its corners is close to. */
  hold(from: Rectangle): Rectangle {
    for (const corner of toRing(from).slice(0, 4)) {
      const near = this.findSnap(corner);
      if (near) return moveBy(from, [near[0] - corner[0], near[1] - corner[1]]);
    }
    return from;
  }

  #toRdOf(event: PointerEvent): RdXy {
    const box = this.#map.getCanvas().getBoundingClientRect();
    const { lng, lat } = this.#map.unproject([event.clientX - box.left, event.clientY - box.top]);
    return toRd([lng, lat]);
  }
}
