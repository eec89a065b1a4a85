import type { RecordDocument } from '../../data/document.ts';
import type { Bevinding } from '../../data/rules/checks/check.ts';
import { checkRecord } from '../../data/rules/checks/index.ts';
import type { Gegevens, GetoondeBevinding, Registratie } from '../../data/schema/registratie.ts';
import type { Actor } from '../auth/actor.ts';
import type { Queryable } from '../db/database.ts';
import { toShown, type Invoerfout } from '../http/problem.ts';
import { refuseAdoption, toSubmitter } from './adoption.ts';
import { withBatch, type Batch } from './batch.ts';
import { listFeiten } from './facts.ts';
import { checkFixed, toColumns, toMerged } from './merge.ts';
import { placeGeometry } from './place.ts';
import type { Given } from './read-fields.ts';

/** One version that is about to be saved. */
export interface Draft {
  document: RecordDocument;
  id: string;
  /** Null for a project that is being made. */
  projectId: string | null;
  /** The version it replaces, its geometry as type only; null for a new record. */
  basis: Registratie | null;
  given: Given;
  /** Path in the body, with its dot. */
  prefix: string;
  /** What was already wrong with it at the door. */
  fouten: readonly Invoerfout[];
  /** Columns that the atlas fills in itself. */
  zelf?: Record<string, unknown>;
  /** It is withdrawn. */
  weg?: boolean;
  /** Row whose content is restored. */
  inhoudVan?: number;
}

/** A draft that was looked at. */
export interface Judged {
  draft: Draft;
  fouten: Invoerfout[];
  letOp: GetoondeBevinding[];
  /** The record as it will be. */
  merged: Gegevens;
  /** For atlas.bewaar. */
  columns: Record<string, unknown>;
}

/** The version that was to be replaced is no longer the known one. */
export class ConflictError extends Error {
  override name = 'ConflictError';
  readonly draft: Draft;
  constructor(draft: Draft) {
    super(`Row ${draft.basis?.versie.rij} of ${draft.document.naam} ${draft.id} is no longer known.`);
    this.draft = draft;
  }
}

const toPath = (prefix: string, veld: string): string =>
  prefix +
  (['reden', 'geldigVan', 'vertrouwelijkheid', 'embargoTot'].includes(veld) ? veld : `gegevens.${veld}`);

/** A finding as errors and answers show it. */
export function toGetoond(found: Bevinding, prefix = ''): GetoondeBevinding {
  const { veld, waarde, verwacht, ernst } = found;
  return { veld: toPath(prefix, veld), waarde: waarde == null ? '' : toShown(waarde), verwacht, ernst };
}

/**
 * Looks at a draft with everything that is known around it: every fault and everything strange, and the columns to
 * save. Asks, and changes nothing. Throws a 403 Problem where adopting is not up to who asks.
 */
export async function judgeDraft(
  tx: Queryable,
  actor: Actor,
  draft: Draft,
  batch: Batch = { drafts: [draft], judged: [] },
): Promise<Judged> {
  const { document, basis, given, prefix, projectId, id } = draft;
  const merged = completeMerged(document, basis, given, toMerged(document, basis, given));
  await refuseAdoption(tx, actor, draft, merged);
  const feiten = withBatch(await listFeiten(tx, document, projectId, id, merged), draft, batch);
  const columns = toColumns(document, basis, given, merged);
  if (!basis && feiten.niveau && given.vertrouwelijkheid === undefined) {
    // What is said about a project is no more open than the project, unless its maker says so.
    columns['vertrouwelijkheid'] = feiten.niveau.vertrouwelijkheid;
    if (given.embargoTot === undefined) columns['embargo_tot'] = feiten.niveau.embargoTot;
  }
  const submitter = toSubmitter(actor, draft, merged);
  if (submitter !== undefined) columns['ingediend_door'] = submitter;
  if (document.naam !== 'project' && !basis) columns['project_id'] = projectId;
  Object.assign(columns, draft.zelf);

  const fouten = checkFixed(document, basis, given, prefix);
  const reden = given.reden ?? null;
  const found = checkRecord(document, {
    id: basis?.id ?? null,
    gegevens: merged,
    vorige: basis?.gegevens ?? null,
    reden,
    feiten,
  });
  found.push(...checkGeldigVan(draft));
  const project = document.naam === 'project' ? merged : feiten.project?.gegevens;
  for (const field of document.velden) {
    const asked = given.geometrieen[field.naam];
    if (asked === undefined) continue;
    if (asked === null) {
      columns[field.kolom] = null;
      continue;
    }
    const placed = await placeGeometry(tx, document, asked, {
      veld: field.naam,
      path: `${prefix}gegevens.${field.naam}`,
      id,
      gegevens: merged,
      provincies: (project?.['provincies'] as string[] | undefined) ?? null,
    });
    columns[field.kolom] = placed.ewkb;
    fouten.push(...placed.fouten);
    found.push(...placed.bevindingen);
  }
  // What is wrong at the door is not also missing.
  const atDoor = new Set(draft.fouten.map(({ veld }) => toFieldName(veld.slice(prefix.length))));
  const shown = found.filter(({ veld }) => !atDoor.has(veld)).map((one) => toGetoond(one, prefix));
  return {
    draft,
    fouten: [...draft.fouten, ...fouten, ...shown.filter(({ ernst }) => ernst === 'fout').map(toInvoerfout)],
    letOp: shown.filter(({ ernst }) => ernst === 'letOp'),
    merged,
    columns,
  };
}

