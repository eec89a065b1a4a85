import { createLayerLists, type LayerLists } from './areas/layers.ts';
import { createAreaLists, type AreaLists } from './areas/list.ts';
import { createAreaRegisters, type AreaRegisters } from './areas/register.ts';
import { createProjectRegisters, type ProjectRegisters } from './projects/register.ts';
import type { Services } from './services.ts';

/** The services with the small registers that the routes share. */
export interface Atlas {
  services: Services;
  registers: AreaRegisters;
  areaLists: AreaLists;
  layerLists: LayerLists;
  projects: ProjectRegisters;
}

/** One set of shared registers over `services`. */
export function createAtlas(services: Services): Atlas {
  const registers = createAreaRegisters(services.db);
  return {
    services,
    registers,
    areaLists: createAreaLists(services.db, registers),
    layerLists: createLayerLists(services.db, registers),
    projects: createProjectRegisters(services.db, registers),
  };
}
