import type { BackgroundLayerSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from '../palette.ts';
import type { SourceId } from '../sources.ts';

// What a layer of the atlas is: one document per layer in this folder, listed once in ../order.ts.

export const layerGroupLabels = {
  voorgrond: 'Projecten en namen',
  energienet: 'Energienet',
  gebieden: 'Bestuur en regio’s',
  plannen: 'Ruimtelijke plannen',
  beschermd: 'Beschermde en aangewezen gebieden',
} as const;
export type LayerGroup = keyof typeof layerGroupLabels;

/** What a layer needs to know of the screen to draw itself. */
export interface LayerContext {
  palette: Palette;
  /** 0..1, as the reader set it: every paint opacity is multiplied with it. */
  opacity: number;
  /** Projects the list shows; null when the list is not narrowed. */
  projectIds: readonly string[] | null;
  /** Projects that are picked out: their name is written on top of everything, so not here. */
  pickedIds: readonly string[];
}

export type MapLayer = Exclude<LayerSpecification, BackgroundLayerSpecification>;

/** One line of the legend: an image as ../images.ts draws it for the map, or a stroke or fill of the same paint. */
export type LegendSymbol =
  | { kind: 'image'; image: string; pattern?: boolean; outline?: string }
  | { kind: 'line'; color: string; width: number; dash?: readonly number[]; band?: number }
  | { kind: 'fill'; color: string; opacity: number; outline?: string; dash?: readonly number[] };

export interface LegendEntry {
  /** Starts a part of the legend under this small heading. */
  heading?: string;
  label: string;
  symbol: LegendSymbol;
}

export interface LayerDocument {
  id: string;
  titel: string;
  group: LayerGroup;
  /** One line of help in the panel: what it is and how to read it. */
  help: string;
  source: SourceId;
  /** Id in GET /api/v1/lagen for date, licence and coverage; null when the layer has no data of its own. */
  apiId: string | null;
  /** Shown when the atlas opens. */
  visible: boolean;
  /** Below this zoom nothing is drawn, and the panel says so. */
  minzoom: number;
  /** Bottom to top. Ids start with the document's id. */
  layers(context: LayerContext): MapLayer[];
  legend(palette: Palette): LegendEntry[];
}
