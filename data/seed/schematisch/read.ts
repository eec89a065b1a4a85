/**
 * The shipped schematic gemeenten: cells around GeoNames places (CC BY 4.0) within Natural Earth's coast (public
 * domain). Not for decisions: see docs/schematische-grenzen.md for how far they are off.
 */
import { readFileSync } from 'node:fs';
import type { MultiPolygon } from 'geojson';

export interface SchematicGemeente {
  code: string;
  naam: string;
  /** RD New (EPSG:28992), whole metres; neighbours share their vertices. */
  geometry: MultiPolygon;
}

interface SchematicFile {
  features: { properties: { code: string; naam: string }; geometry: MultiPolygon }[];
}

/** All 342 schematic gemeenten in order of code, RD New (EPSG:28992) metres; throws when the file is missing. */
export function listSchematicGemeenten(): SchematicGemeente[] {
  const file = JSON.parse(readFileSync(new URL('gemeenten.json', import.meta.url), 'utf8')) as SchematicFile;
  return file.features.map(({ properties, geometry }) => ({ ...properties, geometry }));
}
