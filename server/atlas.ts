import { createLayerLists, type LayerLists } from './areas/layers.ts';
import { createAreaLists, type AreaLists } from './areas/list.ts';
import { createAreaRegisters, type AreaRegisters } from './areas/register.ts';
import { toPublicReader, type Reader } from './db/reader.ts';
import { createProjectRegisters, type ProjectRegisters } from './projects/register.ts';
import { createStoredFacts, type StoredFacts } from './questions/stored-facts.ts';
import type { Services } from './services.ts';
import { Turnstile } from './tiles/turnstile.ts';

/** Questions the database works on at once: more only wait there instead of here, and keep the rest from its turn. */
const questionsAtOnce = 4;

/** The services with the small registers that the routes share. */
export interface Atlas {
  services: Services;
  /** What everybody may see, today. */
  everybody: Reader;
  registers: AreaRegisters;
  areaLists: AreaLists;
  layerLists: LayerLists;
  projects: ProjectRegisters;
  /** What was worked out of places, for the next start. */
  storedFacts: StoredFacts;
  /** What every question passes before it goes to the database. */
  turnstile: Turnstile;
}

/** One set of shared registers over `services`. */
export function createAtlas(services: Services): Atlas {
  // Areas and layers are the same for everybody.
  const everybody = toPublicReader(services.db);
  const registers = createAreaRegisters(everybody);
  return {
    services,
    everybody,
    registers,
    areaLists: createAreaLists(everybody, registers),
    layerLists: createLayerLists(everybody, registers),
    projects: createProjectRegisters(registers),
    storedFacts: createStoredFacts(services.primary ?? services.db),
    turnstile: new Turnstile(questionsAtOnce),
  };
}
