import { RefusalError } from './refusal.ts';

/** JSON of a body. Throws a RefusalError that names the address. */
export function parseJson(body: Buffer, address: string): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new RefusalError(`${address} geeft geen geldige JSON: ${(error as Error).message}.`);
  }
}
