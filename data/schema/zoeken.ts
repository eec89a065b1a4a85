import { z } from 'zod';
import { herkomsten, soortenGebied } from '../vocabulary.ts';
import { databron } from './bron.ts';
import { geometrie } from './geometrie.ts';

const bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** One thing found by name, code or number. */
export const zoekresultaat = z.object({
  soort: z.enum([...soortenGebied, 'project']),
  id: z.string().meta({ description: 'code van het gebied of nummer van het project' }),
  naam: z.string(),
  toelichting: z.string().nullable(),
  bboxWgs84: bbox.nullable(),
  lngLat: z.tuple([z.number(), z.number()]).nullable(),
});
export type Zoekresultaat = z.infer<typeof zoekresultaat>;

/** One thing that lies at a clicked point. */
export const treffer = z.object({
  id: z.string().meta({ description: 'zoals in de tegels en bij het gebied of project' }),
  naam: z.string(),
  soort: z.string().nullable(),
  toelichting: z.string().nullable(),
  afstandM: z.number().meta({ description: '0: het punt ligt erin of erop' }),
});
export const treffers = z.object({
  lngLat: z.tuple([z.number(), z.number()]),
  groepen: z.array(
    z.object({
      laag: z.string(),
      titel: z.string(),
      treffers: z.array(treffer),
      meer: z.boolean().meta({ description: 'er zijn meer treffers dan hier staan' }),
    }),
  ),
});
export type Treffers = z.infer<typeof treffers>;

/** What the layers panel says about one dataset. */
export const laag = z.object({
  id: z.string(),
  titel: z.string(),
  bron: z.string(),
  uitgever: z.string(),
  peildatum: z.iso.date().nullable(),
  licentie: z.string(),
  dekking: z.array(z.string()).nullable(),
  aantal: z.number().int(),
  herkomst: z.enum(herkomsten),
  toelichting: z.string().nullable(),
  afwijkingP95M: z.number().nullable(),
  geweigerdeOnderdelen: databron.shape.geweigerdeOnderdelen,
  bboxWgs84: bbox.nullable(),
});
export type Laag = z.infer<typeof laag>;

/** The whole shape of one plan area or protected area that was hit. */
export const trefferVorm = z.object({ laag: z.string(), id: z.string(), naam: z.string(), geometrie });
export type TrefferVorm = z.infer<typeof trefferVorm>;
