import type { Geometrie } from '../schema/geometrie.ts';
import type { Energiedrager, Ligging } from '../vocabulary.ts';

/** What every question about a place gets from its SQL (asked.sql and whole.sql). */
export interface PlaceRow {
  stempel: string;
  /** Null when a project is asked about. */
  keuring: { geldig: boolean; reden: string | null; plek: [number, number] | null } | null;
  /** Null when a geometry is asked about, or when there is no such project. */
  project: AskedProject | null;
  maat: { m2: number; m: number; punten: number };
  /** Null when there is nothing: a project without components. */
  onderdelen: { ligging: Ligging; straalM: number | null }[] | null;
  /** The place of the components of a project together, as asked-project.sql has it; null for a geometry. */
  sleutel?: string | null;
  geometrie: Geometrie | null;
}

export interface AskedProject {
  id: string;
  naam: string | null;
  provincies: string[];
  gemeenten: string[];
  bedientProvincies: string[];
  energiedrager: Energiedrager;
  typeInfra: string | null;
  aard: string | null;
  kenmerken: Record<string, unknown>;
  /** Who decides by the project itself; null: still to be settled. */
  bevoegdGezag: string | null;
  bevoegdGezagOrgaan: string | null;
  /** Its decisions, the earliest first; null when there are none that the reader may see. */
  besluiten: AskedBesluit[] | null;
}

/** A decision that is kept with the project; `datum` is ISO. */
export interface AskedBesluit {
  besluit: string;
  bevoegdGezag: string;
  /** Code of an organisation. */
  organisatie: string | null;
  orgaan: string | null;
  instrument: string | null;
  grondslag: string | null;
  status: string;
  datum: string | null;
}

/** The least certain first: one uncertain component makes the whole uncertain. */
const uncertain: readonly Ligging[] = ['indicatief', 'zoekgebied', 'exact'];

/** The certainty of a whole: that of its least certain part, leaving out parts without a location; 'geen' when none has one. */
export function toCertainty(liggingen: readonly Ligging[]): Ligging {
  return uncertain.find((one) => liggingen.includes(one)) ?? 'geen';
}

/** What was asked about, as the answer tells it. */
export function toGevraagd(row: PlaceRow) {
  const placed = (row.onderdelen ?? []).filter((one) => one.ligging !== 'geen');
  const ligging = toCertainty(placed.map((part) => part.ligging));
  const radii = placed.flatMap((one) => (one.straalM === null ? [] : [one.straalM]));
  return {
    projectId: row.project?.id ?? null,
    ligging,
    straalM: radii.length > 0 ? Math.max(...radii) : null,
    oppervlakteM2: row.maat.m2,
    lengteM: row.maat.m,
    geometrie: row.geometrie,
  };
}

/** `gevraagd` beside features, which have the shapes: without its own. */
export const withoutShape = <Gevraagd extends { geometrie: unknown }>({
  geometrie: _sent,
  ...rest
}: Gevraagd) => rest;

/** What the reader must know about the certainty of the location; `[]` when it is exact and complete. */
export function listLocationNotes(row: PlaceRow): string[] {
  const parts = row.onderdelen ?? [];
  const { ligging, straalM } = toGevraagd(row);
  const missing = parts.filter((one) => one.ligging === 'geen').length;
  const notes: string[] = [];
  if (ligging === 'geen')
    notes.push('De ligging is niet bekend; genoemd is wat het register over het project zegt.');
  else if (missing > 0)
    notes.push(
      `Van ${missing} van de ${parts.length} onderdelen is de ligging niet bekend; die tellen niet mee.`,
    );
  const countOf = (certainty: Ligging) => parts.filter((one) => one.ligging === certainty).length;
  const surely = countOf('exact');
  if (ligging === 'indicatief')
    notes.push(
      surely > 0
        ? `Van ${countOf('indicatief')} van de ${parts.length} onderdelen is de ligging indicatief: daarvoor is gerekend met een cirkel met een straal van hoogstens ${straalM} m. Die liggen mogelijk in elk van de genoemde gebieden, niet zeker in een daarvan.`
        : `De ligging is indicatief: gerekend is met een cirkel met een straal van ${straalM} m. Het project ligt mogelijk in elk van de genoemde gebieden, niet zeker in een daarvan.`,
    );
  if (ligging === 'zoekgebied' || (ligging === 'indicatief' && countOf('zoekgebied') > 0))
    notes.push(
      surely > 0 || ligging === 'indicatief'
        ? `Van ${countOf('zoekgebied')} van de ${parts.length} onderdelen is de ligging een zoekgebied: het komt in een deel daarvan; welk deel staat nog niet vast.`
        : 'De ligging is een zoekgebied: het project komt in een deel daarvan; welk deel staat nog niet vast.',
    );
  return notes;
}
