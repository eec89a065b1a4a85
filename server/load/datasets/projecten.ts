import {
  projecten as register,
  type SeedProject,
  toFase,
  toIbnRange,
  toLigging,
} from '../../../data/seed/projecten.ts';
import { findTypeInfra } from '../../../data/rules/type-infra.ts';
import { type DatasetLoader, stageFeatures } from '../dataset.ts';
import { describeReading, type SourceFeature, toChecksum, toReadFeatures } from '../reading.ts';

/**
 * The projects the atlas ships with, one component each. What was loaded before is kept as history: a changed project
 * closes the known row and opens a new one, an equal one stays untouched, and rows of another owner are left alone.
 */
export const projectenLoader: DatasetLoader = {
  async open(source, herkomst) {
    if (herkomst !== 'schematisch') return null;
    return {
      ...describeReading(source),
      // Shipped, but not schematic: these are facts from public sources, copied by hand.
      herkomst: 'spiegel',
      adres: 'data/seed/projecten.json',
      controlesom: toChecksum(source, JSON.stringify(register)),
      crs: 4326,
      listFeatures: async () => toReadFeatures(register.map(toFeature)),
    };
  },
  stage: stageFeatures({ kinds: ['punt'], mayLack: true }),
  async swap(tx, { table }, source) {
    for (const { target, columns, rows } of [projectTable(table), componentTable(table)]) {
      const known = `${target} known where known.bekend_tot is null and known.eigenaar = 'openbaar-register'`;
      const same = columns
        .map((column) => `known.${column} is not distinct from staged.${column}`)
        .join(' and ');
      await tx.query(
        `update ${target} known set bekend_tot = now() where known.bekend_tot is null
           and known.eigenaar = 'openbaar-register' and not exists (select from (${rows}) staged where ${same})`,
        [source.id],
      );
      await tx.query(
        `insert into ${target} (${columns.join(', ')})
         select ${columns.map((column) => `staged.${column}`).join(', ')} from (${rows}) staged
         where not exists (select from ${known} and known.id = staged.id)
           and not exists (select from ${target} other where other.id = staged.id and other.bekend_tot is null)`,
        [source.id],
      );
    }
  },
};

function toFeature(project: SeedProject): SourceFeature {
  const { groep, spanningenKv } = findTypeInfra(project.typeInfra);
  const netbeheerders = project.netbeheerders ?? [];
  return {
    ref: project.id,
    kolommen: {
      ...project,
      ...toFase(project),
      ...toIbnRange(project),
      ...toLigging(project.locatieprecisie),
      groep,
      spanningenKv,
      netbeheerders,
      // With more than one operator it is not known which part is whose.
      netbeheerder: netbeheerders.length === 1 ? netbeheerders[0] : null,
      kenmerken: toKenmerken(project),
      toelichting: toToelichting(project),
    },
    geometry:
      project.lon === null || project.lat === null
        ? null
        : { type: 'Point', coordinates: [project.lon, project.lat] },
  };
}

/** Every further fact of the register by its own name; those with a column of their own are left out, and unknowns too. */
function toKenmerken(project: SeedProject): Record<string, unknown> {
  const columns = new Set(
    'id naam provincies gemeenten bedient energiedrager typeInfra soortAanleg netbeheerders pmiekRonde pmiekBewijs concreetheid bronDatum bronnen lon lat'.split(
      ' ',
    ),
  );
  return Object.fromEntries(
    Object.entries(project).filter(([name, value]) => value !== null && !columns.has(name)),
  );
}

function toToelichting({ locatieprecisie, locatiePlaats, locatieBron }: SeedProject): string | null {
  if (locatieprecisie === null) return null;
  const place = locatiePlaats ? ` ${locatiePlaats}` : '';
  const what = locatieprecisie === 'gemeente' ? 'de hoofdplaats van de gemeente' : 'het centrum van';
  return `Het punt is ${what}${place}, geen terrein${locatieBron ? ` (${locatieBron})` : ''}.`;
}

const list = (name: string, type = 'text') =>
  `coalesce((select array_agg(value::${type} order by nr) from jsonb_array_elements_text(case when jsonb_typeof(k -> '${name}') = 'array' then k -> '${name}' else '[]' end) with ordinality as item (value, nr)), '{}')`;

function projectTable(table: string) {
  return {
    target: 'atlas.project',
    // prettier-ignore
    columns: ['id', 'naam', 'provincies', 'gemeenten', 'bedient_provincies', 'energiedrager', 'type_infra', 'type_infra_groep',
      'aard', 'netbeheerders', 'pmiek_ronde', 'pmiek_bewijs', 'concreetheid', 'fase', 'fase_herkomst', 'ibn_van', 'ibn_tot',
      'bron_datum', 'bronnen', 'kenmerken', 'bron'],
    rows: `select k ->> 'id' as id, k ->> 'naam' as naam, ${list('provincies')} as provincies, ${list('gemeenten')} as gemeenten,
      ${list('bedient')} as bedient_provincies, k ->> 'energiedrager' as energiedrager, k ->> 'typeInfra' as type_infra,
      k ->> 'groep' as type_infra_groep, k ->> 'soortAanleg' as aard, ${list('netbeheerders')} as netbeheerders,
      k ->> 'pmiekRonde' as pmiek_ronde, k ->> 'pmiekBewijs' as pmiek_bewijs, k ->> 'concreetheid' as concreetheid,
      k ->> 'fase' as fase, k ->> 'faseHerkomst' as fase_herkomst, (k ->> 'ibnVan')::int as ibn_van,
      (k ->> 'ibnTot')::int as ibn_tot, k ->> 'bronDatum' as bron_datum, ${list('bronnen')} as bronnen,
      k -> 'kenmerken' as kenmerken, $1::text as bron
      from (select kolommen as k from ${table}) register`,
  };
}

function componentTable(table: string) {
  return {
    target: 'atlas.component',
    // prettier-ignore
    columns: ['id', 'project_id', 'naam', 'soort', 'netbeheerder', 'spanning_kv', 'ligging', 'straal_m', 'geom', 'toelichting'],
    rows: `select (k ->> 'id') || '-1' as id, k ->> 'id' as project_id, null::text as naam, k ->> 'groep' as soort,
      k ->> 'netbeheerder' as netbeheerder, ${list('spanningenKv', 'int')} as spanning_kv, k ->> 'ligging' as ligging,
      (k ->> 'straalM')::float8 as straal_m, geom, k ->> 'toelichting' as toelichting
      from (select kolommen as k, geom from ${table}) register where $1::text is not null`,
  };
}
