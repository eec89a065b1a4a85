/** Overlap and area of each schematic gemeente against the real one. */
import { featureCollection, intersect, multiPolygon } from '@turf/turf';
import type { Position } from 'geojson';
import type { RdXy } from '../rd.ts';
import { bboxOf, shapeArea, summarize, type Bbox, type Shape } from './shape.ts';

interface Row {
  code: string;
  naam: string;
  realKm2: number;
  /** Area of the cell that lies in some real gemeente: the cell without sea, IJsselmeer or neighbouring country. */
  onLandKm2: number;
  /** Area of the cell as drawn. */
  drawnKm2: number;
  /** Share of the real gemeente the cell covers, 0..1. */
  coveredShare: number;
  /** (onLand − real) / real. */
  areaDeviation: number;
}

/** Per gemeente and in total; areas in km², shares 0..1. Planar overlay in RD New. */
export function measureAreas(real: Shape[], schematic: Shape[], naamOf: (code: string) => string) {
  const onLand = new Map<string, number>();
  const rows = real.map((shape): Row => {
    const overlaps = overlapsOf(shape, schematic);
    for (const [code, km2] of overlaps) onLand.set(code, (onLand.get(code) ?? 0) + km2);
    const realKm2 = shapeArea(shape.polygons) / 1e6;
    const coveredShare = (overlaps.get(shape.code) ?? 0) / realKm2;
    const { code } = shape;
    return { code, naam: naamOf(code), realKm2, onLandKm2: 0, drawnKm2: 0, coveredShare, areaDeviation: 0 };
  });
  for (const row of rows) {
    row.onLandKm2 = onLand.get(row.code) ?? 0;
    row.drawnKm2 = shapeArea(schematic.find((s) => s.code === row.code)!.polygons) / 1e6;
    row.areaDeviation = (row.onLandKm2 - row.realKm2) / row.realKm2;
  }
  const sum = (pick: (row: Row) => number): number =>
    Math.round(rows.reduce((total, row) => total + pick(row), 0));
  return {
    totalKm2: {
      real: sum((r) => r.realKm2),
      drawn: sum((r) => r.drawnKm2),
      drawnOnLand: sum((r) => r.onLandKm2),
    },
    coveredShareOfCountry: Number(
      (sum((r) => r.coveredShare * r.realKm2) / sum((r) => r.realKm2)).toFixed(4),
    ),
    coveredShare: summarize(
      rows.map((r) => r.coveredShare),
      3,
    ),
    absoluteAreaDeviation: summarize(
      rows.map((r) => Math.abs(r.areaDeviation)),
      3,
    ),
    worstCovered: [...rows]
      .sort((a, b) => a.coveredShare - b.coveredShare)
      .slice(0, 10)
      .map(toText),
    worstDeviation: [...rows]
      .sort((a, b) => Math.abs(b.areaDeviation) - Math.abs(a.areaDeviation))
      .slice(0, 10)
      .map(toText),
  };
}

function toText(row: Row): string {
  const { code, naam, realKm2, onLandKm2, drawnKm2, coveredShare, areaDeviation } = row;
  const km2 = `real ${realKm2.toFixed(1)}, cell ${onLandKm2.toFixed(1)} (drawn ${drawnKm2.toFixed(1)}) km2`;
  return `${code} ${naam}: ${km2}, covered ${coveredShare.toFixed(2)}, deviation ${areaDeviation.toFixed(2)}`;
}

/** km² each cell shares with the real gemeente, by code of the cell. */
function overlapsOf(shape: Shape, schematic: readonly Shape[]): Map<string, number> {
  const box = bboxOf(shape);
  const overlaps = new Map<string, number>();
  for (const cell of schematic) {
    if (!boxesMeet(box, bboxOf(cell))) continue;
    const both = intersect(featureCollection([multiPolygon(shape.polygons), multiPolygon(cell.polygons)]));
    if (!both) continue;
    const { type, coordinates } = both.geometry;
    const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Position[][][];
    overlaps.set(cell.code, shapeArea(polygons as RdXy[][][]) / 1e6);
  }
  return overlaps;
}

function boxesMeet(a: Bbox, b: Bbox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
