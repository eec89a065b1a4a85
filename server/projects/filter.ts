import { z } from '@hono/zod-openapi';
import type { Project } from '../../data/schema/project.ts';
import { faseUnknown, filterProjects, projectOrders, sortProjects } from '../../data/project-filter.ts';
import { energiedragers, fases, liggingen, pmiekBewijzen, typeInfraGroepen } from '../../data/vocabulary.ts';
import { formats } from '../questions/formats.ts';
import { listOf, queryOf } from '../http/query.ts';

/** The filters of `GET /projecten`; a filter with more values asks for any of them, filters together for all. */
export const projectQuery = queryOf({
  provincie: listOf(z.string(), 'provinciecode zoals PV26; meer mag'),
  gemeente: listOf(z.string(), 'gemeentecode zoals GM0344; meer mag'),
  resRegio: listOf(z.string(), 'code van de RES-regio; meer mag'),
  subregio: listOf(z.string(), 'code van de subregio; meer mag'),
  fase: listOf(z.enum([...fases, faseUnknown]), 'meer mag'),
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
  formaat: z
    .enum(formats)
    .optional()
    .openapi({ param: { description: 'of met Accept' } }),
  sorteer: z
    .enum([...projectOrders, ...projectOrders.map((order) => `-${order}` as const)])
    .optional()
    .openapi({
      param: { description: "'-' ervoor keert de volgorde om; onbekende waarden komen achteraan" },
    }),
});
export type ProjectQuery = z.infer<typeof projectQuery>;

/** The projects that pass every filter, in the order asked for (by id unless told). */
export function listFiltered(
  projecten: readonly Project[],
  query: Omit<ProjectQuery, 'formaat' | 'bekendOp' | 'geldigOp'>,
): Project[] {
  const { metLocatie, sorteer, ...filter } = query;
  const found = filterProjects(projecten, {
    ...filter,
    metLocatie: metLocatie === undefined ? undefined : metLocatie === 'true',
  });
  return sorteer ? sortProjects(found, sorteer) : found;
}
