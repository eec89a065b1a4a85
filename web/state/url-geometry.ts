import type { Geometrie } from '../../data/schema/geometrie.ts';
import { isInRdRange, toLngLat, toRd } from '../map/rd.ts';

// A geometry in the URL: a letter for its type, then positions in RD New in whole decimetres, in base 36, each as
// the difference with the one before (starting at 0,0). `~` between the parts, `.` between rings or lines, `!`
// between polygons; all of them survive in a query string as they are.

const letters: Record<Geometrie['type'], string> = {
  Point: 'p',
  MultiPoint: 'mp',
  LineString: 'l',
  MultiLineString: 'ml',
  Polygon: 'v',
  MultiPolygon: 'mv',
};

type Position = readonly [number, number];

/** The geometry (CRS84) as short text. Positions are rounded to the decimetre. */
export function writeGeometry(geometry: Geometrie): string {
  const polygons = toPolygons(geometry);
  const pen = { x: 0, y: 0 };
  const body = polygons
    .map((rings) => rings.map((ring) => ring.map((at) => writePosition(at, pen)).join('~')).join('.'))
    .join('!');
  return `${letters[geometry.type]}~${body}`;
}

/** The geometry (CRS84) that writeGeometry wrote. Throws when the text is not one, or lies outside RD New. */
export function readGeometry(text: string): Geometrie {
  const cut = text.indexOf('~');
  const type = (Object.keys(letters) as Geometrie['type'][]).find(
    (each) => letters[each] === text.slice(0, cut),
  );
  if (cut < 1 || !type) throw new Error('Onbekende soort tekening');
  const pen = { x: 0, y: 0 };
  const polygons = text
    .slice(cut + 1)
    .split('!')
    .map((rings) => rings.split('.').map((ring) => readPositions(ring, pen)));
  return toGeometry(type, polygons);
}

/** Every geometry as polygons of rings of positions, so that one writer does for all. */
function toPolygons(geometry: Geometrie): Position[][][] {
  switch (geometry.type) {
    case 'Point':
      return [[[geometry.coordinates]]];
    case 'MultiPoint':
    case 'LineString':
      return [[geometry.coordinates]];
    case 'MultiLineString':
    case 'Polygon':
      return [geometry.coordinates];
    case 'MultiPolygon':
      return geometry.coordinates;
  }
}

function toGeometry(type: Geometrie['type'], polygons: [number, number][][][]): Geometrie {
  const rings = polygons[0] ?? [];
  const line = rings[0] ?? [];
  const point = line[0];
  if (!point) throw new Error('Lege tekening');
  const closed = (ring: Position[]) => {
    const [first, last] = [ring[0], ring.at(-1)];
    return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  };
  if ((type === 'LineString' || type === 'MultiLineString') && rings.some((each) => each.length < 2))
    throw new Error('Een lijn heeft ten minste twee punten');
  if ((type === 'Polygon' || type === 'MultiPolygon') && !polygons.every((each) => each.every(closed)))
    throw new Error('Een vlak is een gesloten ring');
  switch (type) {
    case 'Point':
      return { type, coordinates: point };
    case 'MultiPoint':
    case 'LineString':
      return { type, coordinates: line };
    case 'MultiLineString':
    case 'Polygon':
      return { type, coordinates: rings };
    case 'MultiPolygon':
      return { type, coordinates: polygons };
  }
}

interface Pen {
  x: number;
  y: number;
}

function writePosition(lngLat: Position, pen: Pen): string {
  const [x, y] = toRd(lngLat).map((metres) => Math.round(metres * 10)) as [number, number];
  const step = [x - pen.x, y - pen.y].map((each) => each.toString(36)).join('_');
  pen.x = x;
  pen.y = y;
  return step;
}

function readPositions(text: string, pen: Pen): [number, number][] {
  return text.split('~').map((step) => {
    const match = /^(-?[0-9a-z]{1,7})_(-?[0-9a-z]{1,7})$/.exec(step);
    if (!match) throw new Error('Onleesbare tekening');
    pen.x += parseInt(match[1]!, 36);
    pen.y += parseInt(match[2]!, 36);
    const rdXy: [number, number] = [pen.x / 10, pen.y / 10];
    if (!isInRdRange(rdXy)) throw new Error('De tekening ligt buiten Nederland');
    const [lng, lat] = toLngLat(rdXy);
    return [roundDegrees(lng), roundDegrees(lat)];
  });
}

/** 1e-8 degree is about a millimetre: well under the decimetre that was written. */
function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e8) / 1e8;
}
