import { formatLngLat, formatRd } from '../format.ts';
import type { LngLat } from '../state/view.svelte.ts';
import { placeLngLat, placePair, placeRd, type Place } from './coordinate-place.ts';
import { parseDegrees } from './degrees.ts';
import { parseGeoJson } from './geojson.ts';
import { combineReadings, listNumberPairs, readNumber } from './number-pair.ts';
import { looksLikeWkt, parseWkt } from './wkt.ts';

export interface FoundCoordinate extends Place {
  kind: 'gevonden';
}

/** What was wrong, what would be right, and what was probably meant when that is plain. */
export interface CoordinateFault {
  kind: 'fout';
  melding: string;
  voorstel: FoundCoordinate | null;
}

/** How a coordinate may be written, for a hint or an empty field. */
export const coordinateHelp =
  'Schrijf bijvoorbeeld 155000 463000 (RD: x en y in meters) of 52,1552 5,3872 (WGS 84: breedte en lengte).';
const outside =
  'Dit punt ligt buiten Nederland. RD: x van −7.000 tot 300.000 en y van 289.000 tot 629.000 meter; ' +
  'WGS 84: breedte 50,5–54 en lengte 3–7,5 graden.';

/**
 * One place out of any usual writing of RD or WGS 84. Null when the text is no coordinate at all (a name to search
 * for); a fault in Dutch when it is one that cannot be right, with the swapped reading where that would be.
 */
export function parseCoordinate(text: string): FoundCoordinate | CoordinateFault | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 500) return null;
  for (const read of [readWkt, readGeoJson, readAddress, readLabelled, readDegrees, readBare]) {
    const found = read(trimmed);
    if (found) return found;
  }
  return null;
}

type Reading = FoundCoordinate | CoordinateFault | null;

const found = (place: Place): FoundCoordinate => ({
  kind: 'gevonden',
  lngLat: place.lngLat,
  rdXy: place.rdXy,
  herkend: place.herkend,
});
const fault = (melding: string, place: Place | null = null): CoordinateFault => ({
  kind: 'fout',
  melding,
  voorstel: place && found(place),
});

/** A place the writing fixed the axes of; when it lies outside the country but not with the axes swapped, that is offered. */
function fromAxes(system: 'RD' | 'WGS84', [first, second]: readonly [number, number]): Reading {
  const place = system === 'RD' ? placeRd : placeLngLat;
  const right = place([first, second]);
  if (right) return found(right);
  const swapped = place([second, first]);
  if (!swapped) return fault(outside);
  return system === 'RD'
    ? fault(`x en y lijken omgewisseld. Bedoelt u ${formatRd(swapped.rdXy)}?`, swapped)
    : fault(
        `Breedte en lengte lijken omgewisseld. Bedoelt u breedte en lengte ${formatLngLat(swapped.lngLat)}?`,
        swapped,
      );
}

/** A pair of which the writing says nothing: the numbers tell. Swapped RD is offered, not taken. */
function fromPair([first, second]: readonly [number, number]): Reading {
  const place = placePair(first, second);
  if (!place) return null;
  if (place.herkend === 'RD' && place.reversed) return fromAxes('RD', [first, second]);
  return found(place);
}

function readWkt(text: string): Reading {
  if (!looksLikeWkt(text)) return null;
  const wkt = parseWkt(text);
  if ('melding' in wkt) return fault(wkt.melding);
  if (wkt.geometry.type !== 'Point')
    return fault('Dit is geen punt. Plak lijnen en vlakken bij ‘Tekenen’, onder ‘Plak of open’.');
  return fromWritten(wkt.geometry.coordinates as LngLat, wkt.system);
}

function readGeoJson(text: string): Reading {
  if (!text.startsWith('{')) return null;
  const json = parseGeoJson(text);
  if ('melding' in json) return fault(json.melding);
  const [only, ...more] = json.geometries;
  if (only?.type !== 'Point' || more.length > 0)
    return fault('Dit is niet één punt. Plak lijnen en vlakken bij ‘Tekenen’, onder ‘Plak of open’.');
  return fromWritten(only.coordinates as LngLat, json.system);
}

/** x/y or lon/lat as WKT and GeoJSON have them; without a stated system the size of the numbers tells. */
function fromWritten(position: readonly [number, number], stated: 'RD' | 'WGS84' | null): Reading {
  const system = stated ?? (Math.max(...position.map(Math.abs)) > 1000 ? 'RD' : 'WGS84');
  return fromAxes(system, position);
}

const number = String.raw`(-?\d+(?:\.\d+)?)`;
/** geo: addresses (RFC 5870) and the addresses of map pages: latitude before longitude. */
const addresses = [
  new RegExp(`^geo:${number},${number}`, 'i'),
  new RegExp(`^https?://\\S*[/=]@?${number},${number}`, 'i'),
  new RegExp(`^https?://\\S*#(?:map=)?\\d+(?:\\.\\d+)?/${number}/${number}`, 'i'),
];

