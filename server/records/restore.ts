import type { RecordDocument } from '../../data/document.ts';
import type { Registratie } from '../../data/schema/registratie.ts';
import type { Reading } from './read-fields.ts';

/**
 * What restoring an old version gives: its fields and where they come from. Who may see the record stays as it is now,
 * so that restoring never opens what was closed.
 */
export function toRestored(
  document: RecordDocument,
  basis: Registratie,
  old: Registratie,
  { given, fouten }: Reading,
): Reading {
  const gegevens = Object.fromEntries(
    document.velden
      // Of a geometry the checks need the type; the geometry itself is taken from the old row.
      .filter(({ doorAtlas }) => !doorAtlas)
      .map(({ naam }) => [naam, old.gegevens[naam]]),
  );
  const gone = Object.fromEntries(Object.keys(basis.versie.herkomst).map((veld) => [veld, null]));
  return { given: { ...given, gegevens, herkomst: { ...gone, ...old.versie.herkomst } }, fouten };
}
