import { z } from 'zod';
import { faseUnknown } from '../../../data/project-filter.ts';
import { component, project } from '../../../data/schema/project.ts';
import {
  energiedragers,
  fases,
  liggingen,
  typeInfraGroepen,
  type SoortGebied,
} from '../../../data/vocabulary.ts';
import type { AreaRegister } from '../../areas/register.ts';
import { geometryOf, type JsonSchema, type OgcCollection, type OgcFilter } from '../collection.ts';

/** Most certain first: a project is placed by the most certain of its components (as in server/projects). */
const placed = `left join lateral (
    select ST_PointOnSurface(c.geom) as geom from atlas.component_nu c
    where c.project_id = t.id and c.geom is not null
    order by array_position(array['exact', 'zoekgebied', 'indicatief'], c.ligging), c.id limit 1
  ) plek on true`;

/** Where components lie, an indicative one with the circle it may lie in. */
const extent = {
  from: 'atlas.component_nu t',
  geom: `case when t.ligging = 'indicatief' then ST_Expand(t.geom, t.straal_m) else t.geom end`,
};

/** The properties of a shape of /api/v1, so that both have the same names. */
function listSchemas(shape: z.ZodObject): Map<string, JsonSchema> {
  const { properties } = z.toJSONSchema(shape, { target: 'openapi-3.0' }) as {
    properties: Record<string, JsonSchema>;
  };
  return new Map(Object.entries(properties));
}

/** Whether the project lies in one of the gemeenten of these areas. */
const byMembers =
  (soort: SoortGebied) =>
  (codes: readonly string[], register: AreaRegister): string[] =>
    codes.flatMap((code) => register.listMembers(soort, code).map((lid) => lid.gemeenteCode));

const placeFilters = (project: string): OgcFilter[] => [
  {
    name: 'provincie',
    description: 'provinciecode zoals PV26; meer mag, met komma’s',
    soort: 'provincie',
    sql: `${project}.provincies && $::text[]`,
  },
  {
    name: 'gemeente',
    description: 'gemeentecode zoals GM0344; meer mag, met komma’s',
    soort: 'gemeente',
    sql: `${project}.gemeenten && $::text[]`,
  },
];

export const projecten: OgcCollection = {
  id: 'projecten',
  titel: 'pMIEK-projecten',
  omschrijving:
    'Projecten die u mag zien, met een punt in of op de ligging van het zekerste onderdeel; zonder geometrie waar geen ligging bekend is. De ligging zelf staat bij de componenten. bekendOp en geldigOp (of datetime) kijken naar een andere stand.',
  listBronnen: () => ['projecten'],
  hasBoundaries: false,
  from: `atlas.project_nu t ${placed}`,
  where: 'true',
  key: { sql: 't.id', type: 'text' },
  geom: {
    sql: 'plek.geom',
    schema: geometryOf('point', 'een punt in of op de ligging; null: geen ligging bekend'),
    isNullable: true,
  },
  extent,
  properties: [...listSchemas(project.omit({ id: true, lngLat: true, bboxWgs84: true }))].map(
    ([name, schema]) => ({ name, schema }),
  ),
  complete: async ({ projects }, reader) => {
    const { projecten: list } = await projects.getCurrent(reader);
    const byId = new Map(list.map((one) => [one.id, one]));
    return (id) => {
      const found = byId.get(id);
      if (!found) return null;
      const { id: _id, lngLat: _lngLat, bboxWgs84: _box, ...shown } = found;
      return shown;
    };
  },
  filters: [
    ...placeFilters('t'),
    {
      name: 'resRegio',
      description: 'code van de RES-regio; meer mag, met komma’s',
      soort: 'res-regio',
      toBound: byMembers('res-regio'),
      sql: 't.gemeenten && $::text[]',
    },
    {
      name: 'subregio',
      description: 'code van de subregio; meer mag, met komma’s',
      soort: 'subregio',
      toBound: byMembers('subregio'),
      sql: 't.gemeenten && $::text[]',
    },
    {
      name: 'fase',
      description: 'meer mag, met komma’s',
      values: [...fases, faseUnknown],
      sql: `coalesce(t.fase, '${faseUnknown}') = any($::text[])`,
    },
    {
      name: 'energiedrager',
      description: 'meer mag, met komma’s',
      values: energiedragers,
      sql: 't.energiedrager = any($::text[])',
    },
    {
      name: 'typeInfraGroep',
      description: 'meer mag, met komma’s',
      values: typeInfraGroepen,
      sql: 't.type_infra_groep = any($::text[])',
    },
  ],
  tijd: 'kijkmoment',
  isCounted: true,
  tegels: null,
};

const columns: Record<string, string> = {
  naam: 't.naam',
  soort: 't.soort',
  netbeheerder: 't.netbeheerder',
  spanningKv: 't.spanning_kv',
  ligging: 't.ligging',
  straalM: 't.straal_m',
  corridorM: 't.corridor_m',
  toelichting: 't.toelichting',
};

export const componenten: OgcCollection = {
  id: 'componenten',
  titel: 'Componenten van pMIEK-projecten',
  omschrijving:
    'Stations, verbindingen en andere onderdelen van projecten die u mag zien, elk met zijn eigen ligging: exact, zoekgebied, indicatief (een punt met straalM) of geen. bekendOp en geldigOp (of datetime) kijken naar een andere stand.',
  listBronnen: () => ['projecten'],
  hasBoundaries: false,
  from: 'atlas.component_nu t join atlas.project_nu p on p.id = t.project_id',
  where: 'true',
  key: { sql: 't.id', type: 'text' },
  geom: {
    sql: 't.geom',
    schema: geometryOf(
      'any',
      'de ligging, met de zekerheid die bij ligging staat; null: geen ligging bekend',
    ),
    isNullable: true,
  },
  extent,
  properties: [
    {
      name: 'projectId',
      sql: 't.project_id',
      schema: { type: 'string', description: 'nummer van het project' },
    },
    ...[...listSchemas(component.omit({ id: true, geometrie: true }))].map(([name, schema]) => ({
      name,
      schema,
      sql: columns[name] ?? 'null',
    })),
  ],
  filters: [
    {
      name: 'projectId',
      description: 'nummer van het project; meer mag, met komma’s',
      sql: 't.project_id = any($::text[])',
    },
    ...placeFilters('p'),
    {
      name: 'soort',
      description: 'meer mag, met komma’s',
      values: typeInfraGroepen,
      sql: 't.soort = any($::text[])',
    },
    {
      name: 'ligging',
      description: 'zekerheid van de ligging; meer mag, met komma’s',
      values: liggingen,
      sql: 't.ligging = any($::text[])',
    },
  ],
  tijd: 'kijkmoment',
  isCounted: true,
  tegels: { laag: 'projecten', lagen: ['component'] },
};
