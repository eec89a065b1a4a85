import type { RecordDocument } from '../../data/document.ts';
import { vastgesteldeStatussen } from '../../data/rules/checks/rounds.ts';
import { standaardwaardenOf, type Gegevens, type Registratie } from '../../data/schema/registratie.ts';
import { toShown, type Invoerfout } from '../http/problem.ts';
import type { Given } from './read-fields.ts';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The record as it will be: what it was, with what was given; a geometry as GeoJSON, or only its type when it stays. */
export function toMerged(document: RecordDocument, basis: Registratie | null, given: Given): Gegevens {
  const begin = Object.fromEntries(document.velden.map(({ naam }) => [naam, null]));
  const geometries = Object.fromEntries(
    Object.entries(given.geometrieen).map(([veld, asked]) => [veld, asked?.geometrie ?? null]),
  );
  const merged = {
    ...begin,
    ...(basis ? basis.gegevens : standaardwaardenOf(document.naam)),
    ...given.gegevens,
    ...geometries,
  };
  for (const field of document.velden) {
    if (field.doorAtlas) merged[field.naam] = basis?.gegevens[field.naam] ?? null;
    if (['teksten', 'organisaties', 'gehelen', 'verwijzingen'].includes(field.soort))
      merged[field.naam] ??= [];
  }
  return merged;
}

/** Faults for what was given in fields that lie fixed or that the atlas fills in; what is the same is let through. */
export function checkFixed(
  document: RecordDocument,
  basis: Registratie | null,
  given: Given,
  prefix: string,
): Invoerfout[] {
  return document.velden.flatMap((field): Invoerfout[] => {
    const veld = `${prefix}gegevens.${field.naam}`;
    if (field.vast && basis && given.geometrieen[field.naam] !== undefined) {
      return [
        {
          veld,
          waarde: toShown(given.geometrieen[field.naam]?.geometrie.type ?? ''),
          verwacht: 'ligt vast sinds het maken',
        },
      ];
    }
    if (!(field.naam in given.gegevens)) return [];
    const waarde = given.gegevens[field.naam];
    if (isSame(waarde, basis?.gegevens[field.naam])) return [];
    if (field.doorAtlas)
      return [{ veld, waarde: toShown(waarde), verwacht: 'niets: dit vult de atlas zelf in' }];
    if (!field.vast || !basis) return [];
    return [
      {
        veld,
        waarde: toShown(waarde),
        verwacht: `${toShown(basis.gegevens[field.naam] ?? 'leeg')}: dit ligt vast sinds het maken`,
      },
    ];
  });
}

/** The columns that change, by name, geometries apart. Null in `herkomst` takes it away. */
export function toColumns(
  document: RecordDocument,
  basis: Registratie | null,
  given: Given,
  merged: Gegevens,
): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const field of document.velden) {
    if (field.soort === 'geometrie' || field.doorAtlas) continue;
    const isGiven = basis
      ? field.naam in given.gegevens
      : merged[field.naam] !== null && merged[field.naam] !== undefined;
    if (isGiven) columns[field.kolom] = merged[field.naam];
  }
  if (given.vertrouwelijkheid !== undefined) columns['vertrouwelijkheid'] = given.vertrouwelijkheid;
  if (given.embargoTot !== undefined) columns['embargo_tot'] = given.embargoTot;
  columns['herkomst'] = toHerkomst(document, basis, given, merged);
  return columns;
}

/** Where the fields come from. A field with another value no longer comes from where the old value came from. */
function toHerkomst(
  document: RecordDocument,
  basis: Registratie | null,
  given: Given,
  merged: Gegevens,
): Record<string, unknown> {
  const herkomst: Record<string, unknown> = { ...basis?.versie.herkomst };
  for (const { naam, metHerkomst } of document.velden) {
    if (metHerkomst && basis && !isSame(basis.gegevens[naam], merged[naam])) delete herkomst[naam];
  }
  Object.assign(herkomst, given.herkomst);
  return Object.fromEntries(Object.entries(herkomst).filter(([, value]) => value !== null));
}

/** Whether this save adopts something, or changes what was adopted: the work of a vaststeller. */
export function isVaststelling(
  document: RecordDocument,
  basis: Registratie | null,
  merged: Gegevens,
): boolean {
  if (document.naam !== 'besluit' && document.naam !== 'rondestap') return false;
  return [basis?.gegevens['status'], merged['status']].some((status) =>
    vastgesteldeStatussen.includes(String(status)),
  );
}
