import type { OgcCollection } from '../collection.ts';
import { areaCollections } from './areas.ts';
import { withShapes } from './by-shape.ts';
import { beschermdeGebieden, hoogspanning, plannen, planvlakken } from './layers.ts';
import { componenten, projecten } from './projects.ts';

/** Every collection of /ogc/v1, in the order of its list. A new one is a document and its line here. */
export const collections: readonly OgcCollection[] = [
  ...areaCollections,
  projecten,
  ...withShapes(componenten, ['punten', 'lijnen', 'vlakken']),
  plannen,
  planvlakken,
  ...withShapes(beschermdeGebieden, ['lijnen', 'vlakken']),
  ...withShapes(hoogspanning, ['punten', 'lijnen', 'vlakken']),
];

/** The collection with this id; null when there is none. */
export function findCollection(id: string): OgcCollection | null {
  return collections.find((one) => one.id === id) ?? null;
}