const toFieldName = (path: string): string | undefined => path.replace(/^gegevens\./, '').split('.')[0];

const toInvoerfout = ({ veld, waarde, verwacht }: GetoondeBevinding): Invoerfout => ({
  veld,
  waarde,
  verwacht,
});

/** What follows from what was given: who says the fase, the day a question was asked. */
function completeMerged(
  document: RecordDocument,
  basis: Registratie | null,
  given: Given,
  merged: Gegevens,
): Gegevens {
  if (document.naam !== 'project' || given.gegevens['faseHerkomst'] !== undefined) return merged;
  if (merged['fase'] === (basis?.gegevens['fase'] ?? null)) return merged;
  const faseHerkomst = merged['fase'] === null ? null : 'bron';
  given.gegevens['faseHerkomst'] = faseHerkomst;
  return { ...merged, faseHerkomst };
}

/** From when it holds must lie within what it replaces. */
function checkGeldigVan({ basis, given }: Draft): Bevinding[] {
  const { geldigVan } = given;
  if (!basis || geldigVan === undefined) return [];
  const { versie } = basis;
  const fout = (verwacht: string): Bevinding[] => [
    { veld: 'geldigVan', waarde: geldigVan, verwacht, ernst: 'fout', over: ['geldigVan'] },
  ];
  if (versie.geldigVan !== null && geldigVan < versie.geldigVan)
    return fout(
      `een datum vanaf ${versie.geldigVan}, waarop deze versie begint; wijzig voor eerder de eerdere versie`,
    );
  if (versie.geldigTot !== null && geldigVan >= versie.geldigTot)
    return fout(
      `een datum vóór ${versie.geldigTot}, waarop deze versie eindigt; wijzig voor later de latere versie`,
    );
  return [];
}

/** Saves, and adds a line to the audit log in the same statement (as server/auth/audit.ts does apart). */
const saveSql = `with bewaard as materialized (
    select atlas.bewaar($1, $2, $3::bigint, $4::bigint, $5::jsonb, $6::date, $7, $8::boolean) as rij)
  select rij::float8 as rij, case when rij is not null then
    atlas.leg_vast(atlas.eigen_account(), atlas.eigen_organisatie(), $9, $1 || '/' || $2, $10::jsonb || jsonb_build_object('rij', rij))
  end as vastgelegd
  from bewaard`;

/** Saves one version. Gives its row; throws a ConflictError when it replaces what is no longer known. */
export async function saveVersion(tx: Queryable, { draft, columns, merged }: Judged): Promise<number> {
  const { document, id, basis, given, projectId, weg = false, inhoudVan } = draft;
  const handeling = weg ? 'intrekken' : inhoudVan ? 'herstellen' : basis ? 'wijzigen' : 'maken';
  const status = basis?.gegevens['status'] === merged['status'] ? null : merged['status'];
  const { vertrouwelijkheid } = given;
  const [row] = await tx.query<{ rij: number | null }>(saveSql, [
    document.tabel,
    id,
    basis?.versie.rij ?? null,
    inhoudVan ?? null,
    JSON.stringify(columns),
    given.geldigVan ?? null,
    given.reden ?? null,
    weg,
    handeling,
    // Which fields, never what is in them.
    JSON.stringify({
      project: projectId,
      velden: [...Object.keys(given.gegevens), ...Object.keys(given.geometrieen)],
      ...(vertrouwelijkheid && { vertrouwelijkheid }),
      ...(status != null && { status }),
    }),
  ]);
  if (row?.rij == null) throw new ConflictError(draft);
  return row.rij;
}
