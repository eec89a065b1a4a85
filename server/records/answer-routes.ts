import { randomUUID } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  actieRecord,
  energyboardvraagRecord,
  projectRecord,
  variantRecord,
} from '../../data/records/index.ts';
import type { Atlas } from '../atlas.ts';
import { readAcceptCrs } from '../http/crs.ts';
import { toDay } from '../http/dates.ts';
import { toShown, type Invoerfout } from '../http/problem.ts';
import { accessOf } from './access.ts';
import { findCurrentBasis, requireActor } from './find.ts';
import { readRecord } from './read-fields.ts';
import { readId, readObject, setVersion } from './request.ts';
import type { Draft } from './save.ts';
import { getVersion, inTransaction, saveDrafts, toChangeDraft, toNewDraft } from './write.ts';

/** `POST /energyboardvragen/{id}/antwoord`: a question is answered, and may become an action, in one step. */
export function answerRoutes(app: OpenAPIHono, { services }: Atlas): void {
  app.post('/energyboardvragen/:rid/antwoord', async (c) => {
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    const srid = readAcceptCrs(c);
    const basis = await findCurrentBasis(
      c,
      access,
      energyboardvraagRecord,
      readId(c, 'rid', energyboardvraagRecord),
      srid,
    );
    const { antwoord, beantwoordOp, actie, ...around } = await readObject(c);
    const gegevens = {
      antwoord,
      beantwoordOp: beantwoordOp ?? toDay(new Date()),
      status: actie === undefined || actie === null ? 'beantwoord' : 'omgezet in actie',
    };
    const reading = readRecord(
      energyboardvraagRecord,
      { ...around, gegevens },
      { doel: 'wijziging', srid: 4326 },
    );
    const fouten: Invoerfout[] = reading.fouten.map((one) => ({
      ...one,
      veld: one.veld.replace(/^gegevens\./, ''),
    }));
    if (reading.given.gegevens['antwoord'] == null && !fouten.some(({ veld }) => veld === 'antwoord'))
      fouten.push({ veld: 'antwoord', waarde: '', verwacht: 'een antwoord, in woorden' });
    if (basis.gegevens['status'] !== 'open') {
      const status = toShown(basis.gegevens['status']);
      fouten.push({
        veld: 'status',
        waarde: status,
        verwacht: 'een vraag die nog open is; wijzig het antwoord van een beantwoorde vraag',
      });
    }
    const vraag: Draft = toChangeDraft(energyboardvraagRecord, basis, { given: reading.given, fouten });
    const drafts: Draft[] = [vraag];
    if (actie !== undefined && actie !== null) {
      const id = randomUUID();
      const made = readRecord(actieRecord, actie, { doel: 'nieuw', srid: 4326, prefix: 'actie.' });
      drafts.unshift({
        ...toNewDraft(actieRecord, basis.projectId, made, { id, prefix: 'actie.' }),
        zelf: { vraag_id: basis.id },
      });
      vraag.zelf = { actie_id: id };
    }
    const answer = await inTransaction(access, srid, async (tx) => {
      const { rijen, letOp } = await saveDrafts(tx, actor, drafts);
      const saved = await getVersion(tx, energyboardvraagRecord, basis.id, rijen.at(-1)!, srid);
      const made =
        drafts.length > 1 ? await getVersion(tx, actieRecord, drafts[0]!.id, rijen[0]!, srid) : null;
      return { vraag: saved, actie: made, letOp };
    });
    setVersion(c, answer.vraag);
    return c.json(answer);
  });
}
