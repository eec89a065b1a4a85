/**
 * The layers of which tiles are made on request, because people change what they show. Each has a table of ready
 * copies (schema/006_tiles.sql) and the columns a tile carries: only what the style needs.
 */
export interface DynamicLayer {
  id: DynamicLayerId;
  titel: string;
  /** Where the copies are; their sources for the naming of publishers. */
  table: 'tegel_component_nu' | 'tegel_planvlak' | 'tegel_beschermd' | 'tegel_hoogspanning';
  sourceTable: 'project_nu' | 'plan' | 'beschermd_gebied' | 'hoogspanning';
  /** Layers within the tile; with more than one, the column `laag` says which. */
  tileLayers: readonly string[];
  keys: readonly TileKey[];
  /** Whether `id` goes along as number of the feature, for highlighting. */
  hasFeatureId: boolean;
  minZoom: number;
  maxZoom: number;
  /** Indexed cuts of the table: a zoom uses the first that is at least as deep. */
  bands: readonly number[];
  toelichting: string;
}

export const dynamicLayerIds = ['projecten', 'plannen', 'beschermd', 'hoogspanning'] as const;
export type DynamicLayerId = (typeof dynamicLayerIds)[number];

export interface TileKey {
  name: string;
  type: 'String' | 'Number';
}

const text = (...names: string[]): TileKey[] => names.map((name) => ({ name, type: 'String' }));
const number = (...names: string[]): TileKey[] => names.map((name) => ({ name, type: 'Number' }));

/** Most bytes in a tile before compression. Past it the smallest things are left out. */
export const MAX_TILE_BYTES = 250_000;
/** Most rows read for a tile, the largest first. */
export const MAX_TILE_ROWS = 4000;
/** From here down the general form of large shapes is drawn. */
const COARSE_ZOOM = 10;

const limitText = `Een tegel is hooguit ${MAX_TILE_BYTES / 1000} kB; waar meer ligt vallen de kleinste vlakken weg tot u verder inzoomt.`;

export const dynamicLayers: Readonly<Record<DynamicLayerId, DynamicLayer>> = {
  projecten: {
    id: 'projecten',
    titel: 'pMIEK-projecten',
    table: 'tegel_component_nu',
    sourceTable: 'project_nu',
    tileLayers: ['component'],
    keys: [
      ...text('project_id', 'component_id', 'naam', 'soort', 'ligging', 'fase', 'energiedrager'),
      ...number('straal_m'),
    ],
    hasFeatureId: false,
    minZoom: 0,
    maxZoom: 15,
    bands: [],
    toelichting:
      'Ligging van de projectonderdelen die u mag zien. Een indicatieve ligging is de cirkel waarbinnen het onderdeel kan liggen. Onderdelen zonder ligging staan niet op de kaart.',
  },
  plannen: {
    id: 'plannen',
    titel: 'Ruimtelijke plannen',
    table: 'tegel_planvlak',
    sourceTable: 'plan',
    tileLayers: ['planvlak'],
    keys: [...number('id'), ...text('plan_id', 'onderdeel', 'hoofdgroep', 'naam', 'status')],
    hasFeatureId: true,
    minZoom: 7,
    maxZoom: 15,
    bands: [9, 12],
    toelichting: `Vanaf zoom 13 alle planvlakken; daaronder alleen wat ten minste 3 beeldpunten groot is, en vlakken met meer dan 256 punten tot 10 m vereenvoudigd tot en met zoom ${COARSE_ZOOM}. ${limitText}`,
  },
  beschermd: {
    id: 'beschermd',
    titel: 'Beschermde gebieden',
    table: 'tegel_beschermd',
    sourceTable: 'beschermd_gebied',
    tileLayers: [
      'natura2000',
      'nnn',
      'nationale-parken',
      'weidevogelkerngebied',
      'akkervogelkerngebied',
      'ecologische-verbindingen',
      'glastuinbouw',
    ],
    keys: [...number('id'), ...text('naam')],
    hasFeatureId: true,
    minZoom: 5,
    maxZoom: 14,
    bands: [9, 12],
    toelichting: `Vanaf zoom 13 alle gebieden; daaronder alleen wat ten minste 2 beeldpunten groot is, en gebieden met meer dan 256 punten tot 10 m vereenvoudigd tot en met zoom ${COARSE_ZOOM}. ${limitText}`,
  },
  hoogspanning: {
    id: 'hoogspanning',
    titel: 'Hoogspanningsnet',
    table: 'tegel_hoogspanning',
    sourceTable: 'hoogspanning',
    tileLayers: ['lijn', 'station'],
    keys: [...text('naam'), ...number('spanning_kv'), ...text('spanning', 'beheerder')],
    hasFeatureId: true,
    minZoom: 4,
    maxZoom: 14,
    bands: [],
    toelichting: 'Verbindingen en stations; spanning_kv is de hoogste spanning.',
  },
};

