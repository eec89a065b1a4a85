import type { MultiPolygon, Position } from 'geojson';
import { RefusalError } from './refusal.ts';
import { strokeArc, strokeCircle } from './stroke.ts';
import { findChild, type XmlElement } from './xml.ts';

/** Ends of two pieces of a ring this close (m) are the same point. */
const SAME_POINT_M = 0.001;
const RD = /(^|[:/#])28992$/;

/**
 * The surfaces of a GML geometry element (Polygon, Surface, MultiSurface, CompositeSurface) as a MultiPolygon in RD
 * New. Arcs and circles become chords within STROKE_TOLERANCE_M. Throws a RefusalError on another CRS, on a shape it
 * does not know, and on rings that do not join up.
 */
export function toMultiPolygon(element: XmlElement): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: listPolygons(element) };
}

function listPolygons(element: XmlElement): Position[][][] {
  checkCrs(element);
  switch (element.name) {
    case 'Polygon':
    case 'PolygonPatch':
      return [toRings(element)];
    case 'Surface':
    case 'MultiSurface':
    case 'MultiPolygon':
    case 'CompositeSurface':
    case 'patches':
    case 'surfaceMember':
    case 'surfaceMembers':
    case 'polygonMember':
      return element.children.flatMap(listPolygons);
    default:
      throw new RefusalError(`De vorm gml:${element.name} is geen vlak dat gelezen kan worden.`);
  }
}

function checkCrs({ attributes }: XmlElement): void {
  const name = attributes['srsName'];
  if (name && !RD.test(name))
    throw new RefusalError(`Het coördinatenstelsel is ${name}; verwacht is EPSG:28992.`);
}

function toRings(polygon: XmlElement): Position[][] {
  const boundaries = polygon.children.filter(({ name }) =>
    /^(exterior|interior|outerBoundaryIs|innerBoundaryIs)$/.test(name),
  );
  const sorted = [...boundaries].sort((a, b) => Number(isInner(a)) - Number(isInner(b)));
  if (sorted.length === 0 || isInner(sorted[0]!)) throw new RefusalError('Een vlak heeft geen buitenring.');
  return sorted.map((boundary) => close(boundary.children.flatMap(toPoints)));
}

function isInner({ name }: XmlElement): boolean {
  return name.startsWith('inner') || name === 'interior';
}

/** The points of a ring, curve or segment, in order. */
function toPoints(element: XmlElement): Position[] {
  const { name, children } = element;
  switch (name) {
    case 'LinearRing':
    case 'LineString':
    case 'LineStringSegment':
      return readPositions(element);
    case 'Ring':
    case 'Curve':
    case 'CompositeCurve':
    case 'curveMember':
    case 'segments':
    case 'baseCurve':
      return join(children.map(toPoints));
    case 'OrientableCurve': {
      const points = join(children.map(toPoints));
      return element.attributes['orientation'] === '-' ? points.reverse() : points;
    }
    case 'Arc':
    case 'ArcString':
      return strokeArcString(readPositions(element));
    case 'Circle': {
      const [a, b, c] = readPositions(element);
      if (!a || !b || !c) throw new RefusalError('Een cirkel heeft minder dan drie punten.');
      return strokeCircle(a, b, c);
    }
    default:
      throw new RefusalError(`De lijn gml:${name} kan niet gelezen worden.`);
  }
}

/** Arcs that follow each other: the end of one is the start of the next. */
function strokeArcString(points: Position[]): Position[] {
  if (points.length < 3 || points.length % 2 === 0)
    throw new RefusalError(`Een boog heeft ${points.length} punten; verwacht is een oneven aantal vanaf 3.`);
  const arcs: Position[][] = [];
  for (let at = 0; at + 2 < points.length; at += 2)
    arcs.push(strokeArc(points[at]!, points[at + 1]!, points[at + 2]!));
  return join(arcs);
}

/** Pieces end to end; the shared ends once. Throws when a piece does not begin where the one before it ended. */
function join(pieces: Position[][]): Position[] {
  const points: Position[] = [];
  for (const piece of pieces) {
    const last = points.at(-1);
    if (last && piece[0] && distance(last, piece[0]) > SAME_POINT_M)
      throw new RefusalError(`Een ring is onderbroken bij x ${piece[0][0]}, y ${piece[0][1]}.`);
    points.push(...(last ? piece.slice(1) : piece));
  }
  return points;
}

function close(points: Position[]): Position[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 4) throw new RefusalError('Een ring heeft minder dan vier punten.');
  if (distance(first, last) > SAME_POINT_M)
    throw new RefusalError(
      `Een ring sluit niet: hij begint bij x ${first[0]}, y ${first[1]} en eindigt elders.`,
    );
  return [...points.slice(0, -1), first];
}

function readPositions(element: XmlElement): Position[] {
  const list = findChild(element, 'posList', 'coordinates');
  const texts = list
    ? [list.text]
    : element.children.filter(({ name }) => name === 'pos').map(({ text }) => text);
  const dimension = Number(list?.attributes['srsDimension'] ?? element.attributes['srsDimension'] ?? 2);
  const numbers = texts.flatMap((text) => text.split(/[\s,]+/).filter(Boolean)).map(Number);
  if (numbers.length % dimension !== 0 || !numbers.every(Number.isFinite))
    throw new RefusalError(
      `De coördinaten van gml:${element.name} zijn geen reeks van ${dimension} getallen per punt.`,
    );
  const points: Position[] = [];
  for (let at = 0; at < numbers.length; at += dimension) points.push([numbers[at]!, numbers[at + 1]!]);
  return points;
}

function distance(a: Position, b: Position): number {
  return Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
}
