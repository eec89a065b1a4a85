import { RefusalError, toShortList } from './refusal.ts';
import type { Staging } from './staging.ts';

/** What a repair may change: a share of the area, or this many m² where that is more. */
const REPAIR_SHARE = 0.001;
const REPAIR_M2 = 1;
/** Land objects lie within this distance (m) of a gemeente. */
const NEAR_COUNTRY_M = 5_000;

export type GeometryKind = 'vlak' | 'lijn' | 'punt';

const DIMENSION: Record<GeometryKind, number> = { punt: 0, lijn: 1, vlak: 2 };

/**
 * Checks the staged geometry against what may be stored: the right kind, valid or repaired within 0.1 % of its area
 * (1 m² for small ones), near the country. Gives what was repaired, as warnings; throws a RefusalError that names the
 * objects otherwise.
 */
export async function checkStagedGeometry(
  staging: Staging,
  kinds: readonly GeometryKind[],
  { opZee = false, mayLack = false }: { opZee?: boolean; mayLack?: boolean } = {},
): Promise<string[]> {
  if (!mayLack) await refuse(staging, 'geom is null', 'De geometrie ontbreekt bij');
  const dimensions = kinds.map((kind) => DIMENSION[kind]).join(', ');
  await refuse(
    staging,
    `ST_IsEmpty(geom) or ST_Dimension(geom) not in (${dimensions})`,
    `Verwacht is een ${kinds.join(' of ')}, maar dat zijn niet`,
  );
  const repaired = await repair(staging);
  if (!opZee) await checkNearCountry(staging);
  return repaired;
}

async function repair(staging: Staging): Promise<string[]> {
  const { db, table } = staging;
  const broken = await db.query<{ ref: string }>(
    `update ${table} set oppervlakte_voor = ST_Area(geom),
       geom = ST_CollectionExtract(ST_MakeValid(geom), ST_Dimension(geom) + 1)
     where not ST_IsValid(geom) returning ref`,
  );
  if (broken.length === 0) return [];
  await refuse(
    staging,
    `oppervlakte_voor is not null and (ST_IsEmpty(geom) or not ST_IsValid(geom)
       or abs(ST_Area(geom) - oppervlakte_voor) > greatest(${REPAIR_M2}, ${REPAIR_SHARE} * oppervlakte_voor))`,
    'De geometrie is ongeldig en niet te herstellen zonder de oppervlakte te veranderen bij',
    `' (' || round(oppervlakte_voor)::text || ' m² werd ' || round(ST_Area(geom))::text || ' m²)'`,
  );
  return [
    `Ongeldige geometrie hersteld, met hoogstens 0,1% verschil in oppervlakte, bij ${toShortList(broken.map(({ ref }) => ref))}.`,
  ];
}

async function checkNearCountry(staging: Staging): Promise<void> {
  const [known] = await staging.db.query<{ known: boolean }>(
    `select exists (select from atlas.gebied_deel where soort = 'gemeente') as known`,
  );
  // Before the first gemeenten there is nothing to hold it against; the coordinates themselves were checked already.
  if (!known?.known) return;
  await refuse(
    staging,
    `geom is not null and not exists (select from atlas.gebied_deel deel
       where deel.soort = 'gemeente' and deel.geom && ST_Expand(staged.geom, ${NEAR_COUNTRY_M}))`,
    'De ligging is buiten Nederland bij',
  );
}

/** Throws a RefusalError with the refs for which `condition` (our own SQL) holds. */
async function refuse(
  { db, table }: Staging,
  condition: string,
  words: string,
  detail = "''",
): Promise<void> {
  const rows = await db.query<{ ref: string }>(
    `select ref || ${detail} as ref from ${table} staged where ${condition} order by nr`,
  );
  if (rows.length > 0) throw new RefusalError(`${words} ${toShortList(rows.map(({ ref }) => ref))}.`);
}
