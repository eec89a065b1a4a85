import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { Srid } from '../http/crs.ts';
import { limits } from '../http/limits.ts';
import type { Invoerfout } from '../http/problem.ts';
import { checkCrsMember } from './crs-member.ts';
import { estimateLengthKm } from './extent.ts';
import { Faults } from './faults.ts';
import { checkPlace } from './place.ts';
import { checkStructure, countPositions, depthOf, offered, type Position } from './structure.ts';

/** A geometry that passed the door: two dimensions, closed rings, in the country. Whether it is valid, GEOS says later. */
export interface AskedGeometry {
  geometrie: Geometrie;
  srid: Srid;
}

export type Reading = { geometry: AskedGeometry } | { errors: Invoerfout[] };

/**
 * Reads a GeoJSON geometry, or the geometry of a Feature. Gives the geometry as it was sent, with nothing mended,
 * or every fault with what would be right (Dutch).
 */
export function readGeometry(value: unknown, veld: string, srid: Srid): Reading {
  const faults = new Faults();
  const geometry = read(value, veld, srid, faults);
  return geometry && faults.isEmpty ? { geometry } : { errors: faults.list() };
}

function read(value: unknown, veld: string, srid: Srid, faults: Faults): AskedGeometry | null {
  if (!isObject(value)) {
    faults.add(veld, value, 'een GeoJSON-geometrie of Feature');
    return null;
  }
  checkCrsMember(value, veld, srid, faults);
  if (value['type'] === 'Feature') {
    if (!isObject(value['geometry'])) {
      faults.add(`${veld}.geometry`, value['geometry'], 'een GeoJSON-geometrie; dit Feature heeft er geen');
      return null;
    }
    return read(value['geometry'], `${veld}.geometry`, srid, faults);
  }
  const { type, coordinates } = value;
  if (!isType(type)) {
    faults.add(`${veld}.type`, type, expectedType(type));
    return null;
  }
  const path = `${veld}.coordinates`;
  const count = countPositions(coordinates, depthOf[type], limits.vertices);
  if (count > limits.vertices) {
    faults.add(
      path,
      `meer dan ${limits.vertices} punten`,
      `hoogstens ${limits.vertices} punten; vereenvoudig de geometrie of vraag in delen`,
    );
    return null;
  }
  checkStructure(type, coordinates, path, faults);
  if (!faults.isEmpty) return null;
  const geometrie = { type, coordinates } as Geometrie;
  checkPlace(
    listPositions(geometrie),
    srid,
    path,
    () => (count > offered ? undefined : toSwapped(geometrie)),
    faults,
  );
  // Degrees are not known to be degrees before this.
  if (faults.isEmpty) checkLength(geometrie, srid, path, faults);
  return { geometrie, srid };
}

function checkLength(geometrie: Geometrie, srid: Srid, path: string, faults: Faults): void {
  const km = Math.round(estimateLengthKm(geometrie, srid));
  if (km <= limits.kilometres) return;
  faults.add(
    path,
    `${km} km lijn en rand`,
    `hoogstens ${limits.kilometres} km lijn en rand; vereenvoudig de geometrie of vraag in delen`,
  );
}

function expectedType(type: unknown): string {
  const known = `een van: ${Object.keys(depthOf).join(', ')}`;
  if (type === 'GeometryCollection') return `${known}; stuur de delen van de verzameling elk apart`;
  if (type === 'FeatureCollection') return `${known}, of één Feature; stuur de Features elk apart`;
  return known;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isType(type: unknown): type is Geometrie['type'] {
  return typeof type === 'string' && Object.hasOwn(depthOf, type);
}

/** Every position of a geometry, in order. */
function listPositions({ type, coordinates }: Geometrie): Position[] {
  return (
    depthOf[type] === 0 ? [coordinates] : (coordinates as unknown[]).flat(depthOf[type] - 1)
  ) as Position[];
}

/** The same geometry with the two numbers of every position swapped. */
function toSwapped({ type, coordinates }: Geometrie): { geometrie: unknown } {
  const swap = (value: unknown, depth: number): unknown =>
    depth === 0
      ? [...(value as Position)].reverse()
      : (value as unknown[]).map((part) => swap(part, depth - 1));
  return { geometrie: { type, coordinates: swap(coordinates, depthOf[type]) } };
}
