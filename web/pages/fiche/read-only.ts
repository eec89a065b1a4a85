import type { Registratie } from '../../../data/schema/registratie.ts';
import type { Fiche } from './kinds.ts';

const nothing = { wijzigen: false, intrekken: false };

/** The fiche as something to look back on: nothing of it can be changed. */
export function toReadOnly(fiche: Fiche): Fiche {
  const isRecord = (value: unknown): value is Registratie =>
    typeof value === 'object' && value !== null && 'mag' in value;
  const freeze = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(freeze);
    return isRecord(value) ? { ...value, mag: nothing } : value;
  };
  const frozen = Object.fromEntries(Object.entries(fiche).map(([name, value]) => [name, freeze(value)]));
  return { ...(frozen as unknown as Fiche), magToevoegen: [] };
}
