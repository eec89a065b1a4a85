import { createHash } from 'node:crypto';
import type { Geometry } from 'geojson';
import type { SourceDocument } from '../../data/document.ts';
import type { OwnWords } from '../../data/readers.ts';

/** In order of trust; a source never replaces a more trusted one unless a person asks for it. */
export const loadHerkomsten = ['officieel', 'spiegel', 'schematisch'] as const;
export type LoadHerkomst = (typeof loadHerkomsten)[number];

/** One object of a source, in the source's own CRS. */
export interface SourceFeature {
  /** How a person finds it back in the source: "feature 12 (GM0344)". */
  ref: string;
  /** Our columns, and under `eigenschappen` everything the source says. */
  kolommen: Record<string, unknown>;
  geometry: Geometry | null;
}

/** 4326 stands for longitude, latitude; 3035 for ETRS89-LAEA, east before north as everywhere in a reading. */
export type SourceCrs = 28992 | 4326 | 3035;

/** A source that answers: what it says about itself, and its objects on request. */
export interface Reading {
  herkomst: LoadHerkomst;
  adres: string;
  uitgever: string;
  licentie: string;
  peildatum: string | null;
  dekking: string[] | null;
  afwijkingP95M: number | null;
  toelichting: string;
  /** SHA-256 of everything the result depends on; equal means there is nothing to load. */
  controlesom: string;
  crs: SourceCrs;
  /** The count the source itself promises; null when it does not. */
  verwachtAantal: number | null;
  /** Whether its features may lie at sea. */
  opZee: boolean;
  listFeatures(onRead: (gedaan: number, totaal: number) => void): Promise<ReadFeatures>;
}

export interface ReadFeatures {
  /** Once, one after another: a large source is read while it is written, and is never in memory as a whole. */
  features: Iterable<SourceFeature> | AsyncIterable<SourceFeature>;
  /** How many there are; null while they are still being read, and `onRead` tells how far that is. */
  aantal: number | null;
  /** These two grow while the features are read. */
  waarschuwingen: string[];
  geweigerdeOnderdelen: { onderdeel: string; reden: string }[];
}

/** Raise it when the same source must be loaded again because the atlas reads it differently. */
const READER_VERSION = '1';

/** SHA-256 (hex) over the content of a source, its document and the version of our readers. */
export function toChecksum(source: SourceDocument, ...content: (string | Uint8Array)[]): string {
  const hash = createHash('sha256').update(READER_VERSION).update(JSON.stringify(source));
  for (const part of content) hash.update(part);
  return hash.digest('hex');
}

/** Features without anything to remark. */
export function toReadFeatures(features: SourceFeature[]): ReadFeatures {
  return { features, aantal: features.length, waarschuwingen: [], geweigerdeOnderdelen: [] };
}

/** What a document itself says of a reading; a reader overrides what its source knows better. */
export function describeReading(source: SourceDocument) {
  return {
    uitgever: source.uitgever,
    licentie: source.licentie,
    peildatum: source.peildatum,
    dekking: source.dekking ?? null,
    afwijkingP95M: null as number | null,
    toelichting: source.toelichting,
    verwachtAantal: source.verwachtAantal,
    opZee: source.opZee ?? false,
  };
}

/** What a reader with words of its own says of a reading, in place of the document; its source may know better. */
export function describeOfficial(
  source: SourceDocument,
  { uitgever, licentie, toelichting, opZee = false, dekking }: OwnWords,
) {
  return {
    ...describeReading(source),
    herkomst: 'officieel' as const,
    uitgever,
    licentie,
    peildatum: null as string | null,
    dekking: dekking ?? null,
    toelichting: toFetchedNote(toelichting),
    // The document counts what the other sources have.
    verwachtAantal: null as number | null,
    opZee,
  };
}

/** The explanation of what was just fetched from a service, with the day. */
export function toFetchedNote(toelichting: string): string {
  return `${toelichting} Opgehaald op ${new Date().toISOString().slice(0, 10)}.`;
}
