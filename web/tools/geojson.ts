import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { CoordinateSystem } from './coordinate-place.ts';
import { heightNote, type Unreadable, type WrittenGeometry } from './written-geometry.ts';

/** Depth of the coordinate lists of each type. */
const depths: Record<Geometrie['type'], number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};
const systems: readonly [RegExp, CoordinateSystem][] = [
  [/(?:EPSG.*[:/]|^)(?:28992|7415)$/i, 'RD'],
  [/(?:EPSG.*[:/]|^)(?:4326|4258)$/i, 'WGS84'],
  [/CRS84h?$/i, 'WGS84'],
];

/** Every geometry in a GeoJSON text (geometry, Feature, FeatureCollection, GeometryCollection), or what is wrong with it. */
export function parseGeoJson(text: string): WrittenGeometry | Unreadable {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { melding: `Dit is geen geldige JSON: ${toPlace(error)}` };
  }
  const collector = new Collector();
  collector.add(json, '');
  const { fault, geometries, system, notes } = collector;
  if (fault) return { melding: fault };
  if (geometries.length === 0)
    return {
      melding: 'Er staat geen geometrie in. Verwacht: een GeoJSON-geometrie, Feature of FeatureCollection.',
    };
  return { geometries, system, notes: [...notes] };
}

class Collector {
  geometries: Geometrie[] = [];
  system: CoordinateSystem | null = null;
  notes = new Set<string>();
  fault: string | null = null;

  add(value: unknown, path: string): void {
    if (this.fault) return;
    if (typeof value !== 'object' || value === null || !('type' in value)) {
      this.#refuse(path, 'een GeoJSON-object met een ‘type’');
      return;
    }
    const object = value as Record<string, unknown>;
    this.#readCrs(object['crs'], path);
    const { type } = object;
    if (type === 'FeatureCollection') this.#addAll(object['features'], join(path, 'features'));
    else if (type === 'GeometryCollection') this.#addAll(object['geometries'], join(path, 'geometries'));
    else if (type === 'Feature') {
      if (object['geometry'] === null) this.notes.add('Objecten zonder geometrie zijn overgeslagen.');
      else this.add(object['geometry'], join(path, 'geometry'));
    } else if (typeof type === 'string' && type in depths)
      this.#addGeometry(type as Geometrie['type'], object, path);
    else if (type === 'Topology') this.fault = 'Dit is TopoJSON. Zet het eerst om naar GeoJSON.';
    else this.#refuse(join(path, 'type'), `een GeoJSON-type, niet ‘${String(type).slice(0, 40)}’`);
  }

  #addAll(values: unknown, path: string): void {
    if (Array.isArray(values)) values.forEach((each, index) => this.add(each, `${path}[${index}]`));
    else this.#refuse(path, 'een lijst');
  }

  #addGeometry(type: Geometrie['type'], object: Record<string, unknown>, path: string): void {
    const where = join(path, 'coordinates');
    const coordinates = this.#read(object['coordinates'], depths[type], where);
    if (this.fault) return;
    const lists = (
      type === 'LineString' ? [coordinates] : type === 'MultiLineString' ? coordinates : []
    ) as unknown[][];
    if (lists.some((line) => line.length < 2))
      return this.#refuse(where, 'ten minste twee posities voor een lijn');
    this.geometries.push({ type, coordinates } as Geometrie);
  }

  #read(value: unknown, depth: number, path: string): unknown {
    if (!Array.isArray(value) || value.length === 0) return this.#refuse(path, 'een lijst met posities');
    if (depth > 0) return value.map((each, index) => this.#read(each, depth - 1, `${path}[${index}]`));
    if (
      value.length < 2 ||
      !value.slice(0, 2).every((each) => typeof each === 'number' && Number.isFinite(each))
    )
      return this.#refuse(path, 'twee getallen: [lengte, breedte] of [x, y]');
    if (value.length > 2) this.notes.add(heightNote);
    return value.slice(0, 2);
  }

  #readCrs(crs: unknown, path: string): void {
    if (crs === undefined || crs === null) return;
    const name = String((crs as { properties?: { name?: unknown } }).properties?.name ?? '');
    const known = systems.find(([pattern]) => pattern.test(name));
    if (known) this.system = known[1];
    else
      this.fault = `${join(path, 'crs')} noemt ‘${name.slice(0, 60)}’. De atlas leest RD New (EPSG:28992) en WGS 84 (CRS84).`;
  }

  /** The first fault is the one that is told. */
  #refuse(path: string, expected: string): void {
    this.fault ??= `${path || 'het begin'}: verwacht ${expected}.`;
  }
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

/** Line and column where JSON stopped making sense, as far as the engine tells (Chromium does). */
function toPlace(error: unknown): string {
  const place = /line (\d+) column (\d+)/.exec(String(error));
  return place
    ? `regel ${place[1]}, teken ${place[2]} past niet.`
    : 'de tekst breekt af of er staat een teken te veel of te weinig.';
}
