import { gemeenten as register, indeling } from '../../../data/seed/gebieden.ts';
import { listSchematicGemeenten } from '../../../data/seed/schematisch/read.ts';
import { type DatasetLoader, stageFeatures } from '../dataset.ts';
import { openFeatures } from '../open-features.ts';
import { describeReading, type SourceFeature, toChecksum, toReadFeatures } from '../reading.ts';
import { RefusalError } from '../refusal.ts';
import { checkFit } from './fit.ts';
import { checkPlaces } from './places.ts';
import { replacePieces } from './pieces.ts';

const codes = register.map(({ code }) => code);
/** Land with inland water is 35,000 km², with all waters 41,500 km²; far from both it is another country or unit. */
const COUNTRY_KM2 = [33_000, 43_000] as const;

/** The ground layer: 342 gemeenten, checked against the register, with their subdivided pieces. */
export const gemeentenLoader: DatasetLoader = {
  async open(source, herkomst, context) {
    if (herkomst !== 'schematisch') return openFeatures(source, herkomst, context);
    const cells = listSchematicGemeenten();
    return {
      ...describeReading(source),
      herkomst,
      adres: 'data/seed/schematisch/gemeenten.json',
      uitgever: 'pMIEK-atlas, uit GeoNames en Natural Earth',
      licentie: 'CC BY 4.0 (GeoNames); Natural Earth is vrij',
      // docs/schematische-grenzen.md: real border between gemeenten to the nearest schematic one.
      afwijkingP95M: 2668,
      toelichting:
        'Schematische grenzen, niet voor besluitvorming: cellen rond plaatsen, met de juiste codes en namen.',
      controlesom: toChecksum(source, JSON.stringify(cells)),
      crs: 28992,
      listFeatures: async () =>
        toReadFeatures(
          cells.map(({ code, naam, geometry }) => ({
            ref: `cel ${code}`,
            kolommen: { code, naam, eigenschappen: {} },
            geometry,
          })),
        ),
    };
  },

  async stage(source, reading, staging, context) {
    const staged = await stageFeatures({ kinds: ['vlak'], codes, select: withPrefix })(
      source,
      reading,
      staging,
      context,
    );
    const [size] = await staging.db.query<{ km2: number }>(
      `select (sum(ST_Area(geom)) / 1e6)::float8 as km2 from ${staging.table}`,
    );
    const [least, most] = COUNTRY_KM2;
    if (!size || size.km2 < least || size.km2 > most)
      throw new RefusalError(
        `De gemeenten zijn samen ${Math.round(size?.km2 ?? 0)} km²; verwacht is ${least} tot ${most} km².`,
      );
    await checkFit(staging);
    await checkPlaces(staging);
    return staged;
  },

  async swap(tx, { table }, source) {
    await tx.query(`delete from atlas.gebied where soort = 'gemeente'`);
    await tx.query(
      `insert into atlas.gebied (soort, code, naam, geldig_van, geldig_tot, bron, eigenschappen, geom)
       select 'gemeente', register.code, staged.kolommen ->> 'naam', $1::date, $2::date, $3, register.eigenschappen::jsonb,
         ST_Multi(staged.geom)
       from ${table} staged
       join unnest($4::text[], $5::text[]) as register (code, eigenschappen)
         on right(register.code, 4) = right(staged.kolommen ->> 'code', 4)`,
      [indeling.geldigVan, indeling.geldigTot, source.id, codes, register.map(toProperties)],
    );
    await replacePieces(tx, 'gemeente');
  },
};

/** Kadaster gives a code with or without the letters; the number is the same. */
function withPrefix(feature: SourceFeature): SourceFeature {
  const code = String(feature.kolommen['code']);
  return /^\d{4}$/.test(code)
    ? { ...feature, kolommen: { ...feature.kolommen, code: `GM${code}` } }
    : feature;
}

function toProperties({ provincie, resRegio, netbeheerder }: (typeof register)[number]): string {
  return JSON.stringify({ provincie, resRegio, netbeheerder });
}
