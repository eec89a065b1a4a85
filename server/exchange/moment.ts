import { toDutchDate } from '../../data/dutch-date.ts';
import type { Context } from 'hono';
import type { Viewpoint } from '../db/viewpoint.ts';
import { toDay } from '../http/dates.ts';

const inWords = (date: Date): string =>
  date.toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam', dateStyle: 'long', timeStyle: 'short' });

/** What the viewpoint of this request looks at, in words and as a date (of the knowledge) for a file name. */
export function describeMoment(c: Context): { peildatum: string; woorden: string } {
  const { bekendOp, geldigOp } = (c.get('viewpoint') ?? { bekendOp: null, geldigOp: null }) as Viewpoint;
  const known = bekendOp === null ? new Date() : new Date(bekendOp);
  const holds = geldigOp === null ? '' : `; wat geldt op ${toDutchDate(geldigOp)}`;
  const looked = bekendOp === null ? '' : ` (teruggekeken; gedownload op ${inWords(new Date())})`;
  return { peildatum: toDay(known), woorden: `wat bekend was op ${inWords(known)}${looked}${holds}` };
}
