// The body of an upload, whole and no larger than may be; what is in it is looked at beside this thread.
import type { Context } from 'hono';
import { excelGrenzen } from '../../data/exchange/lijst.ts';
import { Problem } from '../http/problem.ts';
import { FORM, tooLargeText } from './open-form.ts';

export interface Upload {
  body: Uint8Array<ArrayBuffer>;
  /** Content type of the body, with its boundary when it is a form. */
  type: string;
  /** Name of the file where the body is the file itself: `?bestand=`. */
  naam: string | undefined;
}

const maxBytes = excelGrenzen.megabytes * 1024 * 1024;
/** What a form holds besides the file is little. */
const FORM_ROOM = 64 * 1024;

/** Throws a 413 Problem past the limit, without reading further. */
export async function readUpload(c: Context): Promise<Upload> {
  const type = c.req.header('Content-Type') ?? '';
  const limit = type.startsWith(FORM) ? maxBytes + FORM_ROOM : maxBytes;
  if (Number(c.req.header('Content-Length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return { body: new Uint8Array(Buffer.concat(chunks)), type, naam: c.req.query('bestand') };
}

function tooLarge(): Problem {
  return new Problem(413, 'Te groot', tooLargeText, {
    errors: [{ veld: 'bestand', waarde: '', verwacht: tooLargeText }],
    headers: { Connection: 'close' },
  });
}