/** Where rows of a tile come from when another day is looked at: made on the way, so narrowed to the square in RD first. */
const lookingBack = {
  table: 'tegel_component_toen',
  /**
   * Only the part of the square around the Netherlands has a place in RD (EPSG:3857, metres). Its sides are slightly
   * bent there: hence the margin.
   */
  where: `and $1::float8 < 1200000 and $3::float8 > -100000 and $2::float8 < 8000000 and $4::float8 > 6000000
    and geom && (select ST_Expand(ST_Transform(ST_MakeEnvelope(
        greatest($1::float8, -100000), greatest($2::float8, 6000000), least($3::float8, 1200000), least($4::float8, 8000000), 3857), 28992),
      (select m from atlas.longest_reach) + 100 + ($3::float8 - $1::float8) / 20))`,
};

/**
 * The one statement of a tile. Parameters: $1–$4 the square with its buffer (EPSG:3857), $5 the zoom, $6 the
 * versie the asker already has. One row: `versie`; `vormen`, the TWKB of everything in the tile one after another,
 * largest first, null when nothing lies there or nothing changed since $6; `kolommen`, per tile column the values in
 * the same order. Two large values are read much faster than a thousand rows of small ones.
 * One more than a tile may hold, so that it is known when there is more. The text depends on the layer and the band of
 * the zoom only, and on whether the projects of another day are asked for. Projects change with the day: embargoes end.
 */
export function tileStatement(layer: DynamicLayer, z: number, isLookingBack = false): string {
  const band = layer.bands.find((deepest) => z <= deepest);
  const columns = tileColumns(layer);
  const versie = layer.id === 'projecten' ? `v.versie || '/' || atlas.vandaag()` : 'v.versie::text';
  const { table, where } = isLookingBack ? lookingBack : { table: layer.table, where: '' };
  return `select v.versie, t.vormen, t.kolommen
    from (select ${versie} as versie from atlas.tegel_versie v where laag = '${layer.id}') v
    left join lateral (
      select string_agg(vorm, ''::bytea) as vormen,
        json_build_array(${columns.map((column) => `json_agg(${column})`).join(', ')}) as kolommen
      from (
        select ${columns.join(', ')}, ${z <= COARSE_ZOOM ? 'coalesce(vorm_grof, vorm) as vorm' : 'vorm'}
        from atlas.${table}
        where v.versie <> $6::text
          and kader && ST_MakeEnvelope($1::float8, $2::float8, $3::float8, $4::float8, 3857)
          and vanaf_zoom <= $5::int${band === undefined ? '' : ` and vanaf_zoom <= ${band}`}
          ${where}
        order by omvang_m desc, id
        limit ${MAX_TILE_ROWS + 1}
      ) rij
    ) t on true`;
}

/** The columns of a tile table that a tile takes, in the order of `kolommen`. */
export function tileColumns(layer: DynamicLayer): string[] {
  const keys = layer.keys.map(({ name }) => name).filter((name) => name !== 'id');
  return ['id', ...keys, ...(layer.tileLayers.length > 1 ? ['laag'] : [])];
}
