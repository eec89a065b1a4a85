/**
 * The outline of the European Netherlands: Natural Earth 1:10m (public domain; npm `world-atlas`, `countries-10m`).
 * One ring per landmass; the IJsselmeer and Markermeer are land here, Natural Earth keeps lakes in another file.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ringArea } from './rings.ts';
import { toRd, type RdXy } from './rd.ts';

interface Topology {
  arcs: [number, number][][];
  transform: { scale: [number, number]; translate: [number, number] };
  objects: { countries: { geometries: { id: string; arcs: number[][][] }[] } };
}

const NETHERLANDS = '528'; // ISO 3166-1 numeric
const EASTERN_LIMIT = 0; // the Caribbean islands lie at negative longitude

/** The landmasses as open rings (first point not repeated), counterclockwise, RD New whole metres, largest first. */
export function listOutlineRings(): RdXy[][] {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const country = topology.objects.countries.geometries.find((g) => g.id === NETHERLANDS);
  if (!country) throw new Error('Natural Earth has no country 528 (Netherlands)');
  return country.arcs
    .map((polygon) => {
      if (polygon.length !== 1)
        throw new Error('Natural Earth gives the Netherlands a hole: not foreseen here');
      return toLngLatRing(topology, polygon[0]!);
    })
    .filter((ring) => ring.every(([lng]) => lng > EASTERN_LIMIT))
    .map((ring) => ring.map((p) => toRd(p).map(Math.round) as RdXy))
    .map((ring) => (ringArea(ring) < 0 ? ring.reverse() : ring))
    .sort((a, b) => ringArea(b) - ringArea(a));
}

function toLngLatRing(topology: Topology, arcIndexes: number[]): [number, number][] {
  const ring: [number, number][] = [];
  for (const index of arcIndexes) {
    const arc = toLngLatArc(topology, index < 0 ? ~index : index);
    if (index < 0) arc.reverse();
    ring.push(...arc.slice(0, -1)); // the last point is the first of the next arc
  }
  return ring;
}

function toLngLatArc({ arcs, transform }: Topology, index: number): [number, number][] {
  const [scaleX, scaleY] = transform.scale;
  const [originX, originY] = transform.translate;
  let x = 0;
  let y = 0;
  return arcs[index]!.map(([dx, dy]) => [(x += dx) * scaleX + originX, (y += dy) * scaleY + originY]);
}
