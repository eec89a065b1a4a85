import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { excelLijsten, findExcelLijst } from '../../data/exchange/index.ts';
import type { Atlas } from '../atlas.ts';
import { toNotFound, toShown } from '../http/problem.ts';
import { readBody } from '../http/valid-body.ts';
import { toVerantwoording } from '../questions/verantwoording.ts';
import { accessOf } from '../records/access.ts';
import { requireActor } from '../records/find.ts';
import { listFilters } from '../records/read.ts';
import { readListQuery } from '../records/request.ts';
import { acceptProposal, refreshProposal } from './accept.ts';
import { choices, choose } from './choose.ts';
import { describeExcelRoutes } from './describe.ts';
import { writeList } from './download.ts';
import { describeMoment } from './moment.ts';
import { listOrganisaties } from './organisaties.ts';
import {
  addProposal,
  firstPage,
  getProposal,
  removeProposal,
  toVoorstel,
  type Page,
  type Proposal,
} from './proposals.ts';
import { readApart } from './read-apart.ts';
import { WorkbookRefusal } from './refusal.ts';
import { describeQuery, readPage, readStand, refuseLookingBack, toFileProblem } from './request.ts';
import { readUpload } from './upload.ts';

/** Lists out as a workbook, and back in by way of a proposal that is looked at first. */
export function excelRoutes(atlas: Atlas): OpenAPIHono {
  const app = new OpenAPIHono();
  describeExcelRoutes(app);
  addDownload(app, atlas);
  addProposals(app, atlas);
  return app;
}

function addDownload(app: OpenAPIHono, { services, registers }: Atlas): void {
  app.get('/excel/:file{[a-z-]+\\.xlsx}', async (c) => {
    const file = c.req.param('file');
    const lijst = findExcelLijst(file.replace(/\.xlsx$/, ''));
    if (!lijst) {
      const known = excelLijsten.map(({ naam }) => `${naam}.xlsx`).join(', ');
      throw toNotFound(`Er is geen lijst ${toShown(file)}; wel: ${known}.`);
    }
    const filters = listFilters(lijst.record).map(({ naam }) => naam);
    const asked = readListQuery(c, ['project', 'provincie', 'gemeente', ...filters]);
    const { project, provincie, gemeente, ...rest } = asked;
    const access = await accessOf(c, services);
    const { peildatum, woorden } = describeMoment(c);
    const bytes = await writeList(access, {
      lijst,
      query: { project, provincie, gemeente, filters: rest },
      keuze: describeQuery(asked),
      actor: access.actor,
      moment: woorden,
      verantwoording: toVerantwoording(await registers.getCurrent(), ['projecten'], peildatum),
    });
    const scope = [...(provincie ?? []), ...(project ?? [])]
      .slice(0, 3)
      .map((part) => `-${part.replace(/[^\w-]/g, '')}`);
    c.header('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    c.header(
      'Content-Disposition',
      `attachment; filename="${lijst.naam}${scope.join('')}-${peildatum}.xlsx"`,
    );
    c.header('Cache-Control', 'private, no-store');
    return c.body(bytes);
  });
}

function addProposals(app: OpenAPIHono, { services }: Atlas): void {
  app.post('/excel/voorstellen', async (c) => {
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    refuseLookingBack(c);
    const request = { upload: await readUpload(c), organisaties: await listOrganisaties(access) };
    const { bestand, gelezen } = await readApart(request).catch((error: unknown) => {
      throw error instanceof WorkbookRefusal ? toFileProblem(error) : error;
    });
    const id = await access.transaction((tx) => addProposal(tx, bestand, gelezen));
    c.header('Location', `/api/v1/excel/voorstellen/${id}`);
    c.status(201);
    return show(c, await refreshProposal(access, actor, id), firstPage);
  });

  app.get('/excel/voorstellen/:id', async (c) => {
    const page = readPage(c);
    const access = await accessOf(c, services);
    requireActor(access);
    const id = c.req.param('id');
    return show(c, await access.transaction((tx) => getProposal(tx, id)), page);
  });

  app.post('/excel/voorstellen/:id', async (c) => {
    const page = readPage(c);
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    const made = await readBody(c, choices);
    const id = c.req.param('id');
    const { keuzes, rijen } = await access.transaction((tx) => getProposal(tx, id));
    return show(c, await refreshProposal(access, actor, id, choose(keuzes, rijen, made)), page);
  });

  app.post('/excel/voorstellen/:id/aanvaarden', async (c) => {
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    const id = c.req.param('id');
    return c.json({ voorstelId: id, ...(await acceptProposal(access, actor, id, readStand(c))) });
  });

  app.delete('/excel/voorstellen/:id', async (c) => {
    const access = await accessOf(c, services);
    requireActor(access);
    await access.transaction((tx) => removeProposal(tx, c.req.param('id')));
    return c.body(null, 204);
  });
}

function show(c: Context, proposal: Proposal, page: Page): Response {
  c.header('ETag', `"${proposal.stand}"`);
  c.header('Cache-Control', 'private, no-store');
  return c.json(toVoorstel(proposal, page));
}
