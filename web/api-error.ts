import type { Probleem } from '../data/schema/probleem.ts';

/**
 * The faces an error has on screen: the asker's, not signed in, no right, changed meanwhile, gone, no answer now, our
 * fault, or abandoned on purpose.
 */
export type ApiErrorKind =
  'invalid' | 'signed-out' | 'forbidden' | 'conflict' | 'not-found' | 'unavailable' | 'fault' | 'aborted';

const titles: Record<ApiErrorKind, string> = {
  invalid: 'De vraag kon niet worden gelezen',
  'signed-out': 'U bent niet aangemeld',
  forbidden: 'Dat mag niet met uw rol',
  conflict: 'Intussen gewijzigd',
  'not-found': 'Niet gevonden',
  unavailable: 'De atlas krijgt nu geen antwoord',
  fault: 'Er ging iets mis in de atlas',
  aborted: 'Afgebroken',
};

const advice: Record<ApiErrorKind, string> = {
  invalid: 'Verbeter de invoer en stel de vraag opnieuw.',
  'signed-out': 'Meld u aan en probeer het opnieuw. Wat u invulde blijft staan.',
  forbidden: 'Vraag het wie het wel mag, of de beheerder van uw organisatie om een andere rol.',
  conflict: 'Vergelijk wat u invulde met wat er nu staat.',
  'not-found': 'Controleer het adres of de code.',
  unavailable: 'Wat er al stond blijft staan. Probeer het zo nog eens.',
  fault: 'Wat er al stond blijft staan. Blijft dit, geef het dan door met het tijdstip erbij.',
  aborted: '',
};

const kindsByStatus: Record<number, ApiErrorKind> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  412: 'conflict',
  500: 'fault',
};

/** What else a refusal says. */
interface Refusal {
  status?: number;
  /** Seconds the server asks to wait. */
  retryAfterS?: number | null;
  /** Every member of the problem+json that was sent. */
  probleem?: Readonly<Record<string, unknown>>;
}

/** Anything that can go wrong between question and answer, in Dutch: what happened and what to do. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly kind: ApiErrorKind;
  /** Every field that was wrong, for kind 'invalid'. */
  readonly fields: NonNullable<Probleem['errors']>;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** Seconds after which it makes sense to ask again, as the server says; null when it does not say. */
  readonly retryAfterS: number | null;
  /** Whoever asked asks again by itself, after that time. */
  retriesItself = false;
  readonly probleem: Readonly<Record<string, unknown>>;

  constructor(
    kind: ApiErrorKind,
    detail: string,
    fields: NonNullable<Probleem['errors']> = [],
    { status, retryAfterS, probleem }: Refusal = {},
  ) {
    super(detail);
    this.kind = kind;
    this.fields = fields;
    this.status = status ?? null;
    this.retryAfterS = retryAfterS ?? null;
    this.probleem = probleem ?? {};
  }

  get title(): string {
    return titles[this.kind];
  }
  get advice(): string {
    return advice[this.kind];
  }

  /** The error itself, or what a thrown value means. */
  static from(thrown: unknown): ApiError {
    if (thrown instanceof ApiError) return thrown;
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return new ApiError('aborted', '');
    if (thrown instanceof DOMException && thrown.name === 'TimeoutError')
      return new ApiError('unavailable', 'De server antwoordde niet op tijd.');
    if (thrown instanceof TypeError)
      return new ApiError('unavailable', 'De server is niet bereikbaar (geen verbinding).');
    return new ApiError('fault', thrown instanceof Error ? thrown.message : String(thrown));
  }

  /** What a response that is not ok means; reads its problem+json when it has one. */
  static async fromResponse(response: Response): Promise<ApiError> {
    const { status, headers } = response;
    const type = headers.get('Content-Type') ?? '';
    const probleem = type.includes('json') ? ((await response.json()) as Partial<Probleem>) : {};
    const detail = probleem.detail ?? probleem.title ?? `De server antwoordde met ${status}.`;
    const kind = kindsByStatus[status] ?? (status < 500 ? 'invalid' : 'unavailable');
    const wait = Number(headers.get('Retry-After') ?? Number.NaN);
    const retryAfterS = Number.isFinite(wait) ? wait : null;
    return new ApiError(kind, detail, probleem.errors ?? [], { status, retryAfterS, probleem });
  }
}
