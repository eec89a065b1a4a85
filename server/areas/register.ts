import type { Herkomst, SoortGebied } from '../../data/vocabulary.ts';
import type { Databron } from '../../data/schema/bron.ts';
import type { Queryable } from '../db/database.ts';
import { registerSql } from './register-sql.ts';

/** One area by name; its boundary stays in the database. */
export interface RegisterGebied {
  soort: SoortGebied;
  code: string;
  naam: string;
  indeling: string | null;
  bron: string;
  /** Null: no boundary known. */
  oppervlakteM2: number | null;
  geldigVan: string | null;
  geldigTot: string | null;
  eigenschappen: Record<string, unknown>;
  /** Codes of the provincies it lies in. */
  provincies: string[];
}

/** That a gemeente belongs to an area; `deel` when only a part of the gemeente does. */
export interface Lid {
  soort: SoortGebied;
  code: string;
  gemeenteCode: string;
  deel: boolean;
  toelichting: string | null;
}

/** Names, memberships and sources: small, read with every answer, changed only by a load. */
export interface AreaRegister {
  /** Changes whenever anything is loaded. */
  stamp: string;
  gebieden: RegisterGebied[];
  leden: Lid[];
  bronnen: Databron[];
  find(soort: SoortGebied, code: string): RegisterGebied | null;
  /** The areas a gemeente belongs to; `[]` for an unknown code. */
  listMemberships(gemeenteCode: string): Lid[];
  /** The gemeenten of an area; `[]` when it is not made of gemeenten. */
  listMembers(soort: SoortGebied, code: string): Lid[];
}

export interface AreaRegisters {
  /** The register as loaded now: one cheap question, a reload only when something was loaded since. */
  getCurrent(): Promise<AreaRegister>;
  /** The register belonging to a stamp that came along with other rows: no question when it is the one in memory. */
  getAt(stamp: string): Promise<AreaRegister>;
}

/**
 * SQL expression (text) that changes with every load. Questions select it along with their rows, so that
 * the register in memory is never older than the rows it explains, at no extra round trip.
 */
export const loadStampSql = '(select stempel from atlas.stand)';

/** A register over `db`, kept in memory until a load changes it. */
export function createAreaRegisters(db: Queryable): AreaRegisters {
  let known: AreaRegister | null = null;
  let loading: Promise<AreaRegister> | null = null;

  function reload(): Promise<AreaRegister> {
    loading ??= loadRegister(db)
      .then((register) => (known = register))
      .finally(() => (loading = null));
    return loading;
  }

  return {
    async getCurrent() {
      const [row] = await db.query<{ stamp: string }>(`select ${loadStampSql} as stamp`, []);
      return known?.stamp === row?.stamp && known ? known : reload();
    },
    async getAt(stamp) {
      return known?.stamp === stamp ? known : reload();
    },
  };
}

interface RegisterRow {
  stamp: string;
  gebieden: Omit<RegisterGebied, 'provincies'>[];
  leden: Lid[];
  bronnen: (Omit<Databron, 'herkomst'> & { herkomst: Herkomst })[];
}

async function loadRegister(db: Queryable): Promise<AreaRegister> {
  const [row] = await db.query<RegisterRow>(registerSql(loadStampSql), []);
  if (!row) throw new Error('The register statement always gives one row.');
  return toRegister(row);
}

function toRegister({ stamp, gebieden, leden, bronnen }: RegisterRow): AreaRegister {
  const byGemeente = groupLeden(leden, (lid) => lid.gemeenteCode);
  const byArea = groupLeden(leden, (lid) => `${lid.soort}/${lid.code}`);
  const listMemberships = (gemeenteCode: string): Lid[] => byGemeente.get(gemeenteCode) ?? [];
  const listMembers = (soort: SoortGebied, code: string): Lid[] => byArea.get(`${soort}/${code}`) ?? [];
  const provinciesOf = (gemeenteCode: string): string[] =>
    listMemberships(gemeenteCode)
      .filter((lid) => lid.soort === 'provincie')
      .map((lid) => lid.code);

  const complete = gebieden.map((gebied): RegisterGebied => {
    const stated = gebied.eigenschappen['provincies'];
    const provincies =
      gebied.soort === 'provincie'
        ? [gebied.code]
        : gebied.soort === 'gemeente'
          ? provinciesOf(gebied.code)
          : listMembers(gebied.soort, gebied.code).flatMap((lid) => provinciesOf(lid.gemeenteCode));
    const all = provincies.length === 0 && Array.isArray(stated) ? stated.map(String) : provincies;
    return { ...gebied, provincies: [...new Set(all)].sort() };
  });
  const byKey = new Map(complete.map((gebied) => [`${gebied.soort}/${gebied.code}`, gebied]));

  return {
    stamp,
    gebieden: complete,
    leden,
    bronnen,
    find: (soort, code) => byKey.get(`${soort}/${code}`) ?? null,
    listMemberships,
    listMembers,
  };
}

function groupLeden(leden: Lid[], keyOf: (lid: Lid) => string): Map<string, Lid[]> {
  const groups = new Map<string, Lid[]>();
  for (const lid of leden) {
    const group = groups.get(keyOf(lid));
    if (group) group.push(lid);
    else groups.set(keyOf(lid), [lid]);
  }
  return groups;
}
