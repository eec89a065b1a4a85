import { RefusalError, toShortList } from './refusal.ts';
import type { Staging } from './staging.ts';

/** What a repair may change: a share of the area, or this many m² where that is more. */
const REPAIR_SHARE = 0.001;
const REPAIR_M2 = 1;
/** Land objects lie within this distance (m) of a gemeente. */
const NEAR_COUNTRY_M = 5_000;

export type GeometryKind = 'vlak' | 'lijn' | 'punt';

const DIMENSION: Record<GeometryKind, number> = { punt: 0, lijn: 1, vlak: 2 };

/** An object that may not be stored, and why (Dutch). */
export interface BadObject {
  nr: number;
  ref: string;
  reden: string;
}

export interface GeometryRules {
  kinds: readonly GeometryKind[];
  opZee?: boolean;
  /** Objects without a geometry are welcome. */
  mayLack?: boolean;
}

/**
 * Checks the staged geometry against what may be stored: the right kind, valid or repaired within 0.1 % of its area
 * (1 m² for small ones), near the country. Gives what was repaired, as warnings; throws a RefusalError that names the
 * objects otherwise.
 */
export async function checkStagedGeometry(staging: Staging, rules: GeometryRules): Promise<string[]> {
  const { bad, waarschuwingen } = await inspectStagedGeometry(staging, rules);
  if (bad.length === 0) return waarschuwingen;
  const reden = bad[0]!.reden;
  const same = bad.filter((object) => object.reden === reden).map(({ ref }) => ref);
  throw new RefusalError(`${reden}: ${toShortList(same)}.`);
}

/** Like checkStagedGeometry, but gives the bad objects, for a dataset that can do without them. */
export async function inspectStagedGeometry(
  staging: Staging,
  { kinds, opZee = false, mayLack = false }: GeometryRules,
): Promise<{ bad: BadObject[]; waarschuwingen: string[] }> {
  const bad: BadObject[] = [];
  if (!mayLack) bad.push(...(await find(staging, 'geom is null', 'De geometrie ontbreekt')));
  const dimensions = kinds.map((kind) => DIMENSION[kind]).join(', ');
  bad.push(
    ...(await find(
      staging,
      `ST_IsEmpty(geom) or ST_Dimension(geom) not in (${dimensions})`,
      `De geometrie is geen ${kinds.join(' of ')}`,
    )),
  );
  const { repaired, broken } = await repair(staging);
  bad.push(...broken);
  if (!opZee) bad.push(...(await findFarAway(staging)));
  const sound = repaired.filter((ref) => !bad.some((object) => object.ref === ref));
  const waarschuwingen = sound.length
    ? [`Ongeldige geometrie hersteld, met hoogstens 0,1% verschil in oppervlakte: ${toShortList(sound)}.`]
    : [];
  return { bad, waarschuwingen };
}

async function repair(staging: Staging): Promise<{ repaired: string[]; broken: BadObject[] }> {
  const { db, table } = staging;
  const rows = await db.query<{ ref: string }>(
    `update ${table} set oppervlakte_voor = ST_Area(geom),
       geom = ST_CollectionExtract(ST_MakeValid(geom), ST_Dimension(geom) + 1)
     where not ST_IsValid(geom) returning ref`,
  );
  if (rows.length === 0) return { repaired: [], broken: [] };
  const broken = await find(
    staging,
    `oppervlakte_voor is not null and (ST_IsEmpty(geom) or not ST_IsValid(geom)
       or abs(ST_Area(geom) - oppervlakte_voor) > greatest(${REPAIR_M2}, ${REPAIR_SHARE} * oppervlakte_voor))`,
    'De geometrie is ongeldig en niet te herstellen zonder de oppervlakte te veranderen',
    `' (' || round(oppervlakte_voor) || ' m² zou ' || round(ST_Area(geom)) || ' m² worden)'`,
  );
  return { repaired: rows.map(({ ref }) => ref), broken };
}

async function findFarAway(staging: Staging): Promise<BadObject[]> {
  const [ground] = await staging.db.query<{ known: boolean }>(
    `select exists (select from atlas.gebied_deel where soort = 'gemeente') as known`,
  );
  // Before the first gemeenten there is nothing to hold it against; the coordinates themselves were checked already.
  if (!ground?.known) return [];
  return find(
    staging,
    `geom is not null and not exists (select from atlas.gebied_deel deel
       where deel.soort = 'gemeente' and deel.geom && ST_Expand(staged.geom, ${NEAR_COUNTRY_M}))`,
    'De ligging is buiten Nederland',
  );
}

/** The staged objects for which `condition` (our own SQL) holds. */
function find({ db, table }: Staging, condition: string, reden: string, detail = "''"): Promise<BadObject[]> {
  return db.query<BadObject>(
    `select nr, ref || ${detail} as ref, $1::text as reden from ${table} staged where ${condition} order by nr`,
    [reden],
  );
}
