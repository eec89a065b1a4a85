import type { BboxWgs84, LngLat } from '../state/view.svelte.ts';
import { fromScaleNumber, toMetresPerPixel, toZoom } from '../tools/scale.ts';

// Sizes on paper in millimetres. A map on paper has a round scale, so that a ruler can be laid on it.

export const papers = { A4: [210, 297], A3: [297, 420] } as const;
export type Paper = keyof typeof papers;
export const orientations = ['liggend', 'staand'] as const;
export type Orientation = (typeof orientations)[number];

/** 1:n for each n here; the largest shows the whole country on A4. */
export const scaleNumbers = [
  ...[1000, 2000, 2500, 5000, 7500, 10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 75_000],
  ...[100_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000, 600_000, 750_000],
  ...[1_000_000, 1_250_000, 1_500_000, 2_000_000],
] as const;

export const marginMm = 10;
const titleMm = 15;
const footMm = 13;
const sideMm = 80;
const gapMm = 4;
/** Part of the height that the map takes on a page that stands. */
const standingShare = 0.64;

export interface PageSize {
  /** What can be printed on: the paper without its margins. */
  widthMm: number;
  heightMm: number;
  mapWidthMm: number;
  mapHeightMm: number;
}

/** The room on a page, and the part of it that is map: beside the legend when the page lies, above it when it stands. */
export function toPageSize(paper: Paper, orientation: Orientation): PageSize {
  const [short, long] = papers[paper];
  const [pageWidth, pageHeight] = orientation === 'liggend' ? [long, short] : [short, long];
  const [widthMm, heightMm] = [pageWidth - 2 * marginMm, pageHeight - 2 * marginMm];
  const roomMm = heightMm - titleMm - footMm;
  return orientation === 'liggend'
    ? { widthMm, heightMm, mapWidthMm: widthMm - sideMm - gapMm, mapHeightMm: roomMm }
    : { widthMm, heightMm, mapWidthMm: widthMm, mapHeightMm: Math.round(roomMm * standingShare) };
}

/** The largest scale (smallest n) at which an area fits on the map of a page; the smallest scale when none does. */
export function findScaleNumber(
  [west, south, east, north]: BboxWgs84,
  { mapWidthMm, mapHeightMm }: PageSize,
): number {
  const lat = (south + north) / 2;
  // At zoom 0 the world is 512 px wide, which is as many metres as one pixel is times 512.
  const metresPerDegree = (toMetresPerPixel(lat, 0) * 512) / 360;
  const widthM = (east - west) * metresPerDegree;
  const heightM = (toMercatorDegrees(north) - toMercatorDegrees(south)) * metresPerDegree;
  const needed = Math.max(widthM / (mapWidthMm / 1000), heightM / (mapHeightMm / 1000));
  return scaleNumbers.find((n) => n >= needed * 0.999) ?? scaleNumbers[scaleNumbers.length - 1]!;
}

/** The map in a window of 1440 × 900 with the list beside it. */
const usualMapPx = { width: 1120, height: 824 };

/**
 * What a page should hold: what was framed, or what a usual window shows at this zoom. Not what this window shows, or the
 * same address would be another map on paper from a telephone than from a beamer.
 */
export function toPaperBox(
  { center: [lng, lat], zoom }: { center: LngLat; zoom: number },
  framed: BboxWgs84 | null,
): BboxWgs84 {
  if (framed) return framed;
  const pixelDegrees = 360 / (512 * 2 ** zoom);
  const east = (usualMapPx.width / 2) * pixelDegrees;
  // On the scale of Web Mercator a pixel is as high as it is wide; near enough at this size.
  const north = (usualMapPx.height / 2) * pixelDegrees * Math.cos((lat * Math.PI) / 180);
  return [lng - east, lat - north, lng + east, lat + north];
}

/** Zoom of a map that is shown at 96 pixels to the inch and printed at its own size, at scale 1:n at a latitude. */
export function toPaperZoom(lat: number, scaleNumber: number): number {
  return toZoom(lat, fromScaleNumber(scaleNumber));
}

/** Latitude on the scale of Web Mercator, in degrees of longitude. */
function toMercatorDegrees(lat: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
}

/** The bar under the map: a round length of 25 to 60 mm, in whole parts. */
export function toPaperBar(scaleNumber: number): { lengthM: number; widthMm: number } {
  const longestM = 0.06 * scaleNumber;
  const power = 10 ** Math.floor(Math.log10(longestM));
  const lengthM = [5, 2, 1].map((step) => step * power).find((each) => each <= longestM) ?? power;
  return { lengthM, widthMm: (lengthM / scaleNumber) * 1000 };
}
