/** Today in the Netherlands, ISO. */
export function toToday(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(now);
}

/** The day actions and embargoes are held against. */
export function useToday(): string {
  return toToday(new Date());
}
