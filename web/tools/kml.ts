import type { Geometrie } from '../../data/schema/geometrie.ts';
import { heightNote, type Unreadable, type WrittenGeometry } from './written-geometry.ts';

/** Points, lines and areas of a KML document (always WGS 84), or why it could not be read. Needs a browser. */
export function parseKml(text: string): WrittenGeometry | Unreadable {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  if (document.querySelector('parsererror')) return { melding: 'Dit KML-bestand is geen geldige XML.' };
  const notes = new Set<string>();
  const read = (element: Element | null | undefined): [number, number][] =>
    (element?.textContent ?? '')
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((position) => {
        const [lng = NaN, lat = NaN, height] = position.split(',').map(Number);
        if (height) notes.add(heightNote);
        return [lng, lat];
      });
  const all = (name: string) => [...document.getElementsByTagNameNS('*', name)];
  const coordinates = (parent: Element) => read(parent.getElementsByTagNameNS('*', 'coordinates')[0]);
  const geometries: Geometrie[] = [
    ...all('Point').map((each): Geometrie => ({
      type: 'Point',
      coordinates: coordinates(each)[0] ?? [NaN, NaN],
    })),
    ...all('LineString').map((each): Geometrie => ({ type: 'LineString', coordinates: coordinates(each) })),
    ...all('Polygon').map((each): Geometrie => ({
      type: 'Polygon',
      coordinates: [...each.getElementsByTagNameNS('*', 'LinearRing')].map(coordinates),
    })),
  ];
  if (geometries.length === 0) return { melding: 'In dit KML-bestand staan geen punten, lijnen of vlakken.' };
  if (geometries.flatMap((each) => each.coordinates.flat(3) as number[]).some(Number.isNaN))
    return { melding: 'In dit KML-bestand staat een positie die geen twee getallen heeft (lengte,breedte).' };
  return { geometries, system: 'WGS84', notes: [...notes] };
}
