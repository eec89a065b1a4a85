import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { z } from 'zod';

/** The name on disk of what has this address. */
export function toCacheName(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 24);
}

/** What the description at `path` says; null when there is none or it was damaged: what it is of is then fetched again. */
export async function readDescription<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(path, 'utf8').catch(orNull);
  return text === null ? null : (schema.safeParse(parse(text)).data ?? null);
}

/** Writes a file in one go: half a file is never taken for a file. */
export async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
}

/** null in place of the error that there is no such file. */
export function orNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
