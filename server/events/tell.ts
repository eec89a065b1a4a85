import type { Database } from '../db/database.ts';
import type { Viewpoint } from '../db/viewpoint.ts';

/** Events taken at once; and after how long another may take what a stopped server had taken. */
const batch = 200;
const CLAIM = `
  update atlas.gebeurtenis set geclaimd_tot = now() + interval '2 minutes'
  where nr in (select nr from atlas.gebeurtenis
    where verwerkt_op is null and (geclaimd_tot is null or geclaimd_tot < now())
    order by nr limit ${batch} for update skip locked)
  returning id, soort, tabel, project_id, versie::text, vorige::text`;

/** Those with a subscription that could be about it: who may see it is asked as each of them. */
const LISTENERS = `
  select distinct a.account_id as account, c.organisatie
  from atlas.abonnement a
  join atlas.account c on c.id = a.account_id and c.actief
  join atlas.organisatie o on o.code = c.organisatie and o.actief
  where a.actief and a.soorten && $1::text[]`;

/** As one account: which of its subscriptions are about which of these events. A place is what that account sees of it. */
const MATCH = `
  select a.id as abonnement, g.id as gebeurtenis
  from atlas.gezien($1::jsonb) g
  join jsonb_to_recordset($1::jsonb) as soort (id text, soort text) on soort.id = g.id
  join atlas.project_nu p on p.id = g.project_id and not p.is_buitenbeeld
  join atlas.abonnement a on a.actief and soort.soort = any (a.soorten) and case a.onderwerp
    when 'project' then a.code = p.id
    when 'gemeente' then a.code = any (p.gemeenten)
    when 'provincie' then a.code = any (p.provincies)
    else exists (select from atlas.component_nu c where c.project_id = p.id and c.geom is not null
      and ST_DWithin(c.geom, a.gebied, coalesce(c.straal_m, c.corridor_m / 2, 0))) end`;

const KEEP = `
  with bericht as (
    insert into atlas.bericht (abonnement_id, account_id, gebeurtenis_id)
    select a.id, a.account_id, m.gebeurtenis
    from jsonb_to_recordset($1::jsonb) as m (abonnement text, gebeurtenis text)
    join atlas.abonnement a on a.id = m.abonnement
    on conflict do nothing
    returning id, abonnement_id)
  insert into atlas.aflevering (bericht_id)
  select b.id from bericht b join atlas.abonnement a on a.id = b.abonnement_id where a.webhook is not null`;

interface Event {
  id: string;
  soort: string;
  tabel: string;
  project_id: string;
  versie: string;
  vorige: string | null;
}

/**
 * Gives every subscription a message of each new event that its account may see. Twice is harmless: a message is kept
 * once. Gives the number of events.
 */
export async function tellSubscribers(db: Database): Promise<number> {
  const events = await db.query<Event>(CLAIM);
  if (events.length === 0) return 0;
  const listeners = await db.query<{ account: string; organisatie: string }>(LISTENERS, [
    [...new Set(events.map(({ soort }) => soort))],
  ]);
  const matches: object[] = [];
  for (const listener of listeners)
    matches.push(...(await db.as(toViewpoint(listener)).query(MATCH, [JSON.stringify(events)])));
  await db.transaction(async (tx) => {
    if (matches.length > 0) await tx.query(KEEP, [JSON.stringify(matches)]);
    await tx.query('update atlas.gebeurtenis set verwerkt_op = now() where id = any ($1::text[])', [
      events.map(({ id }) => id),
    ]);
  });
  return events.length;
}

/** Now and today, as this account. */
export function toViewpoint({ account, organisatie }: { account: string; organisatie: string }): Viewpoint {
  return { account, organisatie, bekendOp: null, geldigOp: null };
}
