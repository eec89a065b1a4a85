import type { FeatureCollection } from 'geojson';
import type { Atlas } from '../state/contexts.ts';
import type { Palette } from './palette.ts';
import { toPlacingFeatures } from './placing-layers.ts';
import { emptyCollection } from './sources.ts';
import {
  toAskedFeatures,
  toDrawnFeatures,
  toOverlapFeatures,
  toPickedFeatures,
  toProjectFeatures,
} from './state-to-map.ts';
import type { MapState } from './style.ts';

/** The points of the projects the list shows; empty while none are known. */
export function toShownProjects({ projects }: Pick<Atlas, 'projects'>): FeatureCollection {
  return projects.shown ? toProjectFeatures(projects.shown) : emptyCollection;
}

/** What the screen shows now, as the plain values the style is made of; the same for the screen and for paper. */
export function toMapState(atlas: Atlas, palette: Palette, projecten: FeatureCollection): MapState {
  const { view, layers, filters, projects, selection, questions, draw, placing, map, peildatum } = atlas;
  const narrowed = filters.count > 0 || view.provincie !== null;
  return {
    palette,
    origin: location.origin,
    edition: map.edition,
    seen: { ...peildatum.query, ...(map.person && { wie: map.person }) },
    settings: layers.settings,
    background: map.background,
    provincie: view.provincie,
    projecten,
    projectIds: narrowed ? (projects.shown ?? []).map(({ id }) => id) : null,
    gebied: selection.gebied,
    hit: selection.hit,
    drawn: toDrawnFeatures(draw),
    asked: draw.kept ? [] : toAskedFeatures(questions.active),
    overlaps: draw.kept ? placing.overlaps : toOverlapFeatures(questions.active),
    picked: toPickedFeatures(projects.all ?? [], selection),
    placing: toPlacingFeatures(draw, placing),
  };
}
