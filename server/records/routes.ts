import { OpenAPIHono } from '@hono/zod-openapi';
import type { RecordDocument } from '../../data/document.ts';
import { projectRecord, records } from '../../data/records/index.ts';
import type { Atlas } from '../atlas.ts';
import { readAcceptCrs, readContentCrs, setContentCrs } from '../http/crs.ts';
import { toInvalid, toShown } from '../http/problem.ts';
import { accessOf } from './access.ts';
import { answerRoutes } from './answer-routes.ts';
import { checkRoute } from './check-route.ts';
import { chooseVariantRoute } from './choose-variant.ts';
import { describeRecordRoutes } from './describe.ts';
import { describeProjectRoutes, describeStepRoutes } from './describe-project.ts';
import { fasewisselRoutes } from './fasewissel-routes.ts';
import { findBasis, requireActor, requireProject } from './find.ts';
import { listChanges, listVersions } from './history.ts';
import { projectWriteRoutes } from './project-routes.ts';
import { findRegistratie, listAddableProjects, listFilters, listRegistraties } from './read.ts';
import { readRecord } from './read-fields.ts';
import { getReasoned } from './reasoned.ts';
import { toAbsent } from './refusals.ts';
import { readId, readListQuery, readObject, readYes, setVersion } from './request.ts';
import { toRestored } from './restore.ts';
import { togetherRoutes } from './together-routes.ts';
import { saveOne, toChangeDraft, toNewDraft } from './write.ts';

/** Every route about what is said of projects: for each kind of record the same ones. */
export function recordRoutes(atlas: Atlas): OpenAPIHono {
  const app = new OpenAPIHono();
  describeProjectRoutes(app);
  describeStepRoutes(app);
  projectWriteRoutes(app, atlas);
  fasewisselRoutes(app, atlas);
  answerRoutes(app, atlas);
  chooseVariantRoute(app, atlas);
  togetherRoutes(app, atlas);
  for (const document of records) {
    describeRecordRoutes(app, document);
    checkRoute(app, atlas, document);
    const one = document.naam === 'project' ? '/projecten/:rid' : `/${document.meervoud}/:rid`;
    if (document.naam !== 'project') addReading(app, atlas, document);
    addChanging(app, atlas, document, one);
    addHistory(app, atlas, document, one);
  }
  return app;
}

function addReading(app: OpenAPIHono, { services }: Atlas, document: RecordDocument): void {
  const filters = listFilters(document).map(({ naam }) => naam);
  app.get(`/${document.meervoud}`, async (c) => {
    const { project, provincie, gemeente, toevoegbaar, ...rest } = readListQuery(c, [
      'project',
      'provincie',
      'gemeente',
      'toevoegbaar',
      ...filters,
    ]);
    const withAddable = readYes('toevoegbaar', toevoegbaar);
    const srid = readAcceptCrs(c);
    const access = await accessOf(c, services);
    const query = { project, provincie, gemeente, filters: rest };
    setContentCrs(c, srid);
    const items = await listRegistraties(access, document, projectRecord, query, srid);
    if (!withAddable) return c.json({ items });
    const toevoegbaarIn = await listAddableProjects(access, document, projectRecord, query);
    return c.json({ items, toevoegbaarIn });
  });
  app.get(`/projecten/:id/${document.meervoud}`, async (c) => {
    readListQuery(c, []);
    const srid = readAcceptCrs(c);
    const access = await accessOf(c, services);
    const id = readId(c, 'id', projectRecord);
    await requireProject(access, id);
    setContentCrs(c, srid);
    return c.json({
      items: await listRegistraties(access, document, projectRecord, { project: [id] }, srid),
    });
  });
  app.get(`/${document.meervoud}/:rid`, async (c) => {
    readListQuery(c, []);
    const srid = readAcceptCrs(c);
    const rid = readId(c, 'rid', document);
    const found = await findRegistratie(await accessOf(c, services), document, rid, srid);
    if (!found) throw toAbsent(document, rid);
    setVersion(c, found);
    setContentCrs(c, srid);
    return c.json(found);
  });
  app.post(`/projecten/:id/${document.meervoud}`, async (c) => {
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    const projectId = readId(c, 'id', projectRecord);
    await requireProject(access, projectId, document);
    const srid = readContentCrs(c);
    const reading = readRecord(document, await readObject(c), { doel: 'nieuw', srid });
    const answerSrid = readAcceptCrs(c);
    const saved = await saveOne(access, actor, toNewDraft(document, projectId, reading), answerSrid);
    setVersion(c, saved);
    setContentCrs(c, answerSrid);
    c.header('Location', `/api/v1/${document.meervoud}/${saved.id}`);
    return c.json(saved, 201);
  });
}

function addChanging(app: OpenAPIHono, { services }: Atlas, document: RecordDocument, path: string): void {
  app.patch(path, async (c) => {
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    const id = readId(c, 'rid', document);
    const srid = readAcceptCrs(c);
    const basis = await findBasis(c, access, document, id, srid);
    const options = { doel: 'wijziging', srid: readContentCrs(c) } as const;
    const reading = readRecord(document, await readObject(c), options);
    const saved = await saveOne(access, actor, toChangeDraft(document, basis, reading), srid);
    setVersion(c, saved);
    setContentCrs(c, srid);
    return c.json(saved);
  });
  app.delete(path, async (c) => {
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    const id = readId(c, 'rid', document);
    const srid = readAcceptCrs(c);
    const basis = await findBasis(c, access, document, id, srid);
    const reading = getReasoned(document, await readObject(c));
    const saved = await saveOne(
      access,
      actor,
      { ...toChangeDraft(document, basis, reading), weg: true },
      srid,
    );
    setVersion(c, saved);
    return c.json(saved);
  });
}

function addHistory(app: OpenAPIHono, { services }: Atlas, document: RecordDocument, path: string): void {
  app.get(`${path}/geschiedenis`, async (c) => {
    const { veld: [veld] = [] } = readListQuery(c, ['veld']);
    if (veld !== undefined && !document.velden.some(({ naam }) => naam === veld)) {
      const verwacht = `een van: ${document.velden.map(({ naam }) => naam).join(', ')}`;
      throw toInvalid([{ veld: 'veld', waarde: toShown(veld), verwacht }]);
    }
    const srid = readAcceptCrs(c);
    const rid = readId(c, 'rid', document);
    const versies = await listVersions(await accessOf(c, services), document, rid, srid);
    if (versies.length === 0) throw toAbsent(document, rid);
    setContentCrs(c, srid);
    return c.json(veld === undefined ? { versies } : { veranderingen: listChanges(versies, veld) });
  });
  app.post(`${path}/herstel`, async (c) => {
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    const id = readId(c, 'rid', document);
    const srid = readAcceptCrs(c);
    const basis = await findBasis(c, access, document, id, srid);
    const { rij, ...body } = await readObject(c);
    const versies = await listVersions(access, document, id, 0);
    const old = versies.find(({ versie }) => versie.rij === rij);
    if (!old) {
      const verwacht = `de rij van een eerdere versie: ${versies
        .map(({ versie }) => versie.rij)
        .slice(0, 20)
        .join(', ')}`;
      throw toInvalid([{ veld: 'rij', waarde: toShown(rij), verwacht }]);
    }
    const reading = toRestored(document, basis, old, getReasoned(document, body));
    const draft = { ...toChangeDraft(document, basis, reading), inhoudVan: old.versie.rij };
    const saved = await saveOne(access, actor, draft, srid);
    setVersion(c, saved);
    setContentCrs(c, srid);
    return c.json(saved);
  });
}
