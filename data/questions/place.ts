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
  if (ligging === 'indicatief')
    notes.push(
      `De ligging is indicatief: gerekend is met een cirkel met een straal van ${straalM} m. Het project ligt mogelijk in elk van de genoemde gebieden, niet zeker in een daarvan.`,
    );
  if (ligging === 'zoekgebied')
    notes.push(
      'De ligging is een zoekgebied: het project komt in een deel daarvan; welk deel staat nog niet vast.',
    );
  return notes;
}
