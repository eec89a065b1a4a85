import { crsUris } from '../../data/schema/geometrie.ts';
import type { Srid } from '../http/crs.ts';
import type { Faults } from './faults.ts';
import type { Position } from './structure.ts';

interface Box {
  name: string;
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/**
 * Where a question may lie: the Netherlands with some of the sea and the neighbours around it, so that a line
 * over the border is answered and a mistake in the coordinates is not. The two boxes are about the same.
 */
const boxes: Record<Srid, Box> = {
  4326: { name: 'lengte 3,0–7,5 en breedte 50,5–54,0', minX: 3, minY: 50.5, maxX: 7.5, maxY: 54 },
  28992: {
    name: 'x −15.000–305.000 en y 285.000–670.000 meter',
    minX: -15_000,
    minY: 285_000,
    maxX: 305_000,
    maxY: 670_000,
  },
};

const isIn = (box: Box, x: number, y: number): boolean =>
  x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;

/**
 * Adds one fault when a position lies outside the country, with the offer that is plainly it: the swapped
 * order, or the other CRS.
 */
export function checkPlace(
  positions: readonly Position[],
  srid: Srid,
  veld: string,
  toSwapped: () => unknown,
  faults: Faults,
): void {
  const outside = positions.filter(([x, y]) => !isIn(boxes[srid], x, y));
  const first = outside[0];
  if (!first) return;
  const other: Srid = srid === 4326 ? 28992 : 4326;
  const fits = (box: Box, swapped: boolean): boolean =>
    positions.every(([x, y]) => (swapped ? isIn(box, y, x) : isIn(box, x, y)));
  const where = `binnen Nederland: ${boxes[srid].name}`;
  if (fits(boxes[srid], true)) {
    const order = srid === 4326 ? '[lengte, breedte]' : '[x, y]';
    faults.add(veld, first, `${where}. De volgorde lijkt omgewisseld; het moet ${order} zijn`, toSwapped());
  } else if (fits(boxes[other], false)) {
    faults.add(veld, first, `${where}. ${toOtherCrs(other)}`, { contentCrs: `<${uriOf(other)}>` });
  } else if (fits(boxes[other], true)) {
    faults.add(veld, first, `${where}. ${toOtherCrs(other)}, en de volgorde lijkt omgewisseld`, {
      contentCrs: `<${uriOf(other)}>`,
    });
  } else {
    faults.add(veld, first, where);
    if (outside.length > 1) faults.add(veld, `${outside.length} posities`, 'alle posities binnen Nederland');
  }
}

function toOtherCrs(srid: Srid): string {
  return srid === 28992
    ? 'Dit lijken RD-coördinaten; stuur dan de header Content-Crs mee'
    : 'Dit lijken lengte en breedte; laat dan de header Content-Crs weg';
}

function uriOf(srid: Srid): string {
  return srid === 28992 ? crsUris.rd : crsUris.crs84;
}
