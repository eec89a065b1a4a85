import type { ToegekendeRol } from '../../data/schema/aanmelden.ts';
import { Problem } from '../http/problem.ts';
import type { Actor } from './actor.ts';

const toKeys = (rollen: readonly ToegekendeRol[]): string[] =>
  rollen.map(({ rol, gebied }) => `${rol} ${gebied}`);

/**
 * Throws a 403 Problem when `actor` gives or takes a role in another organisation, other than that of its beheerder:
 * who may do what there is for that organisation to say.
 */
export function refuseForeignRoles(
  actor: Actor,
  organisatie: string,
  before: readonly ToegekendeRol[],
  after: readonly ToegekendeRol[],
): void {
  if (organisatie === actor.organisatie.code) return;
  const others = (rollen: readonly ToegekendeRol[]) =>
    toKeys(rollen.filter(({ rol }) => rol !== 'beheerder'));
  if (others(before).sort().join() === others(after).sort().join()) return;
  throw new Problem(
    403,
    'Geen recht',
    'In een andere organisatie maakt u alleen de beheerder; die geeft daar de andere rollen.',
  );
}

/** Which roles are new and which are gone, for the audit log. */
export function compareRoles(
  before: readonly ToegekendeRol[],
  after: readonly ToegekendeRol[],
): { erbij: ToegekendeRol[]; eraf: ToegekendeRol[] } {
  const had = new Set(toKeys(before));
  const has = new Set(toKeys(after));
  return {
    erbij: after.filter((one) => !had.has(toKeys([one])[0]!)),
    eraf: before.filter((one) => !has.has(toKeys([one])[0]!)),
  };
}
