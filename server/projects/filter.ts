import { z } from '@hono/zod-openapi';
import type { Project } from '../../data/schema/project.ts';
import { energiedragers, fases, liggingen, pmiekBewijzen, typeInfraGroepen } from '../../data/vocabulary.ts';
import { listOf, queryOf } from '../http/query.ts';
import { toSearchable } from '../http/searchable.ts';

const orders = ['id', 'naam', 'fase', 'ibn'] as const;

/** The filters of `GET /projecten`; a filter with more values asks for any of them, filters together for all. */
export const projectQuery = queryOf({
  provincie: listOf(z.string(), 'provinciecode zoals PV26; meer mag'),
  gemeente: listOf(z.string(), 'gemeentecode zoals GM0344; meer mag'),
  resRegio: listOf(z.string(), 'code van de RES-regio; meer mag'),
  subregio: listOf(z.string(), 'code van de subregio; meer mag'),
  fase: listOf(z.enum([...fases, 'onbekend']), 'meer mag'),
  energiedrager: listOf(z.enum(energiedragers), 'meer mag'),
  typeInfraGroep: listOf(z.enum(typeInfraGroepen), 'meer mag'),
  netbeheerder: listOf(z.string(), 'naam van de netbeheerder, hoofdletters maken niet uit; meer mag'),
  ligging: listOf(z.enum(liggingen), 'zekerheid van de ligging; meer mag'),
  pmiekBewijs: listOf(z.enum(pmiekBewijzen), 'meer mag'),
  metLocatie: z.enum(['true', 'false']).optional(),
  q: z
    .string()
    .max(200)
    .optional()
    .openapi({ param: { description: 'deel van de naam of het nummer' } }),
  sorteer: z
    .enum([...orders, ...orders.map((order) => `-${order}` as const)])
    .optional()
    .openapi({
      param: { description: "'-' ervoor keert de volgorde om; onbekende waarden komen achteraan" },
    }),
});
export type ProjectQuery = z.infer<typeof projectQuery>;

/** The projects that pass every filter, in the order asked for (by id unless told). */
export function filterProjects(projecten: readonly Project[], query: ProjectQuery): Project[] {
  const text = query.q && toSearchable(query.q);
  const operators = query.netbeheerder?.map(toSearchable);
  const any = (asked: readonly string[] | undefined, values: readonly string[]): boolean =>
    !asked || values.some((value) => asked.includes(value));
  const found = projecten.filter(
    (project) =>
      any(query.provincie, project.provincies) &&
      any(
        query.gemeente,
        project.gemeenten.map((one) => one.code),
      ) &&
      any(query.resRegio, project.resRegios) &&
      any(query.subregio, project.subregios) &&
      any(query.fase, [project.fase ?? 'onbekend']) &&
      any(query.energiedrager, [project.energiedrager]) &&
      any(query.typeInfraGroep, [project.typeInfraGroep]) &&
      any(operators, project.netbeheerders.map(toSearchable)) &&
      any(query.ligging, [project.ligging]) &&
      any(query.pmiekBewijs, [project.pmiekBewijs]) &&
      (query.metLocatie === undefined || (project.lngLat !== null) === (query.metLocatie === 'true')) &&
      (!text || toSearchable(`${project.id} ${project.titel}`).includes(text)),
  );
  return query.sorteer ? sort(found, query.sorteer) : found;
}

function sort(projecten: Project[], order: NonNullable<ProjectQuery['sorteer']>): Project[] {
  const direction = order.startsWith('-') ? -1 : 1;
  const keyOf = {
    id: (project: Project) => project.id,
    naam: (project: Project) => toSearchable(project.titel),
    fase: (project: Project) => (project.fase === null ? null : fases.indexOf(project.fase)),
    ibn: (project: Project) => project.ibnVan,
  }[order.replace('-', '') as (typeof orders)[number]];
  return projecten.sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x === y) return a.id < b.id ? -1 : 1;
    if (x === null) return 1;
    if (y === null) return -1;
    return x < y ? -direction : direction;
  });
}
