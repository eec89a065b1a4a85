import { toShown, type Invoerfout } from './problem.ts';

const ZONE = 'Europe/Amsterdam';
const DAY = /^(19|2\d)\d\d-\d\d-\d\d$/;
const INSTANT = /^(19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

/** The day in the Netherlands on which a moment falls, YYYY-MM-DD. */
export function toDay(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(moment);
}

/**
 * The moment of knowledge that is looked back to, with offset: an instant, or the end of a day in the Netherlands.
 * Null when nothing is given or it still has to come: then everything known now is meant. Adds to `errors`.
 */
export function readBekendOp(given: string | undefined, errors: Invoerfout[]): string | null {
  if (given === undefined) return null;
  // A plus in an address stands for a space.
  const text = given.replace(/ (\d\d:\d\d)$/, '+$1');
  if (isDay(text)) return hasPassed(endOfDay(text));
  if (INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)))
    return hasPassed(text);
  const verwacht = 'een datum zoals 2026-07-01, of een tijdstip zoals 2026-07-01T12:00:00+02:00';
  errors.push({ veld: 'bekendOp', waarde: toShown(given), verwacht });
  return null;
}

/** The date in the world that is looked at; null when none is given: today. Adds to `errors`. */
export function readGeldigOp(given: string | undefined, errors: Invoerfout[]): string | null {
  if (given === undefined || isDay(given)) return given ?? null;
  errors.push({ veld: 'geldigOp', waarde: toShown(given), verwacht: 'een datum zoals 2026-07-01' });
  return null;
}

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const hasPassed = (instant: string): string | null => (Date.parse(instant) <= Date.now() ? instant : null);

/** The last microsecond of a day in the Netherlands. */
function endOfDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  // Clocks change in the middle of the night, after midnight here: the offset at midnight in UTC is that of midnight.
  const hours = new Intl.DateTimeFormat('en', { timeZone: ZONE, hour: 'numeric', hourCycle: 'h23' }).format(
    next,
  );
  const last = new Date(next.getTime() - Number(hours) * 3_600_000 - 1000);
  return last.toISOString().replace('.000Z', '.999999Z');
}
