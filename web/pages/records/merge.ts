import type { RecordDocument } from '../../../data/document.ts';
import type { Gegevens, Registratie } from '../../../data/schema/registratie.ts';
import type { RecordBody } from '../../api-records.ts';

// Two people changed the same record. Field by field: what it was, what I made of it, what they made of it.

/** Confidentiality and embargo are no fields of the record, and can differ all the same. */
export const aroundFields = ['vertrouwelijkheid', 'embargoTot'] as const;
export type AroundField = (typeof aroundFields)[number];

/**
 * `mijn`: only I changed it; `hun`: only they did; `eens`: both made the same of it; `botst`: both changed it, and
 * differently.
 */
export type MergeKind = 'mijn' | 'hun' | 'eens' | 'botst';

export interface MergeField {
  /** Name of the field, or one of aroundFields. */
  naam: string;
  was: unknown;
  mijn: unknown;
  hun: unknown;
  soort: MergeKind;
}

/** Every field that either of us changed, in the order of the record. */
export function mergeFields(
  document: Pick<RecordDocument, 'velden'>,
  basis: Registratie,
  mine: RecordBody,
  huidig: Registratie,
): MergeField[] {
  const fields = document.velden.map(({ naam }) =>
    compare(naam, basis.gegevens[naam], huidig.gegevens[naam], naam in mine.gegevens, mine.gegevens[naam]),
  );
  const around = aroundFields.map((naam) =>
    compare(naam, basis.versie[naam], huidig.versie[naam], mine[naam] !== undefined, mine[naam]),
  );
  return [...fields, ...around].filter((field) => field !== null);
}

function compare(
  naam: string,
  was: unknown,
  hun: unknown,
  isMine: boolean,
  changed: unknown,
): MergeField | null {
  const before = was ?? null;
  const theirs = hun ?? null;
  const mijn = isMine ? (changed ?? null) : before;
  const iChanged = isMine && !isEqual(mijn, before);
  const theyChanged = !isEqual(theirs, before);
  if (!iChanged && !theyChanged) return null;
  const soort = !theyChanged ? 'mijn' : !iChanged ? 'hun' : isEqual(mijn, theirs) ? 'eens' : 'botst';
  return { naam, was: before, mijn, hun: theirs, soort };
}

/** Both together, where that means something: every item of two lists, both texts one under the other. Null elsewhere. */
export function toTogether({ was, mijn, hun }: MergeField): unknown {
  if (Array.isArray(mijn) && Array.isArray(hun)) {
    const before = Array.isArray(was) ? (was as unknown[]) : [];
    // What either of us took away stays away.
    const kept = before.filter((item) => mijn.includes(item) && hun.includes(item));
    const added = [...(mijn as unknown[]), ...(hun as unknown[])].filter((item) => !before.includes(item));
    return [...new Set([...kept, ...added])];
  }
  if (typeof mijn === 'string' && typeof hun === 'string' && (mijn.length > 40 || hun.length > 40))
    return `${hun}\n\n${mijn}`;
  return null;
}

/**
 * What is to be sent on top of what is there now: the chosen value of every field where it differs from theirs. Source
 * and reason go along as I gave them.
 */
export function toMergedBody(
  fields: readonly MergeField[],
  chosen: Readonly<Record<string, unknown>>,
  mine: RecordBody,
): RecordBody {
  const gegevens: Gegevens = {};
  const body: RecordBody = { gegevens };
  for (const { naam, mijn, hun, soort } of fields) {
    const value = soort === 'mijn' ? mijn : soort === 'botst' ? chosen[naam] : hun;
    if (isEqual(value, hun)) continue;
    if (naam === 'vertrouwelijkheid')
      body.vertrouwelijkheid = value as NonNullable<RecordBody['vertrouwelijkheid']>;
    else if (naam === 'embargoTot') body.embargoTot = value as string | null;
    else gegevens[naam] = value;
  }
  const herkomst = Object.entries(mine.herkomst ?? {}).filter(
    ([naam]) => naam in gegevens || !fields.some((field) => field.naam === naam),
  );
  if (herkomst.length > 0) body.herkomst = Object.fromEntries(herkomst);
  if (mine.geldigVan) body.geldigVan = mine.geldigVan;
  if (mine.reden) body.reden = mine.reden;
  return body;
}

/** The same value, whatever the order of the members of an object. */
export function isEqual(a: unknown, b: unknown): boolean {
  return toComparable(a) === toComparable(b);
}

function toComparable(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)))
      : inner,
  );
}
