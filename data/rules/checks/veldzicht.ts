// Who may see one field of a project.
import { z } from 'zod';
import { vertrouwelijkheden } from '../../vocabulary.ts';

const veldzicht = z.strictObject({ niveau: z.enum(vertrouwelijkheden), embargoTot: z.iso.date().nullish() });

/** Whether this says a level, and perhaps a date from which it is open. */
export function isVertrouwelijk(value: unknown): boolean {
  return veldzicht.safeParse(value).success;
}
