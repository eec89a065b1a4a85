import { useAtlas } from '../state/contexts.ts';

/** Today in the Netherlands, ISO. */
export function toToday(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(now);
}

/** The day actions and embargoes are held against: the one that is looked at, else today. Call while a component initialises. */
export function useToday(): () => string {
  const { peildatum } = useAtlas();
  return () => peildatum.geldigOp ?? peildatum.bekendOp ?? toToday(new Date());
}
