import { netbeheerders } from '../../data/seed/netbeheerders.ts';
import type { Database } from '../db/database.ts';

/**
 * Fills the organisations from the loaded gemeenten, provincies and waterschappen, the netbeheerders and the Rijk: new
 * ones are added and names renewed, none is taken away (accounts and history point at them). May be done again.
 */
export async function fillOrganisaties(db: Database): Promise<void> {
  const known = [
    { code: 'rijk', naam: 'Rijk', soort: 'Rijk' },
    ...netbeheerders.map(({ id, naam }) => ({ code: id, naam, soort: 'netbeheerder' })),
  ];
  await db.query(
    `insert into atlas.organisatie (code, naam, soort)
     select code, naam, soort from jsonb_to_recordset($1::jsonb) as k (code text, naam text, soort text)
     union all
     select code, naam, soort from atlas.gebied where soort in ('gemeente', 'provincie', 'waterschap')
     on conflict (code) do update set naam = excluded.naam, soort = excluded.soort
     where (atlas.organisatie.naam, atlas.organisatie.soort) is distinct from (excluded.naam, excluded.soort)`,
    [JSON.stringify(known)],
  );
}
