import type { OpenAPIHono } from '@hono/zod-openapi';
import { projectRecord } from '../../data/records/index.ts';
import type { Bewaard, Registratie } from '../../data/schema/registratie.ts';
import type { Atlas } from '../atlas.ts';
import { readAcceptCrs, readContentCrs, setContentCrs } from '../http/crs.ts';
import { toShown, type Invoerfout } from '../http/problem.ts';
import { accessOf, type Access } from './access.ts';
import { describeTogetherRoute } from './describe-together.ts';
import { getBasis, requireActor, requireProject } from './find.ts';
import { readId, readObject } from './request.ts';
import type { Draft } from './save.ts';
import { nameNew, readEntries, type Entry } from './together.ts';
import { getVersion, inTransaction, saveDrafts, toChangeDraft, toNewDraft } from './write.ts';

/**
 * `POST /projecten/{id}/samen`: several records of one project made, changed or withdrawn together, all or none. Answers
 * the saved records in the order of the entries, each with what is strange about it.
 */
export function togetherRoutes(app: OpenAPIHono, { services }: Atlas): void {
  describeTogetherRoute(app);
  app.post('/projecten/:id/samen', async (c) => {
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    const projectId = readId(c, 'id', projectRecord);
    await requireProject(access, projectId);
    const answerSrid = readAcceptCrs(c);
    const entries = readEntries(await readObject(c), readContentCrs(c));
    await requireNew(access, projectId, entries);
    const drafts: Draft[] = [];
    for (const entry of entries) drafts.push(await toDraft(access, projectId, entry, answerSrid));
    const items = await inTransaction(access, answerSrid, async (tx) => {
      const { rijen, letOp } = await saveDrafts(tx, actor, nameNew(drafts));
      const saved: Bewaard[] = [];
      for (const [i, { document, id, prefix }] of drafts.entries()) {
        const record = await getVersion(tx, document, id, rijen[i]!, answerSrid, prefix);
        saved.push({ ...record, letOp: letOp.filter(({ veld }) => veld.startsWith(prefix)) });
      }
      return saved;
    });
    setContentCrs(c, answerSrid);
    return c.json({ items });
  });
}

/** Throws a 403 Problem when a new record is of a kind that who asks may not add to this project. */
async function requireNew(access: Access, projectId: string, entries: readonly Entry[]): Promise<void> {
  const kinds = new Set(entries.filter(({ rij }) => rij === null).map(({ document }) => document));
  for (const document of kinds) await requireProject(access, projectId, document);
}

async function toDraft(access: Access, projectId: string, entry: Entry, srid: number): Promise<Draft> {
  const { document, id, rij, reading, prefix, weg } = entry;
  if (id === null || rij === null) return toNewDraft(document, projectId, reading, { prefix });
  const basis = await getBasis(access, document, id, rij, srid, prefix);
  const fouten = [...reading.fouten, ...checkProject(basis, projectId, prefix)];
  return { ...toChangeDraft(document, basis, { ...reading, fouten }, prefix), weg };
}

function checkProject(basis: Registratie, projectId: string, prefix: string): Invoerfout[] {
  if (basis.projectId === projectId) return [];
  const verwacht = `een registratie van project ${projectId}: samen bewaren gaat over één project`;
  return [{ veld: `${prefix}id`, waarde: toShown(basis.id), verwacht }];
}
