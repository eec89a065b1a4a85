import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection } from 'geojson';
import type { LayerSetting } from '../state/layers.svelte.ts';
import type { GebiedKey, Hit } from '../state/selection.svelte.ts';
import type { Background } from '../state/view.svelte.ts';
import { answerLayers } from './answer-layers.ts';
import { dimLayers, groundLayers } from './ground-layers.ts';
import { drawnLayers } from './drawn-layers.ts';
import { getLayerDocument } from './order.ts';
import type { Palette } from './palette.ts';
import { pickedLayers } from './picked-layers.ts';
import { placingLayers } from './placing-layers.ts';
import { createBackgroundSource, createOverlaySource, createSources } from './sources.ts';

/** Everything the map shows, as plain values. */
export interface MapState {
  palette: Palette;
  /** Address of the server, without a slash at the end. */
  origin: string;
  /** Changes when the server has other data than when the map opened; empty until then. */
  edition: string;
  /** As of when, and for whom, projects are shown, as query parameters of their tiles; nothing for now and nobody. */
  seen?: Readonly<Record<string, string>>;
  /** Top to bottom. */
  settings: readonly LayerSetting[];
  /** The background that is asked for and can be reached. */
  background: Background;
  provincie: string | null;
  projecten: FeatureCollection;
  /** Ids the list shows; null when it is not narrowed. */
  projectIds: readonly string[] | null;
  gebied: GebiedKey | null;
  hit: Hit | null;
  /** The reader's own drawing and the strip around it (property `rol`: tekening, corridor). */
  drawn: readonly Feature[];
  /** What was asked about, what it overlaps (property `soort`: natuur, plan, claim), and what is picked out. */
  asked: readonly Feature[];
  overlaps: readonly Feature[];
  picked: readonly Feature[];
  /** What is being placed and what belongs to it (property `rol`, see placing-layers.ts). */
  placing?: readonly Feature[];
}

/**
 * The whole map as a MapLibre style: a pure function, no map needed. From bottom to top: ground, the reader's
 * layers in the reader's order, the drawing, the answer, what is picked.
 */
export function createStyle(state: MapState): StyleSpecification {
  const layers: LayerSpecification[] = [
    ...groundLayers(state),
    ...state.settings
      .toReversed()
      // What lies outside the chosen provincie dims, but the list's own projects stay in full ink.
      .flatMap((each) => [...(each.id === 'projecten' ? dimLayers(state) : []), ...toLayers(each, state)]),
    ...drawnLayers(state),
    ...answerLayers(state),
    ...placingLayers(state),
    ...pickedLayers(state),
  ];
  return {
    version: 8,
    name: 'pMIEK-atlas',
    sources: {
      ...createSources(state.origin, state.edition, state.projecten, state.seen),
      ...(state.background === 'geen' ? {} : { achtergrond: createBackgroundSource(state.background) }),
      tekening: createOverlaySource(state.drawn),
      vraag: createOverlaySource(state.asked),
      overlap: createOverlaySource(state.overlaps),
      uitgelicht: createOverlaySource(state.picked),
      plaatsing: createOverlaySource(state.placing ?? []),
    },
    layers,
    transition: { duration: 150, delay: 0 },
  };
}

/** The MapLibre layers of one atlas layer; a hidden one has none. */
function toLayers({ id, visible, opacity }: LayerSetting, state: MapState): LayerSpecification[] {
  const document = getLayerDocument(id);
  if (!visible) return [];
  const pickedIds = state.picked.map(({ properties }) => String(properties?.['id']));
  return document.layers({ palette: state.palette, opacity, projectIds: state.projectIds, pickedIds });
}
