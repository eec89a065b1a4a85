import type { Database } from '../db/database.ts';

const DAY_MS = 86_400_000;

/**
 * Throws away what may no longer be kept (atlas.ruim_op), now and every day. Gives how to stop. A database that is away
 * is tried again the next day; `note` hears of it.
 */
export async function keepRetention(db: Database, note: (error: unknown) => void): Promise<() => void> {
  const tidy = (): Promise<void> => db.query('select atlas.ruim_op() as weg').then(() => undefined, note);
  await tidy();
  const timer = setInterval(() => void tidy(), DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
