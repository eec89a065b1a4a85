import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { Srid } from '../http/crs.ts';
import { forEachLine, type Position } from './structure.ts';

const METRES_PER_DEGREE = 111_200;

/**
 * Length of all lines and edges of a geometry, in km; 0 for points. Good to a percent: enough to see what would be
 * endless work to cut, not to measure with.
 */
export function estimateLengthKm({ type, coordinates }: Geometrie, srid: Srid): number {
  let metres = 0;
  forEachLine(type, coordinates, '', (line) => {
    for (let i = 1; i < line.length; i++) metres += toMetres(line[i - 1]!, line[i]!, srid);
  });
  return metres / 1000;
}

function toMetres([x1, y1]: Position, [x2, y2]: Position, srid: Srid): number {
  if (srid === 28992) return Math.hypot(x2 - x1, y2 - y1);
  const eastward = Math.cos((((y1 + y2) / 2) * Math.PI) / 180);
  return METRES_PER_DEGREE * Math.hypot((x2 - x1) * eastward, y2 - y1);
}
