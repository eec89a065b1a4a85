import { readBekendOp, readGeldigOp, toDay } from '../http/dates.ts';
import { toShown, type Invoerfout } from '../http/problem.ts';
import type { OgcCollection } from './collection.ts';

/** Days in the Netherlands, both included; null is open. */
export interface Period {
  van: string | null;
  tot: string | null;
  isInstant: boolean;
}

const syntax =
  'een datum (2026-07-01), een tijdstip (2026-07-01T12:00:00Z) of een periode van twee met / ertussen, waarvan één kant .. mag zijn';

/** The day in the Netherlands of `YYYY-MM-DD` or an instant; undefined when it is neither. */
function readDay(given: string): string | undefined {
  const errors: Invoerfout[] = [];
  if (!given.includes('T')) return readGeldigOp(given, errors) ?? undefined;
  const text = given.replace(/ (\d\d:\d\d)$/, '+$1');
  readBekendOp(text, errors);
  if (errors.length > 0) return undefined;
  return toDay(new Date(text));
}

/** `datetime=` as days; null when it is wrong. */
export function parseDatetime(given: string): Period | null {
  const sides = given.split('/');
  if (sides.length > 2) return null;
  if (sides.length === 1) {
    const day = readDay(given);
    return day === undefined ? null : { van: day, tot: day, isInstant: true };
  }
  const [van, tot] = sides.map((side) => (side === '' || side === '..' ? null : readDay(side)));
  if (van === undefined || tot === undefined) return null;
  if (van !== null && tot !== null && van > tot) return null;
  return { van, tot, isInstant: false };
}

/**
 * The days asked for. Null, with a reason in `errors`, when it is wrong, or when the collection cannot answer for those
 * days: better no answer than that of another day.
 */
export function readDatetime(
  given: string,
  { titel, tijd }: OgcCollection,
  today: string,
  errors: Invoerfout[],
): Period | null {
  const refuse = (verwacht: string): null => {
    errors.push({ veld: 'datetime', waarde: toShown(given), verwacht });
    return null;
  };
  const period = parseDatetime(given);
  if (!period) return refuse(syntax);
  if (tijd === 'kijkmoment' && !period.isInstant)
    return refuse(
      'één datum of tijdstip: elk project heeft op een dag één stand, in een periode misschien meer',
    );
  const hasToday = (period.van ?? today) <= today && today <= (period.tot ?? today);
  if (tijd === null && !hasToday)
    return refuse(
      `geen, of een periode met vandaag erin: alleen de geladen stand is bekend, zie de peildatum van ${titel}`,
    );
  return period;
}
