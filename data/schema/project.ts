import { z } from 'zod';
import {
  energiedragers,
  fases,
  liggingen,
  pmiekBewijzen,
  typeInfraGroepen,
  vervolgen,
} from '../vocabulary.ts';
import { geometrie } from './geometrie.ts';

/** A project as lists, search and the map show it. Null is unknown. */
export const project = z.object({
  id: z.string(),
  naam: z.string().nullable(),
  titel: z.string().meta({ description: 'de naam, of waar die ontbreekt een omschrijving' }),
  provincies: z.array(z.string()),
  gemeenten: z.array(z.object({ code: z.string(), naam: z.string() })),
  resRegios: z.array(z.string()),
  subregios: z.array(z.string()),
  energiedrager: z.enum(energiedragers),
  typeInfra: z.string().nullable(),
  typeInfraGroep: z.enum(typeInfraGroepen),
  aard: z.string().nullable(),
  netbeheerders: z.array(z.string()),
  pmiekRonde: z.string().nullable(),
  pmiekBewijs: z.enum(pmiekBewijzen).nullable(),
  concreetheid: z.string().nullable(),
  pmiekNummer: z.string().nullable().meta({ description: 'nummer in de pMIEK-lijst: 1, A, C.3.' }),
  vervolg: z.enum(vervolgen).nullable(),
  fase: z.enum(fases).nullable(),
  faseHerkomst: z.enum(['bron', 'afgeleid']).nullable(),
  ibnVan: z.number().int().nullable(),
  ibnTot: z.number().int().nullable(),
  ligging: z.enum(liggingen),
  straalM: z.number().nullable(),
  lngLat: z
    .tuple([z.number(), z.number()])
    .nullable()
    .meta({ description: 'een punt in of op de ligging, voor het symbool' }),
  bboxWgs84: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  isBuitenbeeld: z.literal(true).optional().meta({
    description:
      'het project is niet openbaar: u ziet alleen waar het ongeveer ligt en wat voor soort het is',
  }),
});
export type Project = z.infer<typeof project>;

export const component = z.object({
  id: z.string(),
  naam: z.string().nullable(),
  soort: z.enum(typeInfraGroepen),
  netbeheerder: z.string().nullable(),
  spanningKv: z.array(z.number().int()),
  ligging: z.enum(liggingen),
  straalM: z.number().nullable(),
  corridorM: z.number().nullable(),
  geometrie: geometrie.nullable(),
  toelichting: z.string().nullable(),
});
export type Component = z.infer<typeof component>;

/** Everything the register says about one project, with its sources. */
export const projectDetail = project.extend({
  bedientProvincies: z
    .array(z.string())
    .meta({ description: 'provincies die het project volgens een bron dient zonder er te liggen' }),
  bronnen: z.array(z.string()),
  bronDatum: z.string().nullable(),
  kenmerken: z.record(z.string(), z.unknown()),
  componenten: z.array(component),
});
export type ProjectDetail = z.infer<typeof projectDetail>;
