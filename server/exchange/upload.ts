// The file of a request: the body itself, or the one file of a form.
import type { Context } from 'hono';
import { excelGrenzen } from '../../data/exchange/lijst.ts';
import { Problem, toInvalid, toShown } from '../http/problem.ts';

export interface Upload {
  bestand: string;
  bytes: Uint8Array;
}

const maxBytes = excelGrenzen.megabytes * 1024 * 1024;
const FORM = 'multipart/form-data';
/** What else a form holds is little. */
const FORM_ROOM = 64 * 1024;

/** Throws a Problem: 413 past the limit (without reading further), 400 when the form holds no file. */
export async function readUpload(c: Context): Promise<Upload> {
  const type = c.req.header('Content-Type') ?? '';
  const body = await readBytes(c, type.startsWith(FORM) ? maxBytes + FORM_ROOM : maxBytes);
  if (!type.startsWith(FORM)) return { bestand: toName(c.req.query('bestand')), bytes: body };
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => null);
  const file = form?.get('bestand');
  if (!(file instanceof File)) {
    throw toInvalid([
      {
        veld: 'bestand',
        waarde: toShown(typeof file === 'string' ? file : ''),
        verwacht: 'een Excel-werkmap (.xlsx) in het formulierveld bestand',
      },
    ]);
  }
  if (file.size > maxBytes) throw tooLarge();
  return { bestand: toName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function readBytes(c: Context, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(c.req.header('Content-Length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function tooLarge(): Problem {
  return new Problem(
    413,
    'Te groot',
    `Een werkmap mag hoogstens ${excelGrenzen.megabytes} MB zijn. Deel de lijst op.`,
    {
      errors: [{ veld: 'bestand', waarde: '', verwacht: `hoogstens ${excelGrenzen.megabytes} MB` }],
      headers: { Connection: 'close' },
    },
  );
}

/** The bare name, fit to be shown and written down. */
function toName(given: string | undefined): string {
  const bare = (given ?? '').split(/[/\\]/).at(-1)!.replace(/\p{C}/gu, '').trim();
  return bare.slice(0, 120) || 'werkmap.xlsx';
}
