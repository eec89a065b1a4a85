import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Hono } from 'hono';
import { toNotFound } from './problem.ts';

const folder = fileURLToPath(new URL('../../dist/web', import.meta.url));
const compressed = promisify(gzip);

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

interface WebFile {
  modifiedMs: number;
  etag: string;
  plain: Buffer<ArrayBuffer>;
  /** Null where compressing gains nothing (fonts, images). */
  gzip: Buffer<ArrayBuffer> | null;
}

const files = new Map<string, WebFile>();

/** The file of the built web app at this path, kept in memory; null when there is none. */
async function findFile(path: string): Promise<WebFile | null> {
  const full = normalize(join(folder, path));
  if (!full.startsWith(folder + sep)) return null;
  const found = await stat(full).catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return null;
    throw error;
  });
  if (!found?.isFile()) return null;
  const known = files.get(full);
  if (known?.modifiedMs === found.mtimeMs) return known;
  const plain = await readFile(full);
  const compresses = /^(text|application|image\/svg)/.test(types[extname(full)] ?? '');
  const file: WebFile = {
    modifiedMs: found.mtimeMs,
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    gzip: compresses ? await compressed(plain, { level: 9 }) : null,
  };
  files.set(full, file);
  return file;
}

/** The built web app: hashed files for ever, the page itself checked each time; unknown pages get the page. */
export function webRoutes(): Hono {
  return new Hono().get('*', async (c) => {
    const path = decodePath(c.req.path);
    let name = path === '/' ? '/index.html' : path;
    let file = await findFile(name);
    if (!file && !extname(path) && c.req.header('Accept')?.includes('text/html')) {
      name = '/index.html';
      file = await findFile(name);
    }
    if (!file) throw toNotFound(`Dit adres bestaat niet: ${path}`);
    const isHashed = name.startsWith('/assets/');
    c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    c.header('ETag', file.etag);
    c.header('Vary', 'Accept-Encoding');
    if (c.req.header('If-None-Match')?.includes(file.etag)) return c.body(null, 304);
    c.header('Content-Type', types[extname(name)] ?? 'application/octet-stream');
    if (!file.gzip || !/\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')) return c.body(file.plain);
    c.header('Content-Encoding', 'gzip');
    return c.body(file.gzip);
  });
}

function decodePath(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    if (decoded.includes('\0')) throw new URIError('NUL in a path');
    return decoded;
  } catch (error) {
    if (error instanceof URIError) throw toNotFound(`Dit adres bestaat niet: ${path}`);
    throw error;
  }
}
