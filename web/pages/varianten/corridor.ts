import type { Geometrie } from '../../../data/schema/geometrie.ts';
import { createCorridor } from '../../tools/corridor.ts';
import type { ComparedVariant } from './compared.ts';

/** What is asked about: the strip around a line that has a width, else the place itself; null without a place. */
export async function withCorridor({ geometrie, corridorM }: ComparedVariant): Promise<Geometrie | null> {
  if (!geometrie || corridorM === null) return geometrie;
  return (await createCorridor(geometrie, corridorM)) ?? geometrie;
}
