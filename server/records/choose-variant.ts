import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { RecordDocument } from '../../data/document.ts';
import { componentRecord, projectRecord, variantRecord } from '../../data/records/index.ts';
import { toRegistratieSchema, type Registratie } from '../../data/schema/registratie.ts';
import type { Atlas } from '../atlas.ts';
import type { Queryable } from '../db/database.ts';
import { problems } from '../http/answers.ts';
import { readAcceptCrs, setContentCrs } from '../http/crs.ts';
import { toInvalid, toShown } from '../http/problem.ts';
import { accessOf } from './access.ts';
import { findBasis, findKnownVersion, requireActor } from './find.ts';
import { listRegistraties } from './read.ts';
import { readRecord } from './read-fields.ts';
import { toAbsent } from './refusals.ts';
import { readId, readObject, setVersion } from './request.ts';
import type { Draft } from './save.ts';
import { getVersion, inTransaction, saveDrafts, toChangeDraft } from './write.ts';

/** Geometry goes from the variant to the component in RD, to the millimetre. */
const rd = 28992;

/**
 * `POST /varianten/{rid}/kiezen` with a reason and If-Match: the variant becomes the voorkeursalternatief, an earlier
 * choice is undone, and the component takes its place. One transaction: all or nothing. Answers the chosen variant.
 */
export function chooseVariantRoute(app: OpenAPIHono, { services }: Atlas): void {
  describeRoute(app);
  app.post('/varianten/:rid/kiezen', async (c) => {
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    const id = readId(c, 'rid', variantRecord);
    const srid = readAcceptCrs(c);
    const basis = await findBasis(c, access, variantRecord, id, srid);
    const reden = readReason(await readObject(c));
    const chosen = await inTransaction(access, srid, async (tx) => {
      const drafts = await toDrafts(tx, basis, reden);
      const { rijen } = await saveDrafts(tx, actor, drafts);
      const at = drafts.findIndex((draft) => draft.id === id);
      return getVersion(tx, variantRecord, id, rijen[at]!, srid);
    });
    setVersion(c, chosen);
    setContentCrs(c, srid);
    return c.json(chosen);
  });
}

/** What changes: the earlier choices first, then this one, then the component. */
async function toDrafts(tx: Queryable, basis: Registratie, reden: string): Promise<Draft[]> {
  const siblings = await listRegistraties(
    tx,
    variantRecord,
    projectRecord,
    { project: [basis.projectId] },
    rd,
  );
  const placed = siblings.find((one) => one.id === basis.id);
  if (!placed) throw toAbsent(variantRecord, basis.id);
  const componentId = String(placed.gegevens['componentId']);
  const component = await findKnownVersion(tx, componentRecord, componentId);
  if (!component) throw toAbsent(componentRecord, componentId);
  const { ligging, geometrie, corridorM, sjabloon } = placed.gegevens;
  if (ligging === 'geen')
    throw toInvalid([
      { veld: 'variant', waarde: String(placed.gegevens['letter']), verwacht: 'een variant met een plek' },
    ]);
  const earlier: Draft[] = [];
  for (const one of siblings) {
    if (one.id === basis.id || one.gegevens['componentId'] !== componentId) continue;
    if (one.gegevens['isVoorkeur'] !== true) continue;
    const known = await findKnownVersion(tx, variantRecord, one.id);
    if (known) earlier.push(change(variantRecord, known, { isVoorkeur: false }, reden));
  }
  const place = {
    ligging,
    geometrie,
    straalM: null,
    corridorM: corridorM ?? null,
    sjabloon: sjabloon ?? null,
  };
  return [
    ...earlier,
    change(variantRecord, basis, { isVoorkeur: true, keuzeReden: reden }, reden),
    change(
      componentRecord,
      component,
      place,
      `Variant ${String(placed.gegevens['letter'])} gekozen: ${reden}`,
    ),
  ];
}

function change(
  document: RecordDocument,
  basis: Registratie,
  gegevens: Record<string, unknown>,
  reden: string,
): Draft {
  const reading = readRecord(document, { gegevens, reden }, { doel: 'wijziging', srid: rd });
  return toChangeDraft(document, basis, reading);
}

const mostCharacters = 1000;

/** The reason. Throws a 400 Problem when there is none, or anything else is sent. */
function readReason(body: Record<string, unknown>): string {
  const { reden, ...other } = body;
  const faults = Object.entries(other).map(([veld, value]) => ({
    veld: toShown(veld),
    waarde: toShown(value),
    verwacht: 'alleen reden',
  }));
  const text = typeof reden === 'string' ? reden.trim() : '';
  if (text === '' || text.length > mostCharacters)
    faults.push({
      veld: 'reden',
      waarde: toShown(reden ?? ''),
      verwacht: `waarom deze variant, in ten hoogste ${mostCharacters} tekens`,
    });
  if (faults.length > 0) throw toInvalid(faults);
  return text;
}

function describeRoute(app: OpenAPIHono): void {
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/varianten/{rid}/kiezen',
    tags: ['varianten'],
    summary: 'Een variant kiezen, met een reden; het onderdeel krijgt haar plek',
    request: {
      params: z.object({ rid: z.string() }),
      body: {
        required: true,
        content: { 'application/json': { schema: z.object({ reden: z.string().max(mostCharacters) }) } },
      },
    },
    responses: {
      200: {
        description: 'De gekozen variant',
        content: { 'application/json': { schema: toRegistratieSchema(variantRecord) } },
      },
      ...problems,
    },
  });
}
