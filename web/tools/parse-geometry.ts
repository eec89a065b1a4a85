import type { Geometrie } from '../../data/schema/geometrie.ts';
import { placeLngLat, placeRd, roundLngLat, type CoordinateSystem } from './coordinate-place.ts';
import { parseGeoJson } from './geojson.ts';
import { parseCoordinate } from './parse-coordinate.ts';
import { looksLikeWkt, parseWkt } from './wkt.ts';
import {
  listPositions,
  mapPositions,
  mergeGeometries,
  toKind,
  type Unreadable,
  type WrittenGeometry,
} from './written-geometry.ts';

/** The most positions one question may have; the server keeps the same limit. */
const maxPositions = 20_000;

export interface FoundGeometry {
  kind: 'gevonden';
  /** In CRS84. */
  geometrie: Geometrie;
  herkend: CoordinateSystem;
  /** What was understood or mended, for the reader to see. */
  opmerkingen: string[];
}

export interface GeometryFault {
  kind: 'fout';
  melding: string;
  voorstel: FoundGeometry | null;
}

export const geometryHelp =
  'Plak GeoJSON, WKT (POLYGON((155000 463000, …))) of een coördinaat, in RD of WGS 84; of open een .geojson-, .json-, .wkt-, .kml- of .kmz-bestand.';

/** A geometry out of pasted text or a file's text; a fault in Dutch says what would be right. Never throws. */
export async function parseGeometry(text: string): Promise<FoundGeometry | GeometryFault> {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed === '') return fault(`Er staat niets in. ${geometryHelp}`);
  const written = await read(trimmed);
  if (written === null) return fromCoordinate(trimmed);
  return 'melding' in written ? fault(written.melding) : place(written);
}

const fault = (melding: string, voorstel: FoundGeometry | null = null): GeometryFault => ({
  kind: 'fout',
  melding,
  voorstel,
});

async function read(text: string): Promise<WrittenGeometry | Unreadable | null> {
  if (text.startsWith('{') || text.startsWith('[')) return parseGeoJson(text);
  if (/^<(\?xml|kml)/i.test(text)) {
    if (/<(\w+:)?kml[\s>]/i.test(text)) return (await import('./kml.ts')).parseKml(text);
    return { melding: 'Dit is XML, maar geen KML. Zet GML of GPX eerst om naar GeoJSON of WKT.' };
  }
  if (!looksLikeWkt(text)) return null;
  const wkt = parseWkt(text);
  return 'melding' in wkt ? wkt : { geometries: [wkt.geometry], system: wkt.system, notes: wkt.notes };
}

/** A single coordinate is a point. */
function fromCoordinate(text: string): FoundGeometry | GeometryFault {
  const reading = parseCoordinate(text);
  if (!reading) return fault(`Dit herkent de atlas niet als geometrie. ${geometryHelp}`);
  const toPoint = ({
    lngLat,
    herkend,
  }: {
    lngLat: [number, number];
    herkend: CoordinateSystem;
  }): FoundGeometry => ({
    kind: 'gevonden',
    geometrie: { type: 'Point', coordinates: lngLat },
    herkend,
    opmerkingen: [],
  });
  return reading.kind === 'gevonden'
    ? toPoint(reading)
    : fault(reading.melding, reading.voorstel && toPoint(reading.voorstel));
}

function place(written: WrittenGeometry): FoundGeometry | GeometryFault {
  const merged = mergeGeometries(written.geometries);
  if (!merged) {
    const kinds = [...new Set(written.geometries.map(toKind))].map((kind) => kindLabels[kind]).join(' en ');
    return fault(`Er staan ${kinds} door elkaar. Eén vraag gaat over één soort: laat de andere weg.`);
  }
  const notes = [...written.notes];
  if (written.geometries.length > 1) notes.push(`${written.geometries.length} objecten zijn samengenomen.`);
  const mended = mend(merged);
  if ('melding' in mended) return fault(mended.melding);
  if (mended.closed) notes.push('Een ring die niet gesloten was, is gesloten.');
  const positions = listPositions(mended.geometry);
  if (positions.length > maxPositions)
    return fault(
      `De geometrie heeft ${positions.length.toLocaleString('nl-NL')} punten; de atlas rekent met ten hoogste ${maxPositions.toLocaleString('nl-NL')}. Vereenvoudig haar eerst.`,
    );
  return locate(mended.geometry, positions, written.system, notes);
}

const kindLabels = { Point: 'punten', LineString: 'lijnen', Polygon: 'vlakken' };

/** Every position in the country in one system, as written; or the swapped order on offer. */
function locate(
  geometry: Geometrie,
  positions: [number, number][],
  stated: CoordinateSystem | null,
  notes: string[],
): FoundGeometry | GeometryFault {
  const system =
    stated ?? (positions.some(([a, b]) => Math.abs(a) > 360 || Math.abs(b) > 360) ? 'RD' : 'WGS84');
  const toPlace = system === 'RD' ? placeRd : placeLngLat;
  const convert = (source: Geometrie): FoundGeometry => ({
    kind: 'gevonden',
    geometrie: mapPositions(source, (position) => {
      const found = toPlace(position);
      if (!found) throw new Error('Positions are checked before they are converted.');
      return roundLngLat(found.lngLat);
    }),
    herkend: system,
    opmerkingen: [`Gelezen als ${system === 'RD' ? 'RD (meters)' : 'WGS 84 (graden)'}.`, ...notes],
  });
  const wrong = positions.filter((position) => !toPlace(position));
  if (wrong.length === 0) return convert(geometry);
  const axes = system === 'RD' ? 'x en y' : 'lengte en breedte';
  if (positions.every(([a, b]) => toPlace([b, a])))
    return fault(
      `${axes} lijken omgewisseld: de eerste positie is ${wrong[0]?.join(', ')}.`.replace(/^./, (c) =>
        c.toUpperCase(),
      ),
      convert(mapPositions(geometry, ([a, b]) => [b, a])),
    );
  const where =
    system === 'RD'
      ? 'x −7.000–300.000 en y 289.000–629.000 meter'
      : 'lengte 3–7,5 en breedte 50,5–54 graden';
  return fault(
    `${wrong.length === positions.length ? 'De geometrie ligt' : `${wrong.length} van de ${positions.length} punten liggen`} buiten Nederland (${where}). De eerste: ${wrong[0]?.join(', ')}.`,
  );
}

/** Closes rings that were left open; refuses rings and lines too short to be one. */
function mend(geometry: Geometrie): { geometry: Geometrie; closed: boolean } | Unreadable {
  let closed = false;
  let short: string | null = null;
  const closeRing = (ring: [number, number][]): [number, number][] => {
    const [first, last] = [ring[0], ring.at(-1)];
    const isClosed = first && last && first[0] === last[0] && first[1] === last[1];
    if (new Set(ring.map((position) => position.join())).size < 3)
      short = 'Een vlak heeft ten minste drie verschillende hoekpunten.';
    if (isClosed || !first) return ring;
    closed = true;
    return [...ring, first];
  };
  const mended: Geometrie =
    geometry.type === 'Polygon'
      ? { type: 'Polygon', coordinates: geometry.coordinates.map(closeRing) }
      : geometry.type === 'MultiPolygon'
        ? { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(closeRing)) }
        : geometry;
  if (geometry.type === 'LineString' && geometry.coordinates.length < 2)
    short = 'Een lijn heeft ten minste twee punten.';
  return short ? { melding: short } : { geometry: mended, closed };
}
