/** What the benches ask, taken from the bench world, and the bare SQL an answer is held against. */
import { readQuestionSql } from '../server/questions/sql.ts';
import type { BenchRun } from './bench-run.ts';

/** A list of requests, and the parameters of the same question in SQL. */
export interface Asked {
  path: string;
  bodies: string[];
  parameterSets: unknown[][];
}

const projectsOf = {
  /** Every kind in turn: circles, lines and areas. */
  any: 'true',
  /** With their corridor; the longest ones there are, 38 to 40 km. */
  'long line': 'ST_Dimension(geom) = 1 and ST_Length(geom) > 38000',
} as const;

/** Questions about projects. The parameters are those of asked.sql. */
export async function listProjects(
  run: BenchRun,
  question: string,
  kind: keyof typeof projectsOf,
  count: number,
): Promise<Asked> {
  const rows = await run.query<{ id: string }>(
    `select project_id as id from atlas.component_nu where ${projectsOf[kind]} order by project_id limit $1::int`,
    [count],
  );
  return {
    path: pathOf(question),
    bodies: rows.map(({ id }) => JSON.stringify({ projectId: id })),
    parameterSets: rows.map(({ id }) => [null, 4326, id, 4326]),
  };
}

/** Questions about points spread over the country (CRS84). */
export async function listPoints(run: BenchRun, question: string, count: number): Promise<Asked> {
  const rows = await run.query<{ geometrie: string }>(
    `select ST_AsGeoJSON(ST_Transform(ST_Centroid(geom), 4326), 7) as geometrie
     from atlas.component_nu order by project_id limit $1::int`,
    [count],
  );
  return {
    path: pathOf(question),
    bodies: rows.map(({ geometrie }) => `{"geometrie":${geometrie}}`),
    parameterSets: rows.map(({ geometrie }) => [geometrie, 4326, null, 4326]),
  };
}

const pathOf = (question: string) => `/api/v1/vragen/${question}`;

/** The whole statement of a question, as the server runs it. */
export const statementOf = (question: string): string => readQuestionSql(`${question}.sql`);

/** The spatial part of bevoegd-gezag alone, in its own words: which pieces of area, and how much of the asked in each. */
export const divisionStatement = `${readQuestionSql('asked.sql')}
${readQuestionSql('whole.sql')}
, samen as (select * from geheel)
${readQuestionSql('shapes.sql')}
${readQuestionSql('divided.sql')}
select soort, code, m2, m, punten from delen`;

/**
 * Every overlap of every project with every plan area, by the rules of overlap.sql and in its pieces: rows (id, hits,
 * m2), with the floor in m² as $1. $2 and $3: which of how many parts of the projects, so that each processor of the
 * database can work at one.
 */
export const allOverlapsStatement = `
with heel as (
  select project_id as id,
    case
      when ligging = 'indicatief' then ST_Buffer(geom, straal_m, 32)
      when ST_Dimension(geom) = 1 then ST_Buffer(geom, corridor_m / 2, 'endcap=flat')
      else geom
    end as geom
  from atlas.component_nu
  where abs(hashtext(project_id)) % $3::int = $2::int
),
hoekig as (
  select id, geom, case when ST_Area(geom) < 0.1 * ST_Area(ST_Envelope(geom)) then 12 else 128 end as hoeken from heel
),
vlak as materialized (
  select id, deel as geom from hoekig, lateral ST_Subdivide(geom, hoeken) as deel where ST_NPoints(geom) > 2 * hoeken
  union all
  select id, geom from hoekig where ST_NPoints(geom) <= 2 * hoeken
),
-- Measured while joining: the piece stays the same from plan to plan, and is prepared once.
stuk as materialized (
  select s.id, v.plan_id, v.onderdeel, v.naam, v.hoofdgroep,
    case
      when ST_Covers(s.geom, v.geom) then ST_Area(v.geom)
      when ST_Covers(v.geom, s.geom) then ST_Area(s.geom)
      else atlas.area_m2(atlas.overlay_intersection(v.geom, s.geom))
    end as m2
  from vlak s join atlas.planvlak v on ST_Intersects(s.geom, v.geom)
),
deel as (
  select id, sum(m2) as m2 from stuk group by id, plan_id, onderdeel, naam, hoofdgroep
)
select id, count(*)::int as hits, sum(m2)::float8 as m2 from deel where m2 > $1::float8 group by id`;

/** Moves the line with number $1 by 100 m, as saving does: what was known is closed, and a new version added. */
export const moveStatement = `
with oud as (
  update atlas.component set bekend_tot = now()
  where rij = (select rij from atlas.component where bekend_tot is null and ST_Dimension(geom) = 1 order by id offset $1::int limit 1)
  returning *
)
insert into atlas.component (id, project_id, naam, soort, ligging, straal_m, corridor_m, geom, bekend_van)
select id, project_id, naam, soort, ligging, straal_m, corridor_m, ST_Translate(geom, 100, 0), now() from oud`;
