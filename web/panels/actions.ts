import type { Project } from '../../data/schema/project.ts';
import type { Atlas } from '../state/contexts.ts';
import type { QuestionInput, QuestionParams } from '../state/questions.svelte.ts';
import type { GebiedKey } from '../state/selection.svelte.ts';
import { nederlandBboxWgs84, type BboxWgs84, type LngLat } from '../state/view.svelte.ts';

// What several panels do alike: pick something out, show it on the map, open its panel.

/** Opens a project's panel and picks it out; the map moves only when its place is not in sight. */
export function openProject(
  { selection, view, map }: Pick<Atlas, 'selection' | 'view' | 'map'>,
  project: Pick<Project, 'id' | 'lngLat' | 'bboxWgs84'>,
): void {
  selection.point = null;
  selection.hit = null;
  selection.projectId = project.id;
  view.openRight('project');
  const { lngLat, bboxWgs84 } = project;
  if (!lngLat || (view.bboxWgs84 && contains(view.bboxWgs84, lngLat))) return;
  if (bboxWgs84) map.frame(bboxWgs84, 12);
  else map.flyTo(lngLat);
}

/** Opens an area's panel and frames it. */
export function openGebied(
  { selection, view, map }: Pick<Atlas, 'selection' | 'view' | 'map'>,
  { soort, code }: GebiedKey,
  bbox: BboxWgs84 | null,
): void {
  selection.point = null;
  selection.hit = null;
  selection.gebied = { soort, code };
  view.openRight('gebied');
  if (bbox) map.frame(bbox);
}

/** Chooses a provincie: it frames the map, the rest dims, the list follows. Null is the whole country. */
export function chooseProvincie(
  { view, map }: Pick<Atlas, 'view' | 'map'>,
  code: string | null,
  bbox: BboxWgs84 | null,
): void {
  view.provincie = code;
  if (code === null) map.frame(nederlandBboxWgs84);
  else if (bbox) map.frame(bbox);
}

/** Shows what lies at a point. */
export function openPoint({ selection, view }: Pick<Atlas, 'selection' | 'view'>, point: LngLat): void {
  selection.hit = null;
  selection.point = point;
  view.openRight('treffers');
}

/** Asks a question on a new card, or reopens the card that already holds it. */
export function askQuestion(
  { questions, view }: Pick<Atlas, 'questions' | 'view'>,
  vraag: string,
  input: QuestionInput,
  params: QuestionParams = {},
): void {
  const asked = JSON.stringify([vraag, input, params]);
  const open = questions.cards.find(
    (card) => JSON.stringify([card.vraag, card.input, card.params]) === asked,
  );
  if (open) questions.activeKey = open.key;
  else questions.ask(vraag, input, params);
  view.openRight('vragen');
}

function contains([west, south, east, north]: BboxWgs84, [lng, lat]: LngLat): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}
