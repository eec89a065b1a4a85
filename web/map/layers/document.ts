import type { FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from '../palette.ts';

// What a layer of the atlas is: one document per layer in this folder, listed in ../order.ts.

export const layerGroups = ['projecten', 'gebieden', 'plannen', 'beschermd', 'energienet'] as const;
export type LayerGroup = (typeof layerGroups)[number];
export const layerGroupLabels: Record<LayerGroup, string> = {
  projecten: 'Projecten',
  gebieden: 'Bestuur en regio’s',
  plannen: 'Ruimtelijke plannen',
  beschermd: 'Beschermde gebieden',
  energienet: 'Energienet',
};

/** How a legend entry is drawn: as on the map, with the colours of the same palette. */
export type LegendSymbol =
  | { kind: 'line'; color: string; width: number; dash?: readonly number[] }
  | { kind: 'fill'; color: string; outline?: string; opacity?: number }
  | { kind: 'image'; image: string };

export interface LegendEntry {
  label: string;
  symbol: LegendSymbol;
}

export interface LayerContext {
  palette: Palette;
  /** 0..1, as the reader set it; paint values multiply with it. */
  opacity: number;
  /** Code of the chosen provincie; what lies elsewhere is dimmed. */
  provincie: string | null;
  /** What the list shows, so that map and list say the same. */
  projectIds: readonly string[] | null;
  selectedProjectId: string | null;
  hoverProjectId: string | null;
  /** Highlighted area, as `soort:code`. */
  selectedGebied: { soort: string; code: string } | null;
}

/** A MapLibre layer whose id starts with the document's id; `source` is filled in by the style. */
export type MapLayer =
  Exclude<LayerSpecification, { type: 'background' }> extends infer L
    ? L extends { source: string }
      ? Omit<L, 'source'> & { source?: string; filter?: FilterSpecification }
      : never
    : never;

export interface LayerDocument {
  id: string;
  titel: string;
  group: LayerGroup;
  /** One line of help in the panel: what it is and how to read it. */
  help: string;
  /** Id of a source in ../sources.ts. */
  source: string;
  /** Id in GET /api/v1/lagen, for date, licence and coverage; null when the layer has no data of its own. */
  apiId: string | null;
  /** Shown when the atlas opens. */
  visible: boolean;
  /** Below this zoom nothing is drawn, and the panel says so. */
  minzoom: number;
  /** Bottom to top within the layer. */
  layers(context: LayerContext): MapLayer[];
  legend(palette: Palette): LegendEntry[];
}
