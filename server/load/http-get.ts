import { setTimeout as sleep } from 'node:timers/promises';
import { SourceUnavailableError } from './refusal.ts';

export interface GetOptions {
  headers?: Record<string, string>;
  /** Tries in all; 5 unless told. */
  tries?: number;
  /** First pause; doubles with every try, with up to a quarter of chance on top. */
  pauseMs?: number;
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

const LONGEST_PAUSE_MS = 30_000;
/** A server may ask for a pause of this length at most; longer, and it is as good as closed. */
const LONGEST_ASKED_MS = 120_000;

/** An answer that will be the same however often it is asked. */
export class FinalAnswer extends SourceUnavailableError {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/**
 * GET with patience: a lost connection (also halfway the body), a time-out, 408, 429 and 5xx are tried again with a
 * growing pause, or the one the server asks for in Retry-After. Throws a SourceUnavailableError when that does not
 * help, or when the answer is another error.
 */
export async function getWithPatience(url: string, options: GetOptions = {}): Promise<GetAnswer> {
  const { tries = 5, pauseMs = 500 } = options;
  let last = '';
  for (let attempt = 1; attempt <= tries; attempt++) {
    let askedMs: number | null = null;
    try {
      const answer = await getOnce(url, options);
      const isUnchanged = answer.status === 304 && options.headers?.['if-none-match'] !== undefined;
      if (answer.status === 200 || isUnchanged) return answer as GetAnswer;
      last = `antwoordt met ${answer.status}${answer.reden ? ` (${answer.reden})` : ''}`;
      if (answer.status < 500 && answer.status !== 429 && answer.status !== 408)
        throw new FinalAnswer(`${new URL(url).host} ${last} op ${new URL(url).pathname}.`, answer.status);
      askedMs = toPauseMs(answer.headers.get('retry-after'));
      if (askedMs !== null && askedMs > LONGEST_ASKED_MS)
        throw new FinalAnswer(
          `${new URL(url).host} vraagt om later terug te komen (${last}).`,
          answer.status,
        );
    } catch (error) {
      if (error instanceof FinalAnswer) throw error;
      last = toWords(error);
    }
    if (attempt < tries) await sleep(askedMs ?? backOff(pauseMs, attempt));
  }
  throw new SourceUnavailableError(`${new URL(url).host} ${last}, ook na ${tries} keer proberen.`);
}

async function getOnce(
  url: string,
  { headers, timeoutMs = 60_000, mostBytes = 100_000_000, redirect, readError }: GetOptions,
): Promise<{ status: number; headers: Headers; body: Buffer; reden?: string }> {
  const response = await fetch(url, { headers, redirect, signal: AbortSignal.timeout(timeoutMs) });
  if (response.status !== 200) {
    await response.body?.cancel();
    return { status: response.status, headers: response.headers, body: Buffer.alloc(0) };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes)
      throw new FinalAnswer(
        `${new URL(url).host} stuurt meer dan ${Math.round(mostBytes / 1e6)} MB in een antwoord.`,
        response.status,
      );
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  return { status: 200, headers: response.headers, body, ...readError?.(body) };
}

function backOff(pauseMs: number, attempt: number): number {
  return Math.min(LONGEST_PAUSE_MS, pauseMs * 2 ** (attempt - 1)) * (1 + Math.random() / 4);
}

/** Retry-After is a number of seconds or a date. */
function toPauseMs(value: string | null): number | null {
  if (!value) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

function toWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'antwoordt niet op tijd';
  const cause = error.cause instanceof Error ? error.cause.message : error.message;
  return `verbreekt de verbinding (${cause})`;
}
