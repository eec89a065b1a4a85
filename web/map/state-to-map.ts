import type { Feature, FeatureCollection } from 'geojson';
import type { OverlapAntwoord } from '../../data/schema/antwoord.ts';
import type { Project } from '../../data/schema/project.ts';
import type { DrawState } from '../state/draw.svelte.ts';
import type { QuestionCard } from '../state/questions.svelte.ts';
import type { SelectionState } from '../state/selection.svelte.ts';
import type { LngLat } from '../state/view.svelte.ts';

// From what the screen knows to what the style draws.

function toPoint(lngLat: LngLat, properties: Record<string, unknown>): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: lngLat } };
}

function toProperties(project: Project): Record<string, unknown> {
  return {
    id: project.id,
    titel: project.titel,
    fase: project.fase ?? 'onbekend',
    energiedrager: project.energiedrager,
    ligging: project.ligging,
    groep: project.typeInfraGroep,
  };
}

/** A point for every project that has a location. */
export function toProjectFeatures(projecten: readonly Project[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: projecten.flatMap((project) =>
      project.lngLat ? [toPoint(project.lngLat, toProperties(project))] : [],
    ),
  };
}

/** The picked and the pointed-at project, and the clicked point. */
export function toPickedFeatures(projecten: readonly Project[], selection: SelectionState): Feature[] {
  const find = (id: string | null) => projecten.find((project) => project.id === id && project.lngLat);
  const [chosen, hovered] = [find(selection.projectId), find(selection.hoverProjectId)];
  return [
    ...(selection.point ? [toPoint(selection.point, { rol: 'punt' })] : []),
    ...(hovered?.lngLat && hovered !== chosen
      ? [toPoint(hovered.lngLat, { ...toProperties(hovered), rol: 'aangewezen' })]
      : []),
    ...(chosen?.lngLat ? [toPoint(chosen.lngLat, { ...toProperties(chosen), rol: 'gekozen' })] : []),
  ];
}

/** The drawing, unless a tool holds it and draws it itself, and the strip around it. */
export function toDrawnFeatures(draw: DrawState): Feature[] {
  if (draw.kept) return []; // drawn as what is being placed
  const { geometry, corridor, isHeld } = draw;
  return [
    ...(corridor ? [{ type: 'Feature' as const, properties: { rol: 'corridor' }, geometry: corridor }] : []),
    ...(geometry && !isHeld ? [{ type: 'Feature' as const, properties: { rol: 'tekening' }, geometry }] : []),
  ];
}

/** The geometry of the active question: as the server computed with it, or as it was asked while there is no answer. */
export function toAskedFeatures(card: QuestionCard | null): Feature[] {
  if (!card) return [];
  const answer = card.answer as Partial<OverlapAntwoord> | null;
  const geometry =
    answer?.antwoord?.gevraagd?.geometrie ?? (card.input.kind === 'geometrie' ? card.input.geometrie : null);
  return geometry ? [{ type: 'Feature', properties: {}, geometry }] : [];
}

/** The overlaps of the active question that have a geometry, with the kind of claim they are. */
export function toOverlapFeatures(card: QuestionCard | null): Feature[] {
  const answer = card?.answer as Partial<OverlapAntwoord> | null | undefined;
  return (answer?.antwoord?.overlappen ?? []).flatMap(({ laag, geometrie }): Feature[] =>
    geometrie ? [{ type: 'Feature', properties: { soort: toOverlapKind(laag) }, geometry: geometrie }] : [],
  );
}

/** What kind of claim a layer is, for its hue: protected nature, a spatial plan, or another project. */
export function toOverlapKind(laag: string): 'natuur' | 'plan' | 'claim' {
  if (laag === 'projecten') return 'claim';
  return laag === 'plannen' || laag === 'glastuinbouw' ? 'plan' : 'natuur';
}
