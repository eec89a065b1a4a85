// How a record about a project crosses the wire; every shape follows from its RecordDocument.
import { z } from 'zod';
import type { RecordDocument } from '../document.ts';
import { vertrouwelijkheden, waardeAarden } from '../vocabulary.ts';
import { listSoorten, toFieldSchema } from './registratie-veld.ts';

export {
  describeField,
  isPlain,
  isStorable,
  jaarGrenzen,
  listSoorten,
  maxTekensOf,
  toFieldSchema,
} from './registratie-veld.ts';

const isoDatum = z.iso.date();
/** A date that people send: within what the database and common sense hold. */
const datum = isoDatum.refine((value) => value >= '1900-01-01' && value <= '2200-12-31');
/** As precise as the source is: a year, a month or a day. */
const bronDatum = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** Where the value of one field comes from. */
export const veldHerkomst = z.strictObject({
  bron: z.string().trim().min(1).max(500).nullish(),
  datum: bronDatum.nullish().meta({ description: 'zo precies als de bron: 2023, 2023-11 of 2023-11-30' }),
  aard: z.enum(waardeAarden).nullish(),
});
export type VeldHerkomst = z.infer<typeof veldHerkomst>;

/** One version of a record: who owns it, who may see it, when it holds, when it was known, who made it and why. */
export const versie = z.object({
  rij: z
    .number()
    .int()
    .meta({ description: 'nummer van de versie; de ETag is dit nummer tussen aanhalingstekens' }),
  eigenaar: z
    .string()
    .meta({ description: 'code van de organisatie die ervoor instaat; leeg: niet voor u te zien' }),
  vertrouwelijkheid: z.enum(vertrouwelijkheden),
  embargoTot: isoDatum.nullable(),
  geldigVan: isoDatum.nullable().meta({ description: 'null: van oudsher' }),
  geldigTot: isoDatum
    .nullable()
    .meta({ description: 'eerste dag waarop het niet meer geldt; null: tot nader order' }),
  bekendVan: z.string(),
  bekendTot: z.string().nullable().meta({ description: 'null: dit is wat nu bekend is' }),
  doorOrganisatie: z.string().nullable(),
  door: z.string().nullable().meta({ description: 'naam; alleen voor wie met een rol is aangemeld' }),
  reden: z.string().nullable(),
  ingetrokken: z.boolean(),
  herkomst: z.record(z.string(), veldHerkomst),
});
export type Versie = z.infer<typeof versie>;

/** Something that is wrong (`fout`: refused) or strange (`letOp`: shown) in a field. */
export const bevinding = z.object({
  veld: z.string(),
  waarde: z.string().meta({ description: 'ingekort' }),
  verwacht: z.string().meta({ description: 'wat wel goed is' }),
  ernst: z.enum(['fout', 'letOp']),
});
export type GetoondeBevinding = z.infer<typeof bevinding>;

export type Gegevens = Record<string, unknown>;

export interface Registratie {
  id: string;
  projectId: string;
  gegevens: Gegevens;
  versie: Versie;
  mag: { wijzigen: boolean; intrekken: boolean };
}
/** The answer to a save: the record, and what is strange about it. */
export type Bewaard = Registratie & { letOp: GetoondeBevinding[] };

/** `gegevens` of this kind: every field, null where it is not known. */
export function toGegevensSchema(document: RecordDocument): z.ZodObject {
  return z.object(
    Object.fromEntries(
      document.velden.map((field) => {
        const schema = toFieldSchema(field).meta({
          title: field.label,
          ...(field.uitleg && { description: field.uitleg }),
        });
        return [field.naam, listSoorten.includes(field.soort) ? schema : schema.nullable()];
      }),
    ),
  );
}

const mag = z.object({ wijzigen: z.boolean(), intrekken: z.boolean() });

/** A record of this kind as an answer gives it. */
export function toRegistratieSchema(document: RecordDocument): z.ZodObject {
  return z.object({
    id: z.string(),
    projectId: z.string(),
    gegevens: toGegevensSchema(document),
    versie,
    mag,
  });
}

/** What may be sent to make (all fields optional but the required ones) or change (any of them) a record. */
export function toInvoerSchema(document: RecordDocument, doel: 'nieuw' | 'wijziging'): z.ZodObject {
  const gegevens = z.strictObject(
    Object.fromEntries(
      document.velden
        .filter(({ doorAtlas }) => !doorAtlas)
        .map((field) => {
          const schema = toFieldSchema(field);
          const needed =
            doel === 'nieuw' && field.verplicht && !(field.naam in standaardwaardenOf(document.naam));
          return [field.naam, needed ? schema : schema.nullish()];
        }),
    ),
  );
  return z.strictObject({ gegevens, ...invoerRond });
}

/** What goes around `gegevens` in everything that is sent. */
export const invoerRond = {
  vertrouwelijkheid: z.enum(vertrouwelijkheden).optional(),
  embargoTot: isoDatum.nullable().optional(),
  geldigVan: isoDatum.optional().meta({ description: 'vanaf deze dag; wat eerder gold blijft bekend' }),
  herkomst: z.record(z.string(), veldHerkomst.nullable()).optional(),
  reden: z.string().trim().min(1).max(2000).optional(),
};

/** What a new record says when its maker does not; `gesteldOp` of a question is today and set when it is made. */
const standaardwaarden: Record<string, Gegevens> = {
  project: { pmiekBewijs: 'niet_bevestigd', buitenbeeld: 'gemeente', veldzicht: {} },
  component: { buitenbeeld: 'gemeente' },
  partij: { vertrouwd: false },
  variant: { isVoorkeur: false },
  besluit: { status: 'voorgesteld' },
  actie: { status: 'open' },
  monitoring: { ibnStatus: 'onbekend' },
  energyboardvraag: { niveau: 'energyboard', status: 'open' },
  opmerking: { onderwerp: 'project', status: 'open' },
  betwisting: { status: 'open' },
  rondestap: { status: 'concept' },
};
export function standaardwaardenOf(naam: string): Gegevens {
  return standaardwaarden[naam] ?? {};
}
