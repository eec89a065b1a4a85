import type { Laag } from '../../data/schema/zoeken.ts';
import type { Queryable } from '../db/database.ts';
import type { AreaRegister, AreaRegisters } from './register.ts';

export interface LayerLists {
  /** Every loaded dataset with what a reader must know of it and where it lies. */
  listLagen(): Promise<Laag[]>;
}

/** Layers over `db`; the boxes are computed once per load. */
export function createLayerLists(db: Queryable, registers: AreaRegisters): LayerLists {
  let known: { stamp: string; list: Promise<Laag[]> } | null = null;
  return {
    async listLagen() {
      const register = await registers.getCurrent();
      if (known?.stamp !== register.stamp) {
        const list = loadLagen(db, register);
        known = { stamp: register.stamp, list };
        // A failed list is told to who asked for it, and not kept.
        list.catch(() => (known = null));
      }
      return known.list;
    },
  };
}

async function loadLagen(db: Queryable, register: AreaRegister): Promise<Laag[]> {
  const rows = await db.query<{ bron: string; bbox: [number, number, number, number] }>(
    `with vak as (
       select bron, ST_Extent(geom) as box from atlas.gebied group by bron
       union all select p.bron, ST_Extent(v.geom) from atlas.planvlak v join atlas.plan p on p.id = v.plan_id group by p.bron
       union all select bron, ST_Extent(geom) from atlas.beschermd_gebied group by bron
       union all select bron, ST_Extent(geom) from atlas.hoogspanning group by bron
       union all select p.bron, ST_Extent(c.geom) from atlas.component_nu c join atlas.project_nu p on p.id = c.project_id
         group by p.bron
     )
     select bron, array[ST_XMin(w), ST_YMin(w), ST_XMax(w), ST_YMax(w)]::float8[] as bbox
     from vak, lateral (select Box2D(ST_Transform(ST_SetSRID(box::geometry, 28992), 4326)) as w) b
     where box is not null`,
    [],
  );
  const boxes = new Map(rows.map((row) => [row.bron, row.bbox]));
  return register.bronnen.map((bron) => ({
    id: bron.id,
    titel: bron.titel,
    bron: bron.uitgever,
    uitgever: bron.uitgever,
    peildatum: bron.peildatum,
    licentie: bron.licentie,
    dekking: bron.dekking,
    aantal: bron.aantal,
    herkomst: bron.herkomst,
    toelichting: bron.toelichting,
    afwijkingP95M: bron.afwijkingP95M,
    geweigerdeOnderdelen: bron.geweigerdeOnderdelen,
    bboxWgs84: boxes.get(bron.id) ?? null,
  }));
}
