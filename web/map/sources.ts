import type { SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection } from 'geojson';
import type { Background } from '../state/view.svelte.ts';

// Every source the style can have. Tiles come from our own server; only the background comes from outside.

export const sourceIds = [
  'gebieden',
  'projecten',
  'componenten',
  'plannen',
  'beschermd',
  'hoogspanning',
] as const;
export type SourceId = (typeof sourceIds)[number];

export const emptyCollection: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Symbols nearer than this many pixels become one count; it also keeps projects at one and the same place together. */
const clusterRadiusPx = 26;

/**
 * The atlas' own sources. `origin` is the address of the server, since tiles are fetched from a worker; `edition`
 * changes when the server has loaded other data while the map was open, so that tiles are fetched anew; `seen` says as
 * of when projects are shown and changes with who is signed in.
 */
export function createSources(
  origin: string,
  edition: string,
  projecten: FeatureCollection,
  seen: Readonly<Record<string, string>> = {},
): Record<SourceId, SourceSpecification> {
  const editie: Record<string, string> = edition ? { editie: edition } : {};
  const toText = (values: Record<string, string>) =>
    Object.keys(values).length > 0 ? `?${new URLSearchParams(values)}` : '';
  const query = toText(editie);
  const tiles = (name: string, minzoom: number, maxzoom: number, own = {}): SourceSpecification => ({
    type: 'vector',
    tiles: [`${origin}/tegels/${name}/{z}/{x}/{y}.mvt${toText({ ...editie, ...own })}`],
    minzoom,
    maxzoom,
  });
  return {
    gebieden: { type: 'vector', url: `pmtiles://${origin}/pmtiles/gebieden.pmtiles${query}` },
    projecten: {
      type: 'geojson',
      data: projecten,
      cluster: true,
      clusterRadius: clusterRadiusPx,
      clusterMaxZoom: 17,
    },
    componenten: tiles('projecten', 0, 15, seen),
    plannen: tiles('plannen', 7, 15),
    beschermd: tiles('beschermd', 5, 14),
    hoogspanning: tiles('hoogspanning', 4, 14),
  };
}

export function createOverlaySource(features: readonly Feature[]): SourceSpecification {
  return { type: 'geojson', data: { type: 'FeatureCollection', features: [...features] } };
}

const pdok = 'https://service.pdok.nl';
/** BRT-achtergrondkaart and luchtfoto of PDOK (Kadaster; CC BY 4.0), Web Mercator tiles of 256 px. */
const backgroundTiles: Record<Exclude<Background, 'geen'>, string> = {
  grijs: `${pdok}/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png`,
  standaard: `${pdok}/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png`,
  luchtfoto: `${pdok}/hwh/luchtfotorgb/wmts/v1_0/Actueel_orthoHR/EPSG:3857/{z}/{x}/{y}.jpeg`,
};

/** The background as a raster source; only asked for after findBackgroundFailure found it reachable. */
export function createBackgroundSource(background: Exclude<Background, 'geen'>): SourceSpecification {
  return {
    type: 'raster',
    tiles: [backgroundTiles[background]],
    tileSize: 256,
    minzoom: 6,
    maxzoom: 19,
    bounds: [3.0, 50.5, 7.5, 53.8],
  };
}

/** One small tile in the middle of the country, to find out whether the background can be reached. */
export function toProbeAddress(background: Exclude<Background, 'geen'>): string {
  return backgroundTiles[background].replace('{z}', '7').replace('{x}', '65').replace('{y}', '42');
}
