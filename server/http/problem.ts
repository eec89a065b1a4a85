import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Probleem } from '../../data/schema/probleem.ts';
import { LostAnswerError, UnavailableError } from '../db/errors.ts';
import { describeFault, toLoggedPath } from './fault-log.ts';

export type Invoerfout = NonNullable<Probleem['errors']>[number];

/** An error with a face for the user (RFC 9457): Dutch, and saying what would be right. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: ContentfulStatusCode;
  readonly title: string;
  readonly errors: Invoerfout[] | undefined;
  readonly headers: Record<string, string>;
  /** Further members of the answer (RFC 9457 §3.2). */
  readonly extensions: Record<string, unknown>;

  constructor(
    status: ContentfulStatusCode,
    title: string,
    detail: string,
    options: {
      errors?: Invoerfout[];
      headers?: Record<string, string>;
      extensions?: Record<string, unknown>;
    } = {},
  ) {
    super(detail);
    this.status = status;
    this.title = title;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
    this.extensions = options.extensions ?? {};
  }
}

/** 400 with every error at once; `errors` must not be empty. */
export function toInvalid(errors: Invoerfout[]): Problem {
  const first = errors[0];
  const more = errors.length > 1 ? ` (en nog ${errors.length - 1}, zie errors)` : '';
  return new Problem(400, 'Ongeldige invoer', `${first?.veld}: ${first?.verwacht}${more}`, {
    errors,
  });
}

/** 404 for a thing asked for by its identification. */
export function toNotFound(detail: string): Problem {
  return new Problem(404, 'Niet gevonden', detail);
}

const shownCharacters = 80;
const shownDepth = 4;
const shownItems = 6;

/** A received value as text, shortened to what fits a message: cheap and short, whatever was sent. */
export function toShown(value: unknown): string {
  const text = typeof value === 'string' ? value : preview(value, shownDepth);
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}

function preview(value: unknown, depth: number): string {
  if (Array.isArray(value)) {
    if (depth === 0) return '[…]';
    const items = value.slice(0, shownItems).map((one) => preview(one, depth - 1));
    return `[${[...items, ...(value.length > shownItems ? ['…'] : [])].join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    if (depth === 0) return '{…}';
    const items = Object.entries(value).slice(0, shownItems);
    return `{${items.map(([key, one]) => `${toShown(key)}: ${preview(one, depth - 1)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? `"${value.slice(0, shownCharacters)}"` : String(value);
}

/** Any error as problem+json. A fault of ours is logged whole and told as no more than a fault; so is a lost answer. */
export function toProblemResponse(error: unknown, c: Context): Response {
  const problem = toProblem(error);
  if (problem.status === 500 || error instanceof LostAnswerError)
    console.error(`${c.req.method} ${toLoggedPath(c.req.path)} ${describeFault(error)}`);
  const body: Probleem = {
    type: 'about:blank',
    title: problem.title,
    status: problem.status,
    detail: problem.message,
    instance: c.req.path,
    ...(problem.errors && { errors: problem.errors }),
    ...problem.extensions,
  };
  return c.body(JSON.stringify(body), problem.status, {
    ...problem.headers,
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
}

const LOST =
  'De database stopte onder deze bewerking en start opnieuw. Er is niets half bewaard; probeer het zo weer.';
const soon = { 'Retry-After': '5' };

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UnavailableError) {
    const headers = { 'Retry-After': String(error.retryAfterS) };
    return new Problem(503, 'Nu niet beschikbaar', error.message, { headers });
  }
  // The engine that lost it has stopped, and another one takes its place.
  if (error instanceof LostAnswerError)
    return new Problem(503, 'Nu niet beschikbaar', LOST, { headers: soon });
  if (error instanceof HTTPException && error.status < 500) {
    return new Problem(error.status as ContentfulStatusCode, 'Ongeldig verzoek', error.message);
  }
  return new Problem(
    500,
    'Storing',
    'Er ging iets mis in de atlas. De fout is vastgelegd; uw invoer is niet bewaard.',
  );
}
