import type { MultiPolygon, Position } from 'geojson';
import type { SourceCrs } from './reading.ts';
import { RefusalError } from './refusal.ts';
import { strokeArc, strokeCircle } from './stroke.ts';
import { findChild, type XmlElement } from './xml.ts';

/** A CRS that GML can be read in. */
export interface GmlCrs {
  name: string;
  srsName: RegExp;
  /** What a reading in it says of its coordinates. */
  srid: SourceCrs;
  /** North before east, as EPSG orders degrees and the axes of ETRS89-LAEA. */
  isNorthFirst: boolean;
  isMetric: boolean;
  /** Ends of two pieces of a ring this close, in units of the CRS, are the same point: 1 mm. */
  samePoint: number;
}

export const rdNew: GmlCrs = {
  name: 'EPSG:28992',
  srsName: /(^|[:/#])28992$/,
  srid: 28992,
  isNorthFirst: false,
  isMetric: true,
  samePoint: 0.001,
};
/** ETRS89 in degrees; RD New is defined on it, so that EPSG:4326 stands for it without loss. */
export const etrs89: GmlCrs = {
  name: 'EPSG:4258',
  srsName: /(^|[:/#])4258$/,
  srid: 4326,
  isNorthFirst: true,
  isMetric: false,
  samePoint: 1e-8,
};
/** ETRS89-LAEA, the equal-area projection of Europe. */
export const etrs89Laea: GmlCrs = {
  name: 'EPSG:3035',
  srsName: /(^|[:/#])3035$/,
  srid: 3035,
  isNorthFirst: true,
  isMetric: true,
  samePoint: 0.001,
};

/** The CRS with this srsName; null when it is none of those that can be read. */
export function findGmlCrs(srsName: string): GmlCrs | null {
  return [rdNew, etrs89, etrs89Laea].find((crs) => crs.srsName.test(srsName)) ?? null;
}

/** The srsName of an element, or else of the first element in it that has one; null when none does. */
export function findSrsName({ attributes, children }: XmlElement): string | null {
  const own = attributes['srsName'];
  if (own) return own;
  for (const child of children) {
    const inside = findSrsName(child);
    if (inside) return inside;
  }
  return null;
}

/** What the elements around say about the coordinates inside. */
interface Frame {
  crs: GmlCrs;
  dimension: number;
}

/**
 * The surfaces of a GML geometry element (Polygon, Surface, MultiSurface, CompositeSurface) as a MultiPolygon, east
 * before north and without heights: in RD New (m) unless another CRS is expected. Arcs and circles, in metres only, become
 * chords within STROKE_TOLERANCE_M. Throws a RefusalError on another CRS, on a shape it does not know, and on rings
 * that do not join up.
 */
export function toMultiPolygon(element: XmlElement, crs = rdNew): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: listPolygons(element, { crs, dimension: 2 }) };
}

function listPolygons(element: XmlElement, around: Frame): Position[][][] {
  checkCrs(element, around.crs);
  const frame = enter(element, around);
  switch (element.name) {
    case 'Polygon':
    case 'PolygonPatch':
      return [toRings(element, frame)];
    case 'Surface':
    case 'MultiSurface':
    case 'MultiPolygon':
    case 'CompositeSurface':
    case 'patches':
    case 'surfaceMember':
    case 'surfaceMembers':
    case 'polygonMember':
      return element.children.flatMap((child) => listPolygons(child, frame));
    default:
      throw new RefusalError(`De vorm gml:${element.name} is geen vlak dat gelezen kan worden.`);
  }
}

function checkCrs({ attributes }: XmlElement, { name, srsName }: GmlCrs): void {
  const stated = attributes['srsName'];
  if (stated && !srsName.test(stated))
    throw new RefusalError(`Het coördinatenstelsel is ${stated}; verwacht is ${name}.`);
}

function enter({ attributes }: XmlElement, around: Frame): Frame {
  const dimension = attributes['srsDimension'];
  return dimension ? { ...around, dimension: Number(dimension) } : around;
}

function toRings(polygon: XmlElement, frame: Frame): Position[][] {
  const boundaries = polygon.children.filter(({ name }) =>
    /^(exterior|interior|outerBoundaryIs|innerBoundaryIs)$/.test(name),
  );
  const sorted = [...boundaries].sort((a, b) => Number(isInner(a)) - Number(isInner(b)));
  if (sorted.length === 0 || isInner(sorted[0]!)) throw new RefusalError('Een vlak heeft geen buitenring.');
  return sorted.map((boundary) =>
    close(
      boundary.children.flatMap((child) => toPoints(child, frame)),
      frame.crs,
    ),
  );
}

function isInner({ name }: XmlElement): boolean {
  return name.startsWith('inner') || name === 'interior';
}

/** The points of a ring, curve or segment, in order. */
function toPoints(element: XmlElement, around: Frame): Position[] {
  const { name, children } = element;
  const frame = enter(element, around);
  const joinAll = () =>
    join(
      children.map((child) => toPoints(child, frame)),
      frame.crs,
    );
  switch (name) {
    case 'LinearRing':
    case 'LineString':
    case 'LineStringSegment':
      return readPositions(element, frame);
    case 'Ring':
    case 'Curve':
    case 'CompositeCurve':
    case 'curveMember':
    case 'segments':
    case 'baseCurve':
      return joinAll();
    case 'OrientableCurve': {
      const points = joinAll();
      return element.attributes['orientation'] === '-' ? points.reverse() : points;
    }
    case 'Arc':
    case 'ArcString':
      return strokeArcString(readPositions(element, frame), frame.crs);
    case 'Circle': {
      checkMetric(frame.crs);
      const [a, b, c] = readPositions(element, frame);
      if (!a || !b || !c) throw new RefusalError('Een cirkel heeft minder dan drie punten.');
      return strokeCircle(a, b, c);
    }
    default:
      throw new RefusalError(`De lijn gml:${name} kan niet gelezen worden.`);
  }
}

/** Arcs that follow each other: the end of one is the start of the next. */
function strokeArcString(points: Position[], crs: GmlCrs): Position[] {
  checkMetric(crs);
  if (points.length < 3 || points.length % 2 === 0)
    throw new RefusalError(`Een boog heeft ${points.length} punten; verwacht is een oneven aantal vanaf 3.`);
  const arcs: Position[][] = [];
  for (let at = 0; at + 2 < points.length; at += 2)
    arcs.push(strokeArc(points[at]!, points[at + 1]!, points[at + 2]!));
  return join(arcs, crs);
}

function checkMetric({ isMetric, name }: GmlCrs): void {
  if (!isMetric) throw new RefusalError(`Een boog in ${name} kan niet gelezen worden; wel in meters.`);
}

/** Pieces end to end; the shared ends once. Throws when a piece does not begin where the one before it ended. */
function join(pieces: Position[][], { samePoint }: GmlCrs): Position[] {
  const points: Position[] = [];
  for (const piece of pieces) {
    const last = points.at(-1);
    if (last && piece[0] && distance(last, piece[0]) > samePoint)
      throw new RefusalError(`Een ring is onderbroken bij x ${piece[0][0]}, y ${piece[0][1]}.`);
    points.push(...(last ? piece.slice(1) : piece));
  }
  return points;
}

function close(points: Position[], { samePoint }: GmlCrs): Position[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 4) throw new RefusalError('Een ring heeft minder dan vier punten.');
  if (distance(first, last) > samePoint)
    throw new RefusalError(
      `Een ring sluit niet: hij begint bij x ${first[0]}, y ${first[1]} en eindigt elders.`,
    );
  return [...points.slice(0, -1), first];
}

function readPositions(element: XmlElement, { crs, dimension: around }: Frame): Position[] {
  const list = findChild(element, 'posList', 'coordinates');
  const texts = list
    ? [list.text]
    : element.children.filter(({ name }) => name === 'pos').map(({ text }) => text);
  const dimension = Number(list?.attributes['srsDimension'] ?? around);
  const numbers = texts.flatMap((text) => text.split(/[\s,]+/).filter(Boolean)).map(Number);
  if (numbers.length % dimension !== 0 || !numbers.every(Number.isFinite))
    throw new RefusalError(
      `De coördinaten van gml:${element.name} zijn geen reeks van ${dimension} getallen per punt.`,
    );
  const points: Position[] = [];
  for (let at = 0; at < numbers.length; at += dimension) {
    const [first, second] = [numbers[at]!, numbers[at + 1]!];
    points.push(crs.isNorthFirst ? [second, first] : [first, second]);
  }
  return points;
}

function distance(a: Position, b: Position): number {
  return Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
}
