// Grid operators. Electricity: Gebiedsindelingscode elektriciteit, text of 13-12-2023. A netbeheerder is not
// a property of a gemeente: 15 gemeenten have parts of another operator, described in words only.
import { z } from 'zod';
import { gemeenten, provincieCode } from './gebieden.ts';
import json from './netbeheerders.json' with { type: 'json' };

export const seedNetbeheerder = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  naam: z.string(),
  groep: z.string().nullable(),
  rol: z.enum(['landelijk', 'transport', 'regionaal']),
  energiedrager: z.string(),
  spanningKv: z.array(z.number().int()).nullable(),
  regionaalHsKv: z.array(z.number().int()).nullable(),
  gebied: z.string().nullable(),
  uitzondering: z.string().nullable(),
  bronnen: z.array(z.string()).min(1),
  opmerking: z.string().nullable(),
});
export type SeedNetbeheerder = z.infer<typeof seedNetbeheerder>;

/** Gas per provincie: background knowledge, not verified, and not known per gemeente. */
export const seedGas = z.strictObject({
  provincie: provincieCode,
  netbeheerders: z.array(z.string()).min(1),
  geverifieerd: z.boolean(),
  bron: z.string(),
});
export type SeedGas = z.infer<typeof seedGas>;

export const netbeheerders = json.netbeheerders as SeedNetbeheerder[];
export const gasPerProvincie = json.gasPerProvincie as SeedGas[];

/** Names as project sources write them → id. A party that is no netbeheerder in our list maps to null.
 *  "Gasunie" stands only at the heat pipelines of WarmtelinQ. */
export const netbeheerderIdByBronnaam: Record<string, string | null> = {
  TenneT: 'tennet',
  Liander: 'liander',
  Enexis: 'enexis',
  Stedin: 'stedin',
  RENDO: 'rendo',
  Hynetwork: 'hynetwork',
  'Gasunie/Hynetwork': 'hynetwork',
  Gasunie: 'gasunie-warmtelinq',
  'Groningen Seaports': null,
};

/** Code of the netbeheerdersgebied (elektriciteit, MS/LS) of an operator, e.g. NB-liander. */
export function toNetbeheerdersgebiedCode(id: string): string {
  return `NB-${id}`;
}

export interface Bediening {
  gemeente: string;
  /** true: the operator serves only a part of the gemeente. */
  deel: boolean;
  /** Which part, in the words of the code; null when the whole gemeente or the rest of it. */
  deelgebied: string | null;
}

/** Gemeenten an operator serves (elektriciteit), whole or in part; empty for an operator without a regional area. */
export function listBediendeGemeenten(id: string): Bediening[] {
  return gemeenten.flatMap((g): Bediening[] => {
    const uitzondering = g.uitzonderingen.find((u) => u.netbeheerder === id);
    if (uitzondering) return [{ gemeente: g.code, deel: true, deelgebied: uitzondering.deelgebied }];
    if (g.netbeheerder !== id) return [];
    return [{ gemeente: g.code, deel: g.uitzonderingen.length > 0, deelgebied: null }];
  });
}
