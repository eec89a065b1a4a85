import type { Database } from '../db/database.ts';
import { hasAdministrator } from './accounts.ts';
import { audit } from './audit.ts';
import { makeLink } from './links.ts';

/**
 * A fresh link to become the first administrator, as long as nobody is; earlier ones stop working. Gives the line for
 * the terminal (Dutch); null when there is an administrator.
 */
export async function offerFirstAdmin(db: Database, baseUrl: string): Promise<string | null> {
  return db.transaction(async (tx) => {
    if (await hasAdministrator(tx)) return null;
    await tx.query(`delete from atlas.uitnodiging where soort = 'eerste beheerder' and gebruikt_op is null`);
    const { pad } = await makeLink(tx, { soort: 'eerste beheerder' });
    await audit(tx, null, 'link eerste beheerder maken', 'atlas');
    return `Er is nog geen beheerder. Word het met deze link, die één keer werkt en 24 uur geldt: ${baseUrl}${pad}`;
  });
}
