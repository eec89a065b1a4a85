import { z } from 'zod';

/** 0..1 of each measure, where areas, lines or points are asked about together. */
export const aandelen = z
  .object({ oppervlakte: z.number(), lengte: z.number(), punten: z.number() })
  .partial()
  .meta({
    description: 'alleen waar vlakken, lijnen of punten samen gevraagd zijn en hun aandelen verschillen',
  });
export type Aandelen = z.infer<typeof aandelen>;

/** A share, where there may be one for each measure instead. */
export const aandeelOfMaten = z
  .number()
  .nullable()
  .meta({ description: 'null: er is er een per maat (zie aandelen)' });
