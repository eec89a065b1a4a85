/**
 * Makes gemeenten.json: 342 schematic gemeente shapes, for a machine without network or mirror.
 * Run: node --import tsx data/seed/schematisch/make.ts — no network, same result every time.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { divideRing } from './cells.ts';
import { listOutlineRings } from './outline.ts';
import { listGemeenteNames, listPlaces, type Place } from './places.ts';
import type { RdXy } from './rd.ts';
import { chainPolygons, distanceToEdge, isInRing, ringArea, type Edge } from './rings.ts';

/** The text of gemeenten.json: GeoJSON-like, RD New whole metres, one gemeente a line, in order of code. */
export function makeSchematicGemeenten(): string {
  const edges = divideCountry(listOutlineRings(), listPlaces());
  const features = listGemeenteNames().map(({ code, naam }) => {
    const polygons = chainPolygons(edges.get(code) ?? []);
    if (polygons.length === 0) throw new Error(`${code} ${naam} gets no area`);
    const coordinates = polygons.sort((a, b) => ringArea(b[0]!) - ringArea(a[0]!));
    return JSON.stringify({
      type: 'Feature',
      properties: { code, naam },
      geometry: { type: 'MultiPolygon', coordinates },
    });
  });
  return `{"type":"FeatureCollection","crs":"EPSG:28992","features":[\n${features.join(',\n')}\n]}\n`;
}

/** Directed edges per gemeente. Places count on their own landmass only: the sea is a border. */
function divideCountry(rings: RdXy[][], places: Place[]): Map<string, Edge[]> {
  const placesOf = new Map(rings.map((ring) => [ring, [] as Place[]]));
  for (const place of places) placesOf.get(nearestRing(place.rdXy, rings))!.push(place);

  const edges = new Map<string, Edge[]>();
  for (const [ring, own] of placesOf) {
    // An island without places (the Rottums) follows the nearest place elsewhere.
    const parts = divideRing(ring, own.length > 0 ? own : [nearestPlace(ring, places)]);
    for (const [code, part] of parts) edges.set(code, [...(edges.get(code) ?? []), ...part]);
  }
  return edges;
}

/** The landmass the point lies on, or whose coast is nearest: at 1:10m some seaside places lie in the sea. */
function nearestRing(point: RdXy, rings: readonly RdXy[][]): RdXy[] {
  const on = rings.find((ring) => isInRing(point, ring));
  return on ?? [...rings].sort((a, b) => distanceToRing(point, a) - distanceToRing(point, b))[0]!;
}

function nearestPlace(ring: readonly RdXy[], places: readonly Place[]): Place {
  return [...places].sort((a, b) => distanceToRing(a.rdXy, ring) - distanceToRing(b.rdXy, ring))[0]!;
}

function distanceToRing(point: RdXy, ring: readonly RdXy[]): number {
  return Math.min(
    ...ring.map((from, i) => distanceToEdge(point, { from, to: ring[(i + 1) % ring.length]! })),
  );
}

const target = fileURLToPath(new URL('gemeenten.json', import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, makeSchematicGemeenten());
