import type { Context } from 'hono';
import { findCollection } from './collections/index.ts';
import { parseDatetime } from './datetime.ts';

/**
 * The `geldigOp` of a request: as given, or the day of `datetime` in a collection whose features are versions, so that
 * OGC clients look at the register as of another day the way they know. Undefined when neither is given.
 */
export function findGeldigOp(c: Context): string | undefined {
  const datetime = c.req.query('datetime');
  if (datetime !== undefined) {
    const id = /\/collections\/([^/]+)\/items/.exec(c.req.path)?.[1];
    const period = findCollection(id ?? '')?.tijd === 'kijkmoment' ? parseDatetime(datetime) : null;
    if (period?.isInstant && period.van !== null) return period.van;
  }
  return c.req.query('geldigOp');
}
