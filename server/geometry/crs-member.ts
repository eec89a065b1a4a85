import type { Srid } from '../http/crs.ts';
import { crsUris } from '../../data/schema/geometrie.ts';
import type { Faults } from './faults.ts';

const names: Record<string, Srid> = {
  'urn:ogc:def:crs:OGC:1.3:CRS84': 4326,
  'urn:ogc:def:crs:OGC::CRS84': 4326,
  'EPSG:4326': 4326,
  'urn:ogc:def:crs:EPSG::28992': 28992,
  'EPSG:28992': 28992,
};

/**
 * GeoJSON of before 2016 may carry a `crs` member. It must say the same as the request: read as something else
 * the geometry would lie elsewhere.
 */
export function checkCrsMember(
  value: Record<string, unknown>,
  veld: string,
  srid: Srid,
  faults: Faults,
): void {
  const crs = value['crs'];
  if (crs === undefined || crs === null) return;
  const name = (crs as { properties?: { name?: unknown } }).properties?.name;
  const stated = typeof name === 'string' ? names[name] : undefined;
  if (stated === srid) return;
  if (stated === undefined) {
    faults.add(
      `${veld}.crs`,
      name ?? crs,
      'geen crs, of CRS84 of EPSG:28992; het stelsel staat in de header Content-Crs',
    );
  } else {
    const uri = stated === 28992 ? crsUris.rd : crsUris.crs84;
    faults.add(`${veld}.crs`, name, `hetzelfde stelsel als de header Content-Crs: stuur <${uri}>`, {
      contentCrs: `<${uri}>`,
    });
  }
}
