import type pg from 'pg';
import type { DatabaseRole } from './roles.ts';
import { publicViewpoint, type Viewpoint } from './viewpoint.ts';

/** As whom a connection asks, and as of when. */
export interface Sitting {
  role: DatabaseRole;
  viewpoint: Viewpoint;
}

/** The atlas itself, held by no row-level security. */
export const privileged: Sitting = { role: 'none', viewpoint: publicViewpoint };

const SIT = `select set_config('role', $1, false), set_config('atlas.account', $2, false),
  set_config('atlas.organisatie', $3, false), set_config('atlas.bekend_op', $4, false), set_config('atlas.geldig_op', $5, false)`;

const toValues = ({ role, viewpoint }: Sitting): string[] => [
  role,
  viewpoint.account ?? '',
  viewpoint.organisatie ?? '',
  viewpoint.bekendOp ?? '',
  viewpoint.geldigOp ?? '',
];

/** True when both ask the same thing of the database. */
export function isSameSitting(a: Sitting, b: Sitting): boolean {
  return toValues(a).join('\n') === toValues(b).join('\n');
}

const seated = new WeakMap<pg.ClientBase, string>();

/**
 * Makes the connection ask as `sitting`; nothing is sent when it does already. `initial`: how the connections of its
 * pool begin. Never inside a transaction: undoing that would undo this too, unnoticed.
 */
export async function sit(client: pg.ClientBase, sitting: Sitting, initial: Sitting): Promise<void> {
  const values = toValues(sitting);
  const wanted = values.join('\n');
  if ((seated.get(client) ?? toValues(initial).join('\n')) === wanted) return;
  // When it fails halfway nobody knows how the connection sits, and the next one sets it again.
  seated.set(client, 'unknown');
  await client.query({ name: 'sit', text: SIT, values });
  seated.set(client, wanted);
}
