import type { SourceDocument } from '../../../data/document.ts';
import type { DatasetLoader } from '../dataset.ts';
import { describeReading, type LoadHerkomst, toChecksum, toReadFeatures } from '../reading.ts';
import { RefusalError, toShortList } from '../refusal.ts';
import type { Staging } from '../staging.ts';
import { countGapsSql } from './fit.ts';

/** One area that is made of gemeenten. */
export interface UnionArea {
  code: string;
  naam: string;
  indeling: string | null;
  geldigVan: string | null;
  geldigTot: string | null;
  eigenschappen: Record<string, unknown>;
  leden: { gemeente: string; deel: boolean; toelichting: string | null }[];
}

/** m² by which an area may differ from the sum of its members: rounding of its own, not a gap. */
const TOLERANCE_M2 = 1;
/** Unions per statement, so that the embedded engine answers others in between. */
const BATCH = 10;

/** A loader that unites gemeenten into `areas`; `afterSwap` does what else hangs on the new boundaries. */
export function createUnionLoader(
  soort: string,
  areas: readonly UnionArea[],
  afterSwap?: DatasetLoader['swap'],
): DatasetLoader {
  return {
    async open(source, _herkomst, { db }) {
      const [ground] = await db.query<{
        herkomst: LoadHerkomst;
        controlesom: string;
        peildatum: string | null;
        licentie: string;
        afwijking: number | null;
      }>(
        `select herkomst, controlesom, peildatum::text as peildatum, licentie, afwijking_p95_m::float8 as afwijking
         from atlas.databron where id = 'gemeenten'`,
      );
      if (!ground) return null;
      return {
        ...describeReading(source),
        herkomst: ground.herkomst,
        adres: `vereniging van gemeenten (${ground.herkomst})`,
        licentie: ground.licentie,
        peildatum: source.peildatum ?? ground.peildatum,
        afwijkingP95M: ground.afwijking,
        controlesom: toChecksum(source, ground.controlesom, JSON.stringify(areas)),
        crs: 28992,
        listFeatures: async () => toReadFeatures([]),
      };
    },

    async stage(source, _reading, staging, { report }) {
      for (let done = 0; done < areas.length; done += BATCH) {
        report('schrijven', done, areas.length);
        await unite(staging, areas.slice(done, done + BATCH), done);
      }
      report('controleren', areas.length, areas.length);
      await checkUnions(staging, source);
      return { aantal: areas.length, waarschuwingen: [], geweigerdeOnderdelen: [] };
    },

    async swap(tx, staging, source) {
      await tx.query('delete from atlas.gebied where soort = $1', [soort]);
      await tx.query(
        `insert into atlas.gebied (soort, code, naam, indeling, geldig_van, geldig_tot, bron, eigenschappen, geom)
         select $1, kolommen ->> 'code', kolommen ->> 'naam', kolommen ->> 'indeling', (kolommen ->> 'geldigVan')::date,
           (kolommen ->> 'geldigTot')::date, $2, kolommen -> 'eigenschappen', ST_Multi(geom)
         from ${staging.table}`,
        [soort, source.id],
      );
      await tx.query(
        `insert into atlas.gebied_lid (soort, code, gemeente_code, deel, toelichting)
         select $1, kolommen ->> 'code', lid ->> 'gemeente', (lid ->> 'deel')::boolean, lid ->> 'toelichting'
         from ${staging.table}, jsonb_array_elements(kolommen -> 'leden') as lid`,
        [soort],
      );
      await afterSwap?.(tx, staging, source);
    },
  };
}

/** A part of a gemeente has no boundary of its own: the union counts the gemeente where it belongs as a whole. */
async function unite({ db, table }: Staging, areas: readonly UnionArea[], first: number): Promise<void> {
  await db.query(
    `insert into ${table} (nr, ref, kolommen, geom, oppervlakte_voor)
     select area.nr, area.kolommen ->> 'naam', area.kolommen, atlas.overlay_unary_union(ST_Collect(gemeente.geom)),
       sum(gemeente.oppervlakte_m2)
     from (select nr, kolommen::jsonb as kolommen from unnest($1::int[], $2::text[]) as given (nr, kolommen)) area
     cross join jsonb_array_elements(area.kolommen -> 'leden') as lid
     join atlas.gebied gemeente on gemeente.soort = 'gemeente' and gemeente.code = lid ->> 'gemeente'
     where not (lid ->> 'deel')::boolean
     group by area.nr, area.kolommen`,
    [areas.map((_, index) => first + index + 1), areas.map((area) => JSON.stringify(area))],
  );
}

async function checkUnions({ db, table }: Staging, source: SourceDocument): Promise<void> {
  const rows = await db.query<{ naam: string; afwijkingM2: number; kieren: number; heel: boolean }>(
    `select ref as naam, abs(ST_Area(geom) - oppervlakte_voor)::float8 as "afwijkingM2",
       ST_IsValid(geom) and ST_Dimension(geom) = 2 and GeometryType(geom) like '%POLYGON' as heel,
       ${countGapsSql('geom')} as kieren
     from ${table} order by nr`,
  );
  if (rows.length !== source.verwachtAantal)
    throw new RefusalError(
      `Er zijn ${rows.length} gebieden gemaakt; verwacht zijn er ${source.verwachtAantal}.`,
    );
  const broken = rows.filter(({ heel }) => !heel).map(({ naam }) => naam);
  if (broken.length > 0)
    throw new RefusalError(`De vereniging van gemeenten is geen geldig vlak bij ${toShortList(broken)}.`);
  const uneven = rows.filter(({ afwijkingM2 }) => afwijkingM2 > TOLERANCE_M2);
  if (uneven.length > 0)
    throw new RefusalError(
      `De gemeenten sluiten niet aan: het geheel en de som van de delen verschillen bij ` +
        toShortList(uneven.map(({ naam, afwijkingM2 }) => `${naam} (${afwijkingM2.toFixed(1)} m²)`)) +
        '.',
    );
  const gaping = rows.filter(({ kieren }) => kieren > 0);
  if (gaping.length > 0)
    throw new RefusalError(
      `De gemeenten sluiten niet aan: kieren in ` +
        toShortList(gaping.map(({ naam, kieren }) => `${naam} (${kieren})`)) +
        '.',
    );
}