function readAddress(text: string): Reading {
  for (const address of addresses) {
    const match = address.exec(text);
    if (match) return fromAxes('WGS84', [Number(match[2]), Number(match[1])]);
  }
  return null;
}

const labels = {
  x: String.raw`x|rd[\s_-]?x`,
  y: String.raw`y|rd[\s_-]?y`,
  lat: 'lat|latitude|breedte|breedtegraad|φ',
  lng: 'lng|lon|long|longitude|lengte|lengtegraad|λ',
};
const labelled = new RegExp(
  String.raw`^(?<one>${Object.values(labels).join('|')})\s*[:=]?\s*(?<first>[-+−]?\d[\d., '\u00a0\u202f]*?)\s*°?\s*[,;/&|]?\s*` +
    String.raw`(?<two>${Object.values(labels).join('|')})\s*[:=]?\s*(?<second>[-+−]?\d[\d., '\u00a0\u202f]*?)\s*°?$`,
  'iu',
);

/** `X: 155000 Y: 463000`, `lat=52.1 lon=5.3`, in either order. */
function readLabelled(text: string): Reading {
  const match = labelled.exec(stripWords(text));
  if (!match?.groups) return null;
  const { one = '', first = '', two = '', second = '' } = match.groups;
  const axisOf = (name: string) =>
    Object.entries(labels).find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(name))?.[0];
  const axes = [axisOf(one), axisOf(two)].join('-');
  const isRd = axes === 'x-y' || axes === 'y-x';
  if (!isRd && axes !== 'lat-lng' && axes !== 'lng-lat') return null;
  const pairs = combineReadings(readNumber(first), readNumber(second));
  const ordered = pairs.map(([a, b]): [number, number] =>
    axes === 'x-y' || axes === 'lng-lat' ? [a, b] : [b, a],
  );
  // x and y are also used for longitude and latitude; the numbers tell.
  const readings = ordered.map((pair) => (isRd ? fromLabelledXy(pair) : fromAxes('WGS84', pair)));
  return best(readings) ?? fault(outside);
}

function fromLabelledXy(pair: [number, number]): Reading {
  const reading = fromAxes('RD', pair);
  if (reading?.kind === 'gevonden') return reading;
  const degrees = placeLngLat(pair);
  return degrees ? found(degrees) : reading;
}

function readDegrees(text: string): Reading {
  const degrees = parseDegrees(stripWords(text));
  if (!degrees) return null;
  if ('lngLat' in degrees) {
    // `E 155000 N 463000`: east and north are also how RD is written.
    const place = placeLngLat(degrees.lngLat) ?? placeRd(degrees.lngLat);
    return place ? found(place) : fault(outside);
  }
  return fromPair(degrees.pair) ?? fault(outside);
}

function readBare(text: string): Reading {
  const pairs = listNumberPairs(stripWords(text).replaceAll('°', ''));
  if (pairs.length === 0) return null;
  return best(pairs.map(fromPair)) ?? fromKilometres(pairs) ?? fault(outside);
}

/** RD in kilometres is offered, since it may as well be something else. */
function fromKilometres(pairs: readonly [number, number][]): Reading {
  for (const [x, y] of pairs) {
    const place = Math.abs(x) < 300 && y > 289 ? placeRd([x * 1000, y * 1000]) : null;
    if (place) return fault(`RD-coördinaten zijn in meters. Bedoelt u ${formatRd(place.rdXy)}?`, place);
  }
  return null;
}

/** What lies in the country as written, else what can be offered, else the first fault; null when there is none. */
function best(readings: readonly Reading[]): Reading {
  const given = readings.filter((reading) => reading !== null);
  return (
    given.find(({ kind }) => kind === 'gevonden') ??
    given.find((reading) => reading.kind === 'fout' && reading.voorstel) ??
    given[0] ??
    null
  );
}

/** The text without brackets and without words that only name the system. */
function stripWords(text: string): string {
  return text
    .replace(
      /^(?:rd(?:[\s-]?new|[\s-]?coördina(?:at|ten))?(?![\s_-]?[xy]\b)|rijksdriehoek\S*|epsg:?\s*\d+|wgs\s?84|etrs89|coördina(?:at|ten))\s*[:=]?\s*/iu,
      '',
    )
    .replace(/\s*\(?(?:rd|rd[\s-]new|wgs\s?84|epsg:?\s*\d+)\)?$/iu, '')
    .replace(/^[([{]\s*(.*?)\s*[)\]}]$/u, '$1')
    .replace(/\s*(?:m|meter)\s*$/iu, '')
    .trim();
}
