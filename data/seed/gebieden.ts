// Areas the atlas ships with, as membership of gemeenten: every higher area is a union of
// gemeenten, made at load time. Vintage 1-1-2023, unchanged through 2026 (342 gemeenten).
// Codes are the CBS codes (GM, PV, ES); subregio's have a code of our own, SR-<provincie>-<naam>.
import { z } from 'zod';
import gemeentenJson from './gemeenten.json' with { type: 'json' };
import provinciesJson from './provincies.json' with { type: 'json' };
import resRegiosJson from './res-regios.json' with { type: 'json' };
import subregiosJson from './subregios.json' with { type: 'json' };
import waterschappenJson from './waterschappen.json' with { type: 'json' };

export const gemeenteCode = z.string().regex(/^GM\d{4}$/);
export const provincieCode = z.string().regex(/^PV\d{2}$/);
export const resRegioCode = z.string().regex(/^ES\d{2}$/);

export const seedGemeente = z.strictObject({
  code: gemeenteCode,
  naam: z.string().min(1),
  provincie: provincieCode,
  resRegio: resRegioCode,
  /** Operator of the regional electricity grid (MS/LS) in the gemeente, apart from the uitzonderingen. */
  netbeheerder: z.string(),
  uitzonderingen: z.array(z.strictObject({ netbeheerder: z.string(), deelgebied: z.string() })),
});
export type SeedGemeente = z.infer<typeof seedGemeente>;

export const seedProvincie = z.strictObject({
  code: provincieCode,
  naam: z.string().min(1),
  inwoners2023: z.number().int(),
});
export type SeedProvincie = z.infer<typeof seedProvincie>;

export const seedResRegio = z.strictObject({
  code: resRegioCode,
  naam: z.string().min(1),
  provincies: z.array(provincieCode).min(1),
  inwoners2023: z.number().int(),
  opmerking: z.string().nullable(),
});
export type SeedResRegio = z.infer<typeof seedResRegio>;

export const seedSubregio = z.strictObject({
  code: z.string().regex(/^SR-PV\d{2}-[a-z0-9-]+$/),
  /** Subregio's of one indeling never overlap; different indelingen do. */
  indeling: z.string(),
  provincie: provincieCode,
  naam: z.string(),
  niveau: z.enum(['subregio', 'deelregio']),
  /** RES-regio this deelregio is a part of. */
  boven: resRegioCode.nullable(),
  gebruiktVoor: z.string(),
  gemeenten: z.array(gemeenteCode).min(1),
  /** How sure the list of members is, in the words of the source file. */
  ledenlijst: z.string(),
  geldigVan: z.iso.date().nullable(),
  geldigTot: z.iso.date().nullable(),
  bronnen: z.array(z.string()).min(1),
  opmerking: z.string().nullable(),
});
export type SeedSubregio = z.infer<typeof seedSubregio>;

/** A part of the grid that does not follow gemeente borders: known by name and provincie only, without a boundary. */
export const seedNetgebied = z.strictObject({
  code: z.string().regex(/^NG-[a-z0-9-]+$/),
  naam: z.string(),
  provincies: z.array(provincieCode).min(1),
  resRegios: z.array(resRegioCode).nullable(),
  soort: z.string(),
  aantal: z.number().int().nullable(),
  feit: z.string(),
  bron: z.string(),
});
export type SeedNetgebied = z.infer<typeof seedNetgebied>;

export const seedWaterschap = z.strictObject({
  /** Our own key; the official code is known for two of them. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  code: z
    .string()
    .regex(/^WS\d{4}$/)
    .nullable(),
  /** Code among the waterbeheerders, by which the file with the boundaries knows it. */
  beheerdercode: z.string().regex(/^\d{2}$/),
  naam: z.string(),
  /** Rough, from background knowledge: never a boundary. */
  provincies: z.array(provincieCode).min(1),
});
export type SeedWaterschap = z.infer<typeof seedWaterschap>;

export const gemeenten = gemeentenJson.gemeenten as SeedGemeente[];
export const provincies = provinciesJson.provincies as SeedProvincie[];
export const resRegios = resRegiosJson.resRegios as SeedResRegio[];
export const subregios = subregiosJson.subregios as SeedSubregio[];
export const netgebieden = subregiosJson.netgebieden as SeedNetgebied[];
export const waterschappen = waterschappenJson.waterschappen as SeedWaterschap[];

/** Validity of the indeling of gemeenten, provincies and RES-regio's (ISO dates; null = open). */
export const indeling = { geldigVan: gemeentenJson.geldigVan, geldigTot: gemeentenJson.geldigTot as null };

/** The change of the division that is expected next, in the words of its source. */
export const volgendeWijziging = gemeentenJson.volgendeWijziging;

/** Codes of the gemeenten in a RES-regio; empty for an unknown code. */
export function listGemeentenInResRegio(code: string): string[] {
  return gemeenten.filter((g) => g.resRegio === code).map((g) => g.code);
}

/** Codes of the gemeenten in a provincie; empty for an unknown code. */
export function listGemeentenInProvincie(code: string): string[] {
  return gemeenten.filter((g) => g.provincie === code).map((g) => g.code);
}
