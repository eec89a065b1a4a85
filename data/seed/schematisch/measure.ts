/**
 * How far the schematic gemeenten are off: compares them with real gemeente boundaries (GeoJSON, WGS 84, `code`).
 * Run: node --import tsx data/seed/schematisch/measure.ts <file.geojson>; prints the tables of
 * docs/schematische-grenzen.md as JSON. Seeded, so the figures repeat.
 */
import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { measureAreas } from './measure/areas.ts';
import { measureBorders, measureNeighbours } from './measure/borders.ts';
import { measurePoints } from './measure/points.ts';
import { listGemeenteNames } from './places.ts';
import { toRd } from './rd.ts';
import { listSchematicGemeenten } from './read.ts';
import type { Shape } from './measure/shape.ts';

function readRealGemeenten(path: string): Shape[] {
  const file = JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>;
  return file.features
    .map(({ properties, geometry }) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      return {
        code: String(properties?.['code']),
        polygons: polygons.map((rings) => rings.map((ring) => ring.map(([lng, lat]) => toRd([lng!, lat!])))),
      };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

const path = process.argv[2];
if (!path) throw new Error('give the GeoJSON file with the real gemeenten');
const real = readRealGemeenten(path);
const schematic = listSchematicGemeenten().map(({ code, geometry }): Shape => ({
  code,
  polygons: geometry.coordinates as Shape['polygons'],
}));
const names = new Map(listGemeenteNames().map((row) => [row.code, row]));
const report = {
  areas: measureAreas(real, schematic, (code) => names.get(code)?.naam ?? code),
  borders: measureBorders(real, schematic),
  points: measurePoints(real, schematic, (code) => names.get(code)?.provincieCode ?? ''),
  neighbours: measureNeighbours(real, schematic, (code) => names.get(code)?.provincieCode ?? ''),
};
console.log(JSON.stringify(report, null, 1));
