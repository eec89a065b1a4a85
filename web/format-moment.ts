// Moments as Dutch readers expect them, in Dutch time.

const zone = { timeZone: 'Europe/Amsterdam' } as const;
const day = new Intl.DateTimeFormat('nl-NL', { ...zone, day: '2-digit', month: '2-digit', year: 'numeric' });
const time = new Intl.DateTimeFormat('nl-NL', { ...zone, hour: '2-digit', minute: '2-digit' });

/** `14:05`. */
export function formatTime(moment: Date | string): string {
  return time.format(new Date(moment));
}

/** `14:05` for today, `03-07-2026 14:05` for another day. */
export function formatMoment(moment: Date | string, now = new Date()): string {
  const at = new Date(moment);
  const isToday = day.format(at) === day.format(now);
  return isToday ? formatTime(at) : `${day.format(at)} ${formatTime(at)}`;
}
