import type { z } from 'zod';
import type { SourceReaders } from './readers.ts';
import type { SoortRuimtebeslag } from './vocabulary.ts';

/** One dataset the atlas can load: everything a person or the loader must know beforehand. */
export interface SourceDocument {
  id: string;
  titel: string;
  /** Address of the publisher's service; null when none is known. */
  dienst: string | null;
  /** true: the service answered and its columns were seen; false: its address was only read in a page. */
  dienstGeverifieerd: boolean;
  /** As the publisher states it; 'onbekend' when it was not seen. */
  licentie: string;
  uitgever: string;
  /** ISO date the data describes; null when the reader tells. */
  peildatum: string | null;
  crs: 'EPSG:28992' | 'EPSG:4326' | 'OGC:CRS84' | null;
  /** Our column → column of the source. */
  kolommen: Record<string, string>;
  /** The load is refused when the count differs; null when no count is known. */
  verwachtAantal: number | null;
  lezers: SourceReaders;
  tabel: string;
  /** true: features may lie at sea, as far as the Dutch part of the North Sea; left out means on land. */
  opZee?: boolean;
  /** Province codes the data covers; left out means the whole country, an empty list no area as a whole. */
  dekking?: string[];
  toelichting: string;
}

/** One answer column, with its unit when it is a number. */
export interface AnswerColumn {
  naam: string;
  label: string;
  eenheid?: 'm' | 'm²' | 'ha' | 'km' | 'aandeel' | 'aantal' | 'jaar' | 'kV' | 'MW';
  toelichting?: string;
}

/** One spatial question: menu, form, table, CSV, API and OpenAPI follow from it. */
export interface QuestionDocument<P extends z.ZodType = z.ZodType> {
  naam: string;
  /** The question as people ask it. */
  titel: string;
  uitleg: string;
  parameters: P;
  kolommen: AnswerColumn[];
  /** SQL file beside this document. */
  sql: string;
  /** Ids of the datasets the answer rests on. */
  verantwoording: string[];
}

/** What every rule row says about itself. Dates are ISO; null = not established. */
export interface RuleRow {
  id: string;
  criterium: string;
  grondslag: string;
  geldigVan: string | null;
  geldigTot: string | null;
  /** Date of the text that was read. */
  geldendOp: string | null;
  artikelGelezen: boolean;
  /** Whether the rule itself was seen in a source (not whether the article was read). */
  geverifieerd: boolean;
  bronnen: string[];
  toelichting: string | null;
}

/** A range of land take; a single measure has minM2 = maxM2. */
export interface AreaRange {
  minM2: number;
  maxM2: number;
  soort: SoortRuimtebeslag;
  geverifieerd: boolean;
  bronnen: string[];
}

/** What a field of a record holds; form, check, table, Excel column and history follow from it. */
export type FieldSoort =
  | 'tekst'
  | 'alinea'
  | 'getal'
  | 'geheel'
  | 'jaar'
  | 'datum'
  | 'janee'
  | 'keuze'
  | 'organisatie'
  | 'organisaties'
  | 'teksten'
  | 'gehelen'
  | 'geometrie'
  | 'webadres'
  | 'email'
  | 'verwijzing'
  | 'verwijzingen'
  | 'gegevens';

export interface RecordField {
  /** On the wire (camelCase). */
  naam: string;
  kolom: string;
  label: string;
  soort: FieldSoort;
  keuzes?: readonly string[];
  /** Words for the choices, where the stored value is not how people say it. */
  keuzeLabels?: Readonly<Record<string, string>>;
  /** The record that a 'verwijzing' names by its id. */
  verwijst?: string;
  verplicht?: true;
  eenheid?: string;
  /** 300 for 'tekst', 10 000 for 'alinea' unless told. */
  maxTekens?: number;
  minimum?: number;
  maximum?: number;
  uitleg?: string;
  /** Carries bron, datum and gepland/werkelijk/geschat of its own. */
  metHerkomst?: true;
  persoonsgegeven?: true;
  /** Set when the record is made, never changed after. */
  vast?: true;
  /** Written by the atlas, not by a form. */
  doorAtlas?: true;
  /** Field of the template it comes from, e.g. 'fiche: aanleiding'. */
  sjabloonveld?: string;
}

/** One kind of record about a project: routes, forms, tables, Excel and history follow from it. */
export interface RecordDocument {
  naam: string;
  /** In paths: /projecten/{id}/{meervoud}. */
  meervoud: string;
  tabel: string;
  titel: string;
  titelMeervoud: string;
  uitleg: string;
  /** The field that names it in a list. */
  kop: string;
  velden: readonly RecordField[];
  /** Who may write it, in words; SQL holds it (schema/011_rights.sql). */
  schrijvers: string;
}

/** One part of a report: a field list, a table, or the answer of a question. */
export interface ReportSection {
  id: string;
  titel: string;
  soort: 'velden' | 'tabel' | 'vraag' | 'lijst';
  velden?: { veld: string; label: string }[];
  /** Name of the question document whose answer is shown. */
  vraag?: string;
  toelichting?: string;
}

export interface ReportDocument {
  naam: string;
  titel: string;
  niveau: 'project' | 'provincie';
  secties: ReportSection[];
  bron: string;
}

const M2_PER_HA = 10_000;
const M_PER_KM = 1_000;

/** Hectares from square metres; null stays null. */
export function toHectares(areaM2: number): number;
export function toHectares(areaM2: number | null): number | null;
export function toHectares(areaM2: number | null): number | null {
  return areaM2 === null ? null : areaM2 / M2_PER_HA;
}

/** Square metres from hectares; null stays null. */
export function toSquareMetres(areaHa: number): number;
export function toSquareMetres(areaHa: number | null): number | null;
export function toSquareMetres(areaHa: number | null): number | null {
  return areaHa === null ? null : areaHa * M2_PER_HA;
}

/** Kilometres from metres. */
export function toKilometres(lengthM: number): number {
  return lengthM / M_PER_KM;
}

/** The share 0..1 that part is of whole, clamped for rounding noise; null when whole is 0 (there is nothing to share). */
export function toShare(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  return Math.min(1, Math.max(0, part / whole));
}
