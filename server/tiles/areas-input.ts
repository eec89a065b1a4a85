import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SoortGebied } from '../../data/vocabulary.ts';
import type { Queryable } from '../db/database.ts';

const areasSql = readFileSync(new URL('./areas.sql', import.meta.url), 'utf8');

/** An area as the tile builder takes it: from its own boundary (`vorm`), or from its member gemeenten (`leden`). */
export interface AreaRow {
  soort: SoortGebied;
  code: string;
  naam: string;
  indeling: string | null;
  provincie: string | null;
  leden: string[] | null;
  vorm: Uint8Array | null;
  oppervlakte_m2: number;
}

export interface AreaInput {
  areas: AreaRow[];
  /** Who must be named on the map. */
  attribution: string;
}

/** Raise when the same areas would give other tiles. */
const BUILD = 1;

/** Names the areas in the database, for the archive made of them; null when none are loaded. */
export async function findAreaKey(db: Queryable): Promise<string | null> {
  const [state] = await db.query<{ bronnen: string | null; gebieden: string | null; leden: string | null }>(
    `select
       (select string_agg(id || ' ' || controlesom, ',' order by id) from atlas.databron
        where id in (select bron from atlas.gebied where geom is not null)) as bronnen,
       (select md5(string_agg(concat_ws('|', soort, code, naam, indeling), ',' order by soort, code)) from atlas.gebied
        where geom is not null and (geldig_van is null or geldig_van <= current_date)
          and (geldig_tot is null or geldig_tot > current_date)) as gebieden,
       (select md5(string_agg(concat_ws('|', soort, code, gemeente_code, deel), ',' order by soort, code, gemeente_code, deel))
        from atlas.gebied_lid) as leden`,
  );
  if (!state?.gebieden) return null;
  return createHash('sha256')
    .update(JSON.stringify([BUILD, state]))
    .digest('hex')
    .slice(0, 16);
}

/** The areas that hold today, with the names of their publishers. */
export async function readAreaInput(db: Queryable): Promise<AreaInput> {
  const areas = await db.query<AreaRow>(areasSql);
  const sources = await db.query<{ uitgever: string; licentie: string }>(
    `select distinct uitgever, licentie from atlas.databron
     where id in (select bron from atlas.gebied where geom is not null) order by uitgever, licentie`,
  );
  const attribution = sources.map(({ uitgever, licentie }) => `${uitgever} (${licentie})`).join('; ');
  return { areas, attribution };
}
