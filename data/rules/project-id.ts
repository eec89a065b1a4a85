// Numbers of projects: letters of the provincie as the register has them, XP where there are more, and for projects
// made in the atlas four characters that are not mistaken for each other (Crockford).
/** Letters of a provincie by its code. */
export const provincieLetters: Record<string, string> = {
  PV20: 'GR',
  PV21: 'FR',
  PV22: 'DR',
  PV23: 'OV',
  PV24: 'FL',
  PV25: 'GE',
  PV26: 'UT',
  PV27: 'NH',
  PV28: 'ZH',
  PV29: 'ZE',
  PV30: 'NB',
  PV31: 'LI',
};
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number for a new project in these provincies, from four random bytes. */
export function toProjectId(provincies: readonly string[], random: Uint8Array): string {
  const prefix = provincies.length === 1 ? provincieLetters[provincies[0]!] : undefined;
  return `${prefix ?? 'XP'}-${[...random.subarray(0, 4)].map((byte) => alphabet[byte % 32]).join('')}`;
}
