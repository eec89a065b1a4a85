import type { AccessConfig } from '../auth/config.ts';
import type { Database } from '../db/database.ts';
import { toCloudEvent, type SeenEvent } from './cloud-event.ts';
import type { EventConfig } from './config.ts';
import { postEvent } from './post.ts';
import type { Signer } from './sign.ts';
import { tellSubscribers, toViewpoint } from './tell.ts';

/** Attempts, and the wait after the first, doubled each time up to six hours: given up after some fifteen hours. */
const maxAttempts = 12;
const maxWaitMs = 6 * 3_600_000;

export interface Delivery {
  config: EventConfig;
  publicUrl: AccessConfig['publicUrl'];
  signer: Signer;
  /** Wait after the first failure; 30 s unless told. */
  firstWaitMs?: number;
}

interface Due extends Omit<SeenEvent, 'wat' | 'van' | 'naar'> {
  gebeurtenis: string;
  versie: string;
  vorige: string | null;
  account: string;
  organisatie: string;
  webhook: string | null;
  mag: boolean;
  pogingen: number;
}

// Claimed by moving the next attempt ahead: no transaction stays open while somebody else's server thinks, and when
// this one dies the next attempt comes by itself.
const CLAIM = `
  with claim as (
    update atlas.aflevering set volgende_op = now() + interval '2 minutes', pogingen = pogingen + 1
    where id in (select id from atlas.aflevering where status = 'wacht' and volgende_op <= now()
      order by volgende_op limit 20 for update skip locked)
    returning id, bericht_id, pogingen)
  select k.id, k.pogingen, g.id as gebeurtenis, g.soort, g.tabel, g.project_id as "projectId", g.record_id as "recordId",
    g.versie::text, g.vorige::text, to_char(g.moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as moment,
    c.id as account, c.organisatie, a.webhook, a.actief and c.actief and o.actief as mag
  from claim k
  join atlas.bericht b on b.id = k.bericht_id
  join atlas.gebeurtenis g on g.id = b.gebeurtenis_id
  join atlas.abonnement a on a.id = b.abonnement_id
  join atlas.account c on c.id = a.account_id
  join atlas.organisatie o on o.code = c.organisatie`;

const SETTLE = `
  update atlas.aflevering set status = $2, fout = $3, volgende_op = now() + make_interval(secs => $4::float8),
    klaar_op = case when $2 <> 'wacht' then now() end
  where id = $1`;

/** Makes one attempt for everything that is due. Gives the number of attempts. */
export async function deliverDue(db: Database, delivery: Delivery): Promise<number> {
  const due = await db.query<Due>(CLAIM);
  await Promise.all(due.map((one) => deliverOne(db, one, delivery)));
  return due.length;
}

async function deliverOne(db: Database, due: Due, delivery: Delivery): Promise<void> {
  const { config, publicUrl, signer, firstWaitMs = 30_000 } = delivery;
  const seen = due.mag && due.webhook !== null ? await see(db, due) : null;
  if (!seen || due.webhook === null) {
    // Stopped, or no longer for their eyes.
    await db.query(SETTLE, [due.id, 'vervallen', null, 0]);
    return;
  }
  const payload = Buffer.from(JSON.stringify(toCloudEvent(seen, config.source, publicUrl)));
  const fault = await postEvent(due.webhook, payload, signer.sign(payload), config.allowPrivate);
  const status = fault === null ? 'geleverd' : due.pogingen >= maxAttempts ? 'opgegeven' : 'wacht';
  const waitMs = Math.min(firstWaitMs * 2 ** (due.pogingen - 1), maxWaitMs);
  await db.query(SETTLE, [due.id, status, fault, waitMs / 1000]);
}

/** The event as its subscriber may see it at this moment; null when they may not. */
async function see(db: Database, due: Due): Promise<SeenEvent | null> {
  const { gebeurtenis, soort, tabel, projectId, versie, vorige } = due;
  const asked = JSON.stringify([{ id: gebeurtenis, soort, tabel, project_id: projectId, versie, vorige }]);
  const [values] = await db
    .as(toViewpoint(due))
    .query<Pick<SeenEvent, 'wat' | 'van' | 'naar'>>('select wat, van, naar from atlas.gezien($1::jsonb)', [
      asked,
    ]);
  return values ? { ...due, ...values } : null;
}

/** How long an event, its messages and its deliveries are kept. */
const FORGET = `delete from atlas.gebeurtenis where moment < now() - interval '1 year' and verwerkt_op is not null`;

/** Tells and delivers every few seconds until stopped. `stop` waits for what is under way. `note` hears of faults. */
export function startDelivery(
  db: Database,
  delivery: Delivery,
  note: (error: unknown) => void,
  everyMs = 5000,
): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let forgottenAt = 0;
  const round = async (): Promise<void> => {
    try {
      if (Date.now() - forgottenAt > 86_400_000) {
        await db.query(FORGET);
        forgottenAt = Date.now();
      }
      await tellSubscribers(db);
      await deliverDue(db, delivery);
    } catch (error) {
      // A database that is away is asked again the next round.
      note(error);
    }
    if (!stopped) timer = setTimeout(begin, everyMs);
  };
  const begin = (): void => {
    running = round();
  };
  begin();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
