import { type Attempt, type PatienceOptions, tooLarge, withPatience } from './patience.ts';

export interface GetOptions extends PatienceOptions {
  headers?: Record<string, string>;
  /** For one try, headers and body together. */
  timeoutMs?: number;
  /** Past this a body is not read on. */
  mostBytes?: number;
  /** For a service that says 200 to everything: the status its body stands for, and why; null when it is an answer. */
  readError?(body: Buffer): { status: number; reden: string } | null;
  /** 'manual': a redirect is an error, for a request with a secret that no other host may see. */
  redirect?: 'follow' | 'manual';
}

export interface GetAnswer {
  /** 200, or 304 when the `if-none-match` of the request still holds. */
  status: 200 | 304;
  headers: Headers;
  body: Buffer;
}

/**
 * GET with patience: a lost connection (also halfway the body), a time-out, 408, 429 and 5xx are tried again with a
 * growing pause, or the one the server asks for in Retry-After. The body is held in memory; a large file is for
 * `downloadFile`. Throws a SourceUnavailableError when that does not help, or when the answer is another error.
 */
export function getWithPatience(url: string, options: GetOptions = {}): Promise<GetAnswer> {
  return withPatience(url, options, () => getOnce(url, options));
}

async function getOnce(
  url: string,
  { headers: asked, timeoutMs = 60_000, mostBytes = 100_000_000, redirect, readError }: GetOptions,
): Promise<Attempt<GetAnswer>> {
  const response = await fetch(url, { headers: asked, redirect, signal: AbortSignal.timeout(timeoutMs) });
  const { status, headers } = response;
  if (status !== 200) {
    await response.body?.cancel();
    const isUnchanged = status === 304 && asked?.['if-none-match'] !== undefined;
    return { status, headers, answer: isUnchanged ? { status, headers, body: Buffer.alloc(0) } : null };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw tooLarge(url, mostBytes);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const error = readError?.(body);
  return error ? { ...error, headers, answer: null } : { status, headers, answer: { status, headers, body } };
}
