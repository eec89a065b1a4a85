import { setTimeout as sleep } from 'node:timers/promises';
import { SourceUnavailableError } from './refusal.ts';

export interface PatienceOptions {
  /** Tries in all; 5 unless told. */
  tries?: number;
  /** First pause; doubles with every try, with up to a quarter of chance on top. */
  pauseMs?: number;
}

/** What one try came to. `answer` is null when the status is not one that was asked for. */
export interface Attempt<T> {
  status: number;
  headers: Headers;
  answer: T | null;
  /** Why, when the answer said so. */
  reden?: string;
}

const LONGEST_PAUSE_MS = 30_000;
/** A server may ask for a pause of this length at most; longer, and it is as good as closed. */
const LONGEST_ASKED_MS = 120_000;

/** An answer that will be the same however often it is asked. */
export class FinalAnswer extends SourceUnavailableError {
  /** As HTTP has it; 200 when an answer came that cannot be used. */
  readonly status: number;

  constructor(message: string, status = 200) {
    super(message);
    this.status = status;
  }
}

/**
 * Asks `url` with patience: what `tryOnce` throws (a lost connection, a time-out), 408, 429 and 5xx are tried again
 * with a growing pause, or the one the server asks for in Retry-After. Throws a SourceUnavailableError when that does
 * not help, when the answer is another error, or when `tryOnce` throws a FinalAnswer.
 */
export async function withPatience<T>(
  url: string,
  { tries = 5, pauseMs = 500 }: PatienceOptions,
  tryOnce: () => Promise<Attempt<T>>,
): Promise<T> {
  const { host, pathname } = new URL(url);
  let last = '';
  for (let attempt = 1; attempt <= tries; attempt++) {
    let askedMs: number | null = null;
    try {
      const { status, headers, answer, reden } = await tryOnce();
      if (answer !== null) return answer;
      last = `antwoordt met ${status}${reden ? ` (${reden})` : ''}`;
      if (status < 500 && status !== 429 && status !== 408)
        throw new FinalAnswer(`${host} ${last} op ${pathname}.`, status);
      askedMs = toPauseMs(headers.get('retry-after'));
      if (askedMs !== null && askedMs > LONGEST_ASKED_MS)
        throw new FinalAnswer(`${host} vraagt om later terug te komen (${last}).`, status);
    } catch (error) {
      if (error instanceof FinalAnswer) throw error;
      last = toWords(error);
    }
    if (attempt < tries) await sleep(askedMs ?? backOff(pauseMs, attempt));
  }
  throw new SourceUnavailableError(`${host} ${last}, ook na ${tries} keer proberen.`);
}

/** The error for an answer that is past `mostBytes`. */
export function tooLarge(url: string, mostBytes: number): FinalAnswer {
  return new FinalAnswer(
    `${new URL(url).host} stuurt meer dan ${Math.round(mostBytes / 1e6)} MB in een antwoord.`,
  );
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
