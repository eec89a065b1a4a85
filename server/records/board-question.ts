import { randomUUID } from 'node:crypto';
import { energyboardvraagRecord } from '../../data/records/index.ts';
import type { Queryable } from '../db/database.ts';
import type { Draft } from './save.ts';
import { toSourceSql } from './row-sql.ts';

/**
 * For each monitoring entry among the drafts whose vraag aan energyboard is new or was changed: the question itself, so
 * that it can be answered. None for an entry whose question was put before; its text is then a matter of its own.
 */
export async function listPutQuestions(tx: Queryable, drafts: readonly Draft[]): Promise<Draft[]> {
  const asking = drafts.filter(asksAnew);
  if (asking.length === 0) return [];
  const rows = await tx.query<{ id: string; vandaag: string }>(
    `select d.id, atlas.vandaag()::text as vandaag from unnest($1::text[]) as d (id)
     where not exists (select from ${toSourceSql(energyboardvraagRecord)} r where r.monitoring_id = d.id)`,
    [asking.map(({ id }) => id)],
  );
  const put = new Set(
    drafts
      .filter(({ document }) => document.naam === 'energyboardvraag')
      .map(({ given }) => given.gegevens['monitoringId']),
  );
  const unput = new Map(rows.map(({ id, vandaag }) => [id, vandaag]));
  return asking.flatMap((draft) => {
    const vandaag = unput.get(draft.id);
    return vandaag === undefined || put.has(draft.id) ? [] : [toQuestion(draft, vandaag)];
  });
}

function asksAnew({ document, basis, given, weg }: Draft): boolean {
  if (document.naam !== 'monitoring' || weg) return false;
  const vraag = given.gegevens['vraagEnergyboard'] ?? null;
  return vraag !== null && vraag !== (basis?.gegevens['vraagEnergyboard'] ?? null);
}

/** Seen by who sees the entry it comes from. */
function toQuestion({ id, projectId, basis, given, prefix }: Draft, gesteldOp: string): Draft {
  const vertrouwelijkheid = given.vertrouwelijkheid ?? basis?.versie.vertrouwelijkheid;
  const embargoTot = given.embargoTot !== undefined ? given.embargoTot : basis?.versie.embargoTot;
  return {
    document: energyboardvraagRecord,
    id: randomUUID(),
    projectId,
    basis: null,
    given: {
      gegevens: { vraag: given.gegevens['vraagEnergyboard'], gesteldOp, monitoringId: id },
      geometrieen: {},
      ...(vertrouwelijkheid !== undefined && { vertrouwelijkheid }),
      ...(embargoTot !== undefined && { embargoTot }),
    },
    prefix: `${prefix}vraag.`,
    fouten: [],
  };
}
