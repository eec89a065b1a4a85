import type { SourceDocument } from '../../../data/document.ts';
import type { DatasetLoader } from '../dataset.ts';
import { createUnionLoader } from './from-gemeenten.ts';
import { gemeentenLoader } from './gemeenten.ts';
import { gridLineLoader, gridStationLoader } from './grid.ts';
import { planLoader } from './plans.ts';
import { projectenLoader } from './projecten.ts';
import { protectedAreaLoader } from './protected-areas.ts';
import { replaceProvinceBorders } from './province-borders.ts';
import { unionAreas } from './union-areas.ts';
import { waterschappenLoader } from './waterschappen.ts';

/** Datasets with a loader of their own. */
const byId: Record<string, DatasetLoader> = {
  gemeenten: gemeentenLoader,
  provincies: createUnionLoader('provincie', unionAreas.provincies, replaceProvinceBorders),
  'res-regios': createUnionLoader('res-regio', unionAreas.resRegios),
  subregios: createUnionLoader('subregio', unionAreas.subregios),
  netbeheerdersgebieden: createUnionLoader('netbeheerdersgebied', unionAreas.netbeheerdersgebieden),
  waterschappen: waterschappenLoader,
  projecten: projectenLoader,
  'hoogspanning-lijnen': gridLineLoader,
  'hoogspanning-stations': gridStationLoader,
  plannen: planLoader,
};

/** The loader of a dataset: its own, or the one for its table. Throws when there is none, which is a mistake of ours. */
export function getLoader(source: SourceDocument): DatasetLoader {
  const loader = byId[source.id] ?? (source.tabel === 'beschermd_gebied' ? protectedAreaLoader : undefined);
  if (!loader) throw new Error(`There is no loader for dataset ${source.id}.`);
  return loader;
}
