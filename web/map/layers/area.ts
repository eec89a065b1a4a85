import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { SoortGebied } from '../../../data/vocabulary.ts';
import { fonts } from '../fonts.ts';
import type { Palette } from '../palette.ts';
import type { LayerContext, MapLayer } from './document.ts';

// Borders and names of one kind of area, from the prebuilt area tiles.

interface BorderStyle {
  color: (palette: Palette) => string;
  /** Width in px at zoom 6, 10 and 14. */
  widths: [number, number, number];
  /** A soft band along the inside of the border, in px: it tells a region from the gemeenten whose borders it shares. */
  band?: number;
}

/** Hairlines whose weight and colour tell the level. */
export const borders: Record<SoortGebied, BorderStyle> = {
  provincie: { color: (p) => p.map.borderProvincie, widths: [0.9, 1.6, 2.4] },
  'res-regio': { color: (p) => p.map.borderRegio, widths: [0.8, 1.2, 1.8], band: 6 },
  subregio: { color: (p) => p.map.borderSubregio, widths: [0.7, 1, 1.6], band: 5 },
  gemeente: { color: (p) => p.map.borderGemeente, widths: [0.4, 0.9, 1.5] },
  waterschap: { color: (p) => p.map.borderWaterschap, widths: [0.8, 1.2, 1.8], band: 5 },
  netbeheerdersgebied: { color: (p) => p.map.borderNetbeheerder, widths: [0.8, 1.2, 1.8], band: 6 },
};

/** The border of every area of a kind: the line, over its band when it has one. */
export function toBorderLayers(
  id: string,
  soort: SoortGebied,
  { palette, opacity }: LayerContext,
): MapLayer[] {
  const { color, widths, band } = borders[soort];
  const base = {
    type: 'line',
    source: 'gebieden',
    'source-layer': soort,
    layout: { 'line-join': 'round' },
  } as const;
  const line: MapLayer = {
    ...base,
    id,
    paint: {
      'line-color': color(palette),
      'line-opacity': opacity,
      'line-width': [
        'interpolate',
        ['exponential', 1.3],
        ['zoom'],
        6,
        widths[0],
        10,
        widths[1],
        14,
        widths[2],
      ],
    },
  };
  if (!band) return [line];
  const strip: MapLayer = {
    ...base,
    id: `${id}-band`,
    paint: {
      'line-color': color(palette),
      'line-opacity': 0.24 * opacity,
      // Within the 8 px that tiles overlap: wider would show where tiles meet.
      'line-width': ['interpolate', ['linear'], ['zoom'], 6, band / 2, 10, band],
      'line-offset': ['interpolate', ['linear'], ['zoom'], 6, band / 4, 10, band / 2],
    },
  };
  return [strip, line];
}

/** How names are written, from `minzoom` on; `sizes` there and five zoom levels closer, in pixels. */
export interface NameLook {
  minzoom: number;
  maxzoom?: number;
  capitals?: boolean;
  italic?: boolean;
  sizes: [number, number];
  /** What is written; the name when left out. */
  text?: ExpressionSpecification;
  /** Of which areas; of all when left out. */
  only?: ExpressionSpecification;
  /** Where else than in its middle a name may stand, in the order of trying: an anchor with its offset in lines. */
  aside?: ExpressionSpecification;
}

/** The name of every area of a kind, as far as there is room; the largest areas go first. */
export function toNameLayer(
  id: string,
  soort: SoortGebied,
  { palette, opacity }: LayerContext,
  look: NameLook,
): MapLayer {
  return {
    id,
    type: 'symbol',
    source: 'gebieden',
    'source-layer': 'label',
    filter: ['all', ['==', ['get', 'soort'], soort], look.only ?? true],
    minzoom: look.minzoom,
    ...(look.maxzoom ? { maxzoom: look.maxzoom } : {}),
    layout: {
      'text-field': look.text ?? ['get', 'naam'],
      'text-font': look.capitals ? fonts.semibold : look.italic ? fonts.italic : fonts.regular,
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        look.minzoom,
        look.sizes[0],
        look.minzoom + 5,
        look.sizes[1],
      ],
      'text-transform': look.capitals ? 'uppercase' : 'none',
      'text-letter-spacing': look.capitals ? 0.18 : 0.01,
      'text-max-width': 8,
      'text-padding': look.capitals ? 2 : 4,
      ...(look.aside ? { 'text-variable-anchor-offset': look.aside } : {}),
      'symbol-sort-key': ['get', 'rang'],
    },
    paint: {
      'text-color': look.capitals ? palette.map.labelFaint : palette.map.label,
      'text-halo-color': palette.map.halo,
      'text-halo-width': 1.4,
      'text-halo-blur': 0.5,
      'text-opacity': opacity,
    },
  };
}
