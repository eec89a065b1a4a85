import type { Component, ProjectDetail } from '../../data/schema/project.ts';
import type { Reader } from '../db/reader.ts';
import type { ProjectRegisters } from './register.ts';

interface DetailRow {
  bedientProvincies: string[];
  bronnen: string[];
  bronDatum: string | null;
  kenmerken: Record<string, unknown>;
  componenten: Component[];
}

/** Everything the register says about one project, geometry in `srid`; null when there is no such project, or none for this reader. */
export async function findProjectDetail(
  reader: Reader,
  projects: ProjectRegisters,
  id: string,
  srid: number,
): Promise<ProjectDetail | null> {
  const { projecten } = await projects.getCurrent(reader);
  const project = projecten.find((one) => one.id === id);
  if (!project) return null;
  const [row] = await reader.query<DetailRow>(
    `select p.bedient_provincies as "bedientProvincies", p.bronnen, p.bron_datum as "bronDatum", p.kenmerken,
       (select coalesce(json_agg(json_build_object(
           'id', c.id, 'naam', c.naam, 'soort', c.soort, 'netbeheerder', c.netbeheerder, 'spanningKv', c.spanning_kv,
           'ligging', c.ligging, 'straalM', c.straal_m, 'corridorM', c.corridor_m,
           'geometrie', ST_AsGeoJSON(ST_Transform(c.geom, $2::int), case when $2::int = 28992 then 3 else 7 end, 0)::json,
           'toelichting', c.toelichting) order by c.id), '[]')
        from atlas.component_nu c where c.project_id = p.id) as componenten
     from atlas.project_nu p where p.id = $1`,
    [id, srid],
  );
  return row ? { ...project, ...row } : null;
}
