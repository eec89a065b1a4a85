import type { OpenAPIHono } from '@hono/zod-openapi';
import type { RecordDocument } from '../../data/document.ts';
import { isStorable } from '../../data/schema/registratie.ts';
import type { Atlas } from '../atlas.ts';
import { readContentCrs } from '../http/crs.ts';
import { toInvalid, toShown } from '../http/problem.ts';
import { accessOf } from './access.ts';
import { findKnownVersion, requireActor, requireProject } from './find.ts';
import { readRecord } from './read-fields.ts';
import { toAbsent } from './refusals.ts';
import { readListQuery, readObject } from './request.ts';
import { judgeDraft } from './save.ts';
import { inTransaction, toChangeDraft, toNewDraft } from './write.ts';

/** `POST /controles/{meervoud}`: what would be wrong or strange; saves nothing. */
export function checkRoute(app: OpenAPIHono, { services }: Atlas, document: RecordDocument): void {
  app.post(`/controles/${document.meervoud}`, async (c) => {
    readListQuery(c, []);
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    const srid = readContentCrs(c);
    const { projectId, id, ...body } = await readObject(c);
    refuseOther({ projectId, id });
    const doel = id === undefined ? 'nieuw' : 'wijziging';
    const reading = readRecord(document, body, { doel, srid });
    if (typeof projectId === 'string') await requireProject(access, projectId);
    const basis = typeof id === 'string' ? await findKnownVersion(access, document, id) : null;
    if (typeof id === 'string' && !basis) throw toAbsent(document, id);
    const draft = basis
      ? toChangeDraft(document, basis, reading)
      : toNewDraft(document, typeof projectId === 'string' ? projectId : '', reading);
    const { fouten, letOp } = await inTransaction(access, srid, (tx) => judgeDraft(tx, actor, draft));
    return c.json({ fouten: fouten.map((one) => ({ ...one, ernst: 'fout' })), letOp });
  });
}

function refuseOther(given: Record<string, unknown>): void {
  const wrong = Object.entries(given).filter(
    ([, value]) => value !== undefined && (typeof value !== 'string' || !isStorable(value)),
  );
  if (wrong.length === 0) return;
  throw toInvalid(
    wrong.map(([veld, value]) => ({ veld, waarde: toShown(value), verwacht: 'een id als tekst' })),
  );
}
