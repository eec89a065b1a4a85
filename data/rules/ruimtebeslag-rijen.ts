// The 35 sizes of land take with their source, and what a rule on them answers.
import { z } from 'zod';
import type { AreaRange } from '../document.ts';
import json from '../seed/ruimtebeslag.json' with { type: 'json' };
import { soortenAanleg, soortenRuimtebeslag } from '../vocabulary.ts';
import type { Energiedrager, SoortAanleg, TypeInfraGroep } from '../vocabulary.ts';

export const ruimtebeslagRij = z.strictObject({
  id: z.string().regex(/^RB-\d{2}$/),
  object: z.string(),
  categorie: z.enum(['station', 'ms-ruimte', 'conversie', 'lijn', 'kabel', 'leiding', 'opslag']),
  min: z.number().nullable(),
  max: z.number().nullable(),
  eenheid: z.string().nullable(),
  soort: z.string(),
  /** Full width, both sides together. */
  strookBreedteM: z.number().nullable(),
  /** Our own grouping of comparable sizes; null = not a size of land taken by an object. */
  klasse: z.string().nullable(),
  beslag: z.enum(soortenRuimtebeslag).nullable(),
  aanleg: z.enum(soortenAanleg).nullable(),
  jaar: z.number().int().nullable(),
  geverifieerd: z.boolean(),
  bronnen: z.array(z.string()),
  toelichting: z.string().nullable(),
});
export type RuimtebeslagRij = z.infer<typeof ruimtebeslagRij>;

export const ruimtebeslagRijen = json as RuimtebeslagRij[];

export interface RuimtebeslagVraag {
  groep: TypeInfraGroep;
  spanningenKv: readonly number[];
  energiedrager: Energiedrager;
  soortAanleg: SoortAanleg | null;
  /** The words of the source, for what voltage and group do not say. */
  typeInfra: string | null;
  /** Length of a line or pipe in metres; null when not known. */
  lengteM: number | null;
  drukBar?: number;
  /** Of what is sized by its power: an elektrolyser, a centrale. */
  vermogenMw?: number;
}

export interface RuimtebeslagUitkomst {
  bereik: AreaRange | null;
  /** true: the sources give one size, and that is no range. False for a strip by law, and when there is no size. */
  zonderBandbreedte: boolean;
  /** true: sized by its power, so that the number of objects does not matter. */
  naarVermogen: boolean;
  /** Width of the strip a line or pipe takes, both sides together; null for objects and when no width is known. */
  strookM: { min: number; max: number } | null;
  /** Ids of the rows the range rests on. */
  rijen: string[];
  /** Why there is no range; null when there is one. */
  reden: string | null;
  toelichting: string | null;
}

/** The sources of some rows, each once. */
export function listBronnen(rijen: readonly RuimtebeslagRij[]): string[] {
  return [...new Set(rijen.flatMap((rij) => rij.bronnen))];
}

/** No range, with the reason. */
export function none(reden: string): RuimtebeslagUitkomst {
  return {
    bereik: null,
    zonderBandbreedte: false,
    naarVermogen: false,
    strookM: null,
    rijen: [],
    reden,
    toelichting: null,
  };
}

/** No range, in the words of the row that says so. */
export function noneFrom(id: string): RuimtebeslagUitkomst {
  const rij = ruimtebeslagRijen.find((one) => one.id === id);
  return { ...none(rij?.toelichting ?? 'Geen maat bekend.'), rijen: [id] };
}
