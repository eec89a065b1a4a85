import { formatNumber } from '../../format.ts';
import { findScaleNumber, toPaperBar } from '../../print/paper.ts';
import type { BboxWgs84, LngLat } from '../../state/view.svelte.ts';

/** What a still of the map shows: its middle and its scale 1:n. */
export interface Still {
  center: LngLat;
  scaleNumber: number;
}

/** A place is shown with its surroundings, never closer than this. */
const closest = 25_000;
/** Part of the picture the place itself may take. */
const share = 0.8;

/** The still of a box of places in a frame of this size. */
export function toStill([west, south, east, north]: BboxWgs84, widthMm: number, heightMm: number): Still {
  const size = {
    widthMm,
    heightMm,
    mapWidthMm: widthMm * share,
    mapHeightMm: heightMm * share,
  };
  return {
    center: [(west + east) / 2, (south + north) / 2],
    scaleNumber: Math.max(closest, findScaleNumber([west, south, east, north], size)),
  };
}

/** The box around several; null when there is none. */
export function toCommonBox(boxes: readonly (BboxWgs84 | null)[]): BboxWgs84 | null {
  const known = boxes.filter((box): box is BboxWgs84 => box !== null);
  if (known.length === 0) return null;
  return [
    Math.min(...known.map(([west]) => west)),
    Math.min(...known.map(([, south]) => south)),
    Math.max(...known.map(([, , east]) => east)),
    Math.max(...known.map(([, , , north]) => north)),
  ];
}

/** A round length that takes at most half the width of the picture, in words and in mm. */
export function toScaleBar(scaleNumber: number, widthMm: number): { widthMm: number; words: string } {
  const { lengthM, widthMm: long } = toPaperBar(scaleNumber);
  const parts = long > widthMm / 2 ? 2 : 1;
  const shown = lengthM / parts;
  return {
    widthMm: long / parts,
    words:
      shown >= 1000 ? `${formatNumber(shown / 1000, shown % 1000 ? 1 : 0)} km` : `${formatNumber(shown)} m`,
  };
}
