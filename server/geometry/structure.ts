import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { Faults } from './faults.ts';

export type Position = [number, number];

/** Longest geometry that is sent back as an offer: whole, or not at all. */
export const offered = 1000;

/** How deep the positions of each type are nested in `coordinates`. */
export const depthOf: Record<Geometrie['type'], number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** Number of positions in `coordinates`, at most `limit` + 1: counting stops there. */
export function countPositions(coordinates: unknown, depth: number, limit: number): number {
  if (!Array.isArray(coordinates)) return 0;
  if (depth === 0) return 1;
  if (depth === 1) return coordinates.length;
  let count = 0;
  for (const part of coordinates) {
    count += countPositions(part, depth - 1, limit);
    if (count > limit) return limit + 1;
  }
  return count;
}

/** Checks nesting, positions, lines and rings of `coordinates`; afterwards, without faults, they are as the type says. */
export function checkStructure(
  type: Geometrie['type'],
  coordinates: unknown,
  veld: string,
  faults: Faults,
): void {
  checkNesting(coordinates, depthOf[type], veld, faults);
  if (!faults.isEmpty) return;
  forEachLine(type, coordinates, veld, (line, path) =>
    type.endsWith('Polygon') ? checkRing(line, path, faults) : checkLine(line, path, faults),
  );
}

function checkNesting(value: unknown, depth: number, veld: string, faults: Faults): void {
  if (depth === 0) {
    checkPosition(value, veld, faults);
  } else if (!Array.isArray(value)) {
    faults.add(veld, value, 'een lijst met posities');
  } else if (value.length === 0) {
    faults.add(veld, value, 'minstens één positie; een lege geometrie heeft geen antwoord');
  } else {
    for (let i = 0; i < value.length; i++) checkNesting(value[i], depth - 1, `${veld}[${i}]`, faults);
  }
}

function checkPosition(value: unknown, veld: string, faults: Faults): void {
  if (!Array.isArray(value)) {
    faults.add(veld, value, 'een positie van twee getallen, bijvoorbeeld [5.12, 52.09]');
  } else if (value.some((one) => Array.isArray(one))) {
    faults.add(veld, value, 'een positie van twee getallen; de lijsten zijn hier te diep genest');
  } else if (value.length > 2) {
    faults.add(veld, value, 'precies twee getallen; hoogte en meetwaarde (3D, 4D) worden niet aangenomen');
  } else if (value.length < 2) {
    faults.add(veld, value, 'precies twee getallen');
  } else {
    for (let i = 0; i < 2; i++) {
      if (typeof value[i] !== 'number' || !Number.isFinite(value[i])) {
        faults.add(
          `${veld}[${i}]`,
          value[i],
          'een eindig getal, zonder aanhalingstekens en met een punt als komma',
        );
      }
    }
  }
}

/** Calls `visit` for every line or ring; for points never. */
export function forEachLine(
  type: Geometrie['type'],
  coordinates: unknown,
  veld: string,
  visit: (line: Position[], path: string) => void,
): void {
  if (type === 'Point' || type === 'MultiPoint') return;
  const go = (value: unknown, depth: number, path: string): void => {
    if (depth === 1) visit(value as Position[], path);
    else (value as unknown[]).forEach((part, i) => go(part, depth - 1, `${path}[${i}]`));
  };
  go(coordinates, depthOf[type], veld);
}

function checkLine(line: Position[], veld: string, faults: Faults): void {
  if (line.length < 2) faults.add(veld, line, 'een lijn van minstens twee posities');
  else if (line.every((one) => isSame(one, line[0])))
    faults.add(veld, line, 'een lijn met lengte: alle posities zijn gelijk');
}

function checkRing(ring: Position[], veld: string, faults: Faults): void {
  const first = ring[0];
  if (!isSame(ring.at(-1), first)) {
    faults.add(
      `${veld}[${ring.length - 1}]`,
      ring.at(-1),
      'een gesloten rand: de laatste positie gelijk aan de eerste',
      first && ring.length >= 3 && ring.length < offered ? { ring: [...ring, first] } : undefined,
    );
  } else if (ring.length < 4) {
    faults.add(veld, ring, 'een rand van minstens vier posities, de laatste gelijk aan de eerste');
  }
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
