import type { Gebied, GebiedDetail } from '../../data/schema/gebied.ts';
import type { Geometrie } from '../../data/schema/geometrie.ts';
import { toHectares } from '../../data/document.ts';
import type { SoortGebied } from '../../data/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import type { AreaRegister, AreaRegisters, RegisterGebied } from './register.ts';

type Bbox = [number, number, number, number];

export interface AreaLists {
  /** Every area without its boundary, in the order soort, code. */
  listGebieden(): Promise<Gebied[]>;
}

/** Lists of areas over `db`; the bounding boxes are computed once per load. */
export function createAreaLists(db: Queryable, registers: AreaRegisters): AreaLists {
  let known: { stamp: string; list: Promise<Gebied[]> } | null = null;
  return {
    async listGebieden() {
      const register = await registers.getCurrent();
      if (known?.stamp !== register.stamp) {
        const list = loadGebieden(db, register);
        known = { stamp: register.stamp, list };
        // A failed list is told to who asked for it, and not kept.
        list.catch(() => (known = null));
      }
      return known.list;
    },
  };
}

async function loadGebieden(db: Queryable, register: AreaRegister): Promise<Gebied[]> {
  const rows = await db.query<{ soort: SoortGebied; code: string; bbox: Bbox }>(
    `select soort, code, array[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)]::float8[] as bbox
     from atlas.gebied, lateral (select Box2D(ST_Transform(geom, 4326)) as box) b
     where geom is not null`,
    [],
  );
  const boxes = new Map(rows.map((row) => [`${row.soort}/${row.code}`, row.bbox]));
  return register.gebieden.map((gebied) =>
    toGebied(register, gebied, boxes.get(`${gebied.soort}/${gebied.code}`) ?? null),
  );
}

function toGebied(register: AreaRegister, gebied: RegisterGebied, bboxWgs84: Bbox | null): Gebied {
  return {
    code: gebied.code,
    soort: gebied.soort,
    naam: gebied.naam,
    indeling: gebied.indeling,
    provincies: gebied.provincies,
    oppervlakteHa: toHectares(gebied.oppervlakteM2),
    bboxWgs84,
    geldigVan: gebied.geldigVan,
    geldigTot: gebied.geldigTot,
    herkomst: register.bronnen.find((bron) => bron.id === gebied.bron)?.herkomst ?? 'onbekend',
  };
}

/** One area with its boundary in `srid` (4326 lon/lat or 28992), or null when it is not in the register. */
export async function findGebiedDetail(
  db: Queryable,
  registers: AreaRegisters,
  soort: SoortGebied,
  code: string,
  srid: number,
): Promise<GebiedDetail | null> {
  const register = await registers.getCurrent();
  const gebied = register.find(soort, code);
  if (!gebied) return null;
  const [row] = await db.query<{ bbox: Bbox | null; geometrie: Geometrie | null }>(
    `select case when geom is not null then array[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)]::float8[] end as bbox,
       ST_AsGeoJSON(ST_Transform(geom, $3::int), case when $3::int = 28992 then 3 else 7 end, 0)::json as geometrie
     from atlas.gebied, lateral (select Box2D(ST_Transform(geom, 4326)) as box) b
     where soort = $1 and code = $2`,
    [soort, code, srid],
  );
  return {
    ...toGebied(register, gebied, row?.bbox ?? null),
    gemeenten: register.listMembers(soort, code).map((lid) => ({
      code: lid.gemeenteCode,
      naam: register.find('gemeente', lid.gemeenteCode)?.naam ?? lid.gemeenteCode,
      deel: lid.deel,
      toelichting: lid.toelichting,
    })),
    hoortBij: (soort === 'gemeente' ? register.listMemberships(code) : []).map((lid) => ({
      soort: lid.soort,
      code: lid.code,
      naam: register.find(lid.soort, lid.code)?.naam ?? lid.code,
      deel: lid.deel,
      toelichting: lid.toelichting,
    })),
    eigenschappen: gebied.eigenschappen,
    geometrie: row?.geometrie ?? null,
  };
}
