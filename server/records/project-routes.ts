import { randomBytes, randomUUID } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { toProjectId } from '../../data/rules/project-id.ts';
import {
  componentRecord,
  partijRecord,
  projectRecord,
  records,
  variantRecord,
} from '../../data/records/index.ts';
import type { Actor } from '../auth/actor.ts';
import type { Atlas } from '../atlas.ts';
import type { Queryable } from '../db/database.ts';
import { readAcceptCrs, readContentCrs, setContentCrs, type Srid } from '../http/crs.ts';
import { toShown, type Invoerfout } from '../http/problem.ts';
import { accessOf } from './access.ts';
import { requireActor } from './find.ts';
import { findFiche } from './fiche.ts';
import { isObject, readRecord } from './read-fields.ts';
import { toAbsent, toForbidden } from './refusals.ts';
import { readId, readListQuery, readObject, setVersion } from './request.ts';
import { mayMakeProject } from './row-sql.ts';
import type { Draft } from './save.ts';
import { inTransaction, saveDrafts, toNewDraft } from './write.ts';

/** `GET /projecten/{id}/fiche` and `POST /projecten`. */
export function projectWriteRoutes(app: OpenAPIHono, { services }: Atlas): void {
  app.get('/projecten/:id/fiche', async (c) => {
    readListQuery(c, []);
    const srid = readAcceptCrs(c);
    const id = readId(c, 'id', projectRecord);
    const fiche = await findFiche(await accessOf(c, services), id, srid);
    if (!fiche) throw toAbsent(projectRecord, id);
    setContentCrs(c, srid);
    return c.json(fiche);
  });
  app.post('/projecten', async (c) => {
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    if (!mayMakeProject(actor)) {
      throw toForbidden('Een project maken doet een bewerker van een netbeheerder of provincie.');
    }
    const srid = readContentCrs(c);
    const body = await readObject(c);
    const answerSrid = readAcceptCrs(c);
    const fiche = await inTransaction(access, answerSrid, async (tx) => {
      const drafts = await toDrafts(tx, actor, body, srid);
      const { letOp } = await saveDrafts(tx, actor, drafts);
      const made = await findFiche(tx, drafts[0]!.id, answerSrid);
      if (!made) throw new Error(`Project ${drafts[0]!.id} was saved and cannot be read.`);
      return {
        ...made,
        letOp: [...made.letOp, ...letOp.map((one) => ({ ...one, soort: 'project', id: made.project.id }))],
      };
    });
    setVersion(c, fiche.project);
    setContentCrs(c, answerSrid);
    c.header('Location', `/api/v1/projecten/${fiche.project.id}`);
    return c.json(fiche, 201);
  });
}

/** The project and everything that comes with it, the project first. */
async function toDrafts(
  tx: Queryable,
  actor: Actor,
  body: Record<string, unknown>,
  srid: Srid,
): Promise<Draft[]> {
  const kinds = records.filter(({ naam }) => naam !== 'project');
  const names = new Set(kinds.map(({ meervoud }) => meervoud));
  const own = Object.fromEntries(Object.entries(body).filter(([name]) => !names.has(name)));
  const reading = readRecord(projectRecord, own, { doel: 'nieuw', srid });
  const provincies = reading.given.gegevens['provincies'];
  const id = await findFreeNumber(tx, Array.isArray(provincies) ? provincies.map(String) : []);
  const project = toNewDraft(projectRecord, id, reading, { id });
  const fouten: Invoerfout[] = [];
  const parts = kinds.flatMap((document): Draft[] =>
    listItems(body, document.meervoud, fouten).flatMap((item, i): Draft[] => {
      const prefix = `${document.meervoud}[${i}].`;
      if (document.naam !== 'component' || !isObject(item)) {
        return [
          toNewDraft(document, id, readRecord(document, item, { doel: 'nieuw', srid, prefix }), { prefix }),
        ];
      }
      const { varianten, ...component } = item;
      const componentId = randomUUID();
      const draft = toNewDraft(
        componentRecord,
        id,
        readRecord(componentRecord, component, { doel: 'nieuw', srid, prefix }),
        {
          prefix,
          id: componentId,
        },
      );
      const nested = listItems({ varianten }, 'varianten', fouten, prefix).map((variant, j) => {
        const path = `${prefix}varianten[${j}].`;
        const named =
          isObject(variant) && isObject(variant['gegevens'])
            ? { ...variant, gegevens: { ...variant['gegevens'], componentId } }
            : variant;
        return toNewDraft(
          variantRecord,
          id,
          readRecord(variantRecord, named, { doel: 'nieuw', srid, prefix: path }),
          { prefix: path },
        );
      });
      return [draft, ...nested];
    }),
  );
  const hasOwn = parts.some(
    ({ document, given }) =>
      document === partijRecord && given.gegevens['organisatie'] === actor.organisatie.code,
  );
  if (!hasOwn) parts.push(toOwnPartij(actor, id));
  return [{ ...project, fouten: [...project.fouten, ...fouten] }, ...parts];
}

/** Who makes a project takes part in it and sees all of it. */
function toOwnPartij(actor: Actor, projectId: string): Draft {
  const gegevens = { organisatie: actor.organisatie.code, rol: 'trekker', vertrouwd: true };
  return toNewDraft(
    partijRecord,
    projectId,
    { given: { gegevens, geometrieen: {} }, fouten: [] },
    { prefix: 'eigen partij.' },
  );
}

const MAX_PARTS = 200;

function listItems(
  body: Record<string, unknown>,
  name: string,
  fouten: Invoerfout[],
  prefix = '',
): unknown[] {
  const items = body[name];
  if (items === undefined || items === null) return [];
  if (Array.isArray(items) && items.length <= MAX_PARTS) return items;
  fouten.push({
    veld: prefix + name,
    waarde: toShown(items),
    verwacht: `een lijst van hoogstens ${MAX_PARTS}`,
  });
  return [];
}

async function findFreeNumber(tx: Queryable, provincies: readonly string[]): Promise<string> {
  for (;;) {
    const id = toProjectId(provincies, randomBytes(4));
    const [row] = await tx.query<{ vrij: boolean }>('select atlas.projectnummer_vrij($1) as vrij', [id]);
    if (row?.vrij) return id;
  }
}
