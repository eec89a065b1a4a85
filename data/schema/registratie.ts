// How a record about a project crosses the wire; every shape follows from its RecordDocument.
import { z } from 'zod';
import type { RecordDocument, RecordField } from '../document.ts';
import { vertrouwelijkheden, waardeAarden } from '../vocabulary.ts';
import { geometrie } from './geometrie.ts';

const isoDatum = z.iso.date();
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
  eigenaar: z.string().meta({ description: 'code van de organisatie die ervoor instaat' }),
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

const MAX_ITEMS = 200;
const text = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine((value) => isStorable(value));
const listOf = (item: z.ZodType) =>
  z
    .array(item)
    .max(MAX_ITEMS)
    .refine((items) => new Set(items).size === items.length);
const organisatie = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);
const verwijzing = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/);

/** No control characters, apart from the end of a line and the tab, and no half of a surrogate pair. */
function isStorable(value: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value) && !/\p{Surrogate}/u.test(value);
}

export const jaarGrenzen = { minimum: 1950, maximum: 2100 } as const;

/** Longest text of a field, in characters. */
export function maxTekensOf(field: RecordField): number {
  return field.maxTekens ?? (field.soort === 'alinea' ? 10_000 : 300);
}

/** The shape of one field that is filled in. A geometry is read by the door of geometries (server/geometry). */
export function toFieldSchema(field: RecordField): z.ZodType {
  const { minimum = -1e15, maximum = 1e15 } = field;
  switch (field.soort) {
    case 'tekst':
    case 'alinea':
      return text(maxTekensOf(field));
    case 'getal':
      return z.number().min(minimum).max(maximum);
    case 'geheel':
      return z.int().min(minimum).max(maximum);
    case 'gehelen':
      return listOf(z.int().min(minimum).max(maximum));
    case 'jaar':
      return z.int().min(jaarGrenzen.minimum).max(jaarGrenzen.maximum);
    case 'datum':
      return isoDatum.refine((value) => value >= '1900-01-01' && value <= '2200-12-31');
    case 'janee':
      return z.boolean();
    case 'keuze':
      return z.enum(field.keuzes as [string, ...string[]]);
    case 'organisatie':
      return organisatie;
    case 'organisaties':
      return listOf(organisatie);
    case 'teksten':
      return listOf(text(maxTekensOf(field)));
    case 'geometrie':
      return geometrie;
    case 'webadres':
      return z
        .url({ protocol: /^https?$/ })
        .max(maxTekensOf(field))
        .refine(hasNoPassword);
    case 'email':
      return z.email().max(maxTekensOf(field));
    case 'verwijzing':
      return verwijzing;
    case 'verwijzingen':
      return listOf(verwijzing);
    case 'gegevens':
      return z.record(z.string(), z.unknown()).refine((value) => isStorable(JSON.stringify(value)));
  }
}

function hasNoPassword(address: string): boolean {
  const { username, password } = new URL(address);
  return username === '' && password === '';
}

export const listSoorten: readonly RecordField['soort'][] = [
  'organisaties',
  'teksten',
  'gehelen',
  'verwijzingen',
];

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

/** What a field must hold, in words (Dutch). */
export function describeField(field: RecordField): string {
  const { minimum, maximum } = field;
  const eenheid = field.eenheid ? ` (${field.eenheid})` : '';
  const between =
    minimum !== undefined && maximum !== undefined ? ` van ${minimum} tot en met ${maximum}` : '';
  switch (field.soort) {
    case 'tekst':
    case 'alinea':
      return `tekst van hoogstens ${maxTekensOf(field)} tekens`;
    case 'getal':
      return `een getal${between}${eenheid}, met een punt als komma`;
    case 'geheel':
      return `een geheel getal${between}${eenheid}`;
    case 'gehelen':
      return `een lijst met gehele getallen${between}${eenheid}, elk één keer`;
    case 'jaar':
      return `een jaartal van ${jaarGrenzen.minimum} tot en met ${jaarGrenzen.maximum}, als getal`;
    case 'datum':
      return 'een bestaande datum als jaar-maand-dag, zoals 2026-12-31';
    case 'janee':
      return 'true (ja) of false (nee)';
    case 'keuze':
      return `een van: ${field.keuzes?.join(', ')}`;
    case 'organisatie':
      return 'de code van een organisatie, zoals GM0344, PV26 of stedin';
    case 'organisaties':
      return 'een lijst met codes van organisaties, zoals GM0344, PV26 of stedin, elk één keer';
    case 'teksten':
      return `een lijst met teksten van hoogstens ${maxTekensOf(field)} tekens, elk één keer`;
    case 'geometrie':
      return 'een GeoJSON-geometrie';
    case 'webadres':
      return 'een webadres dat begint met https:// of http://, zonder naam en wachtwoord erin';
    case 'email':
      return 'een e-mailadres, zoals naam@example.org';
    case 'verwijzing':
      return `het id van een ${field.verwijst ?? 'registratie'}`;
    case 'verwijzingen':
      return `een lijst met id's van ${field.verwijst ?? 'registratie'}, elk één keer`;
    case 'gegevens':
      return 'een object';
  }
}
