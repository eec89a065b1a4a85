import type { Database, Scoped } from './database.ts';
import { publicViewpoint, type Viewpoint } from './viewpoint.ts';

/** The database as somebody sees it, and under which name what was read may be kept in memory. */
export interface Reader extends Scoped {
  readonly viewpoint: Viewpoint;
  /** The same for all who see the same: rights go by organisation. '' for nobody, today. */
  readonly profile: string;
}

/** Reads from `db` and writes to `primary` (the same, unless `db` is a replica). */
export function toReader(db: Database, primary: Database, viewpoint: Viewpoint): Reader {
  const { organisatie, bekendOp, geldigOp } = viewpoint;
  const isPublic = organisatie === null && bekendOp === null && geldigOp === null;
  return {
    query: db.as(viewpoint).query,
    transaction: (work, options) => primary.as(viewpoint).transaction(work, options),
    viewpoint,
    profile: isPublic ? '' : JSON.stringify([organisatie, bekendOp, geldigOp]),
  };
}

/** What everybody may see, today. */
export const toPublicReader = (db: Database): Reader => toReader(db, db, publicViewpoint);
