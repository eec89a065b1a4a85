import { hash, verify } from '@node-rs/argon2';
import { toInvalid } from '../http/problem.ts';

/** argon2id, the package's default: 19 MiB, 2 passes, 1 lane, as OWASP advises. */
export const hashPassword = (password: string): Promise<string> => hash(toBytes(password));

/** The same letters typed on another keyboard are the same password. */
const toBytes = (password: string): string => password.normalize('NFC');

/** Hash of a password nobody has, so that an unknown account takes as long as a known one. */
let nobody: Promise<string> | undefined;

/** Whether `password` belongs to `stored`; takes as long when nothing is stored, and is then false. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('van niemand');
  const isRight = await verify(stored ?? (await nobody), toBytes(password));
  return stored !== null && isRight;
}

/** Throws a 400 Problem for a password that is guessed first: the e-mail address, or a few characters over and over. */
export function refuseWeakPassword(veld: string, password: string, email: string): void {
  const plain = password.toLowerCase();
  const [name = ''] = email.toLowerCase().split('@');
  const isOwnName = name.length >= 3 && plain.replaceAll(name, '').length < 6;
  const isRepeated = new Set(plain).size < 5;
  const isRow = /^(?:0123456789|1234567890|abcdefghij|qwertyuiop|wachtwoord|password)/.test(plain);
  if (!isOwnName && !isRepeated && !isRow) return;
  throw toInvalid([
    { veld, waarde: '…', verwacht: 'een wachtwoord dat niemand raadt, bijvoorbeeld vier losse woorden' },
  ]);
}
