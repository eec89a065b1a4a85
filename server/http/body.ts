import type { Context } from 'hono';
import { limits } from './limits.ts';
import { Problem, toInvalid, toShown } from './problem.ts';

const maxBytes = limits.bodyMegabytes * 1024 * 1024;

/**
 * The JSON of the request body. Throws a Problem: 415 for another content type, 413 past the limit (without
 * reading further), 400 when it is not JSON.
 */
export async function readJsonBody(c: Context): Promise<unknown> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Problem(
      415,
      'Verkeerd soort inhoud',
      'Stuur JSON met de header Content-Type: application/json.',
      {
        errors: [{ veld: 'Content-Type', waarde: toShown(type ?? ''), verwacht: 'application/json' }],
      },
    );
  }
  const text = await readText(c);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw toInvalid([
      { veld: 'body', waarde: toShown(text), verwacht: describeSyntax(error as SyntaxError, text) },
    ]);
  }
}

async function readText(c: Context): Promise<string> {
  const stated = c.req.header('Content-Length');
  if (stated !== undefined && Number(stated) > maxBytes) throw tooLarge();
  if (stated !== undefined || !c.req.raw.body) return c.req.text();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(): Problem {
  return new Problem(
    413,
    'Te groot',
    `Een verzoek mag hoogstens ${limits.bodyMegabytes} MB zijn; vereenvoudig de geometrie of vraag in delen.`,
    // What still comes in is not read: the connection cannot be used again.
    { headers: { Connection: 'close' } },
  );
}

function describeSyntax(error: SyntaxError, text: string): string {
  if (text.trim() === '') return 'geldige JSON; de body is leeg';
  const position = /position (\d+)/.exec(error.message)?.[1];
  const where = position === undefined ? '' : `, leesbaar tot teken ${position}`;
  const hint = /\b(NaN|Infinity)\b/.test(text) ? '; NaN en Infinity bestaan niet in JSON' : '';
  return `geldige JSON${where}${hint}`;
}
