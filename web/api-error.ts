import type { Probleem } from '../data/schema/probleem.ts';

/** The faces an error has on screen: the asker's, gone, no answer now, our fault, or abandoned on purpose. */
export type ApiErrorKind = 'invalid' | 'not-found' | 'unavailable' | 'fault' | 'aborted';

const titles: Record<ApiErrorKind, string> = {
  invalid: 'De vraag kon niet worden gelezen',
  'not-found': 'Niet gevonden',
  unavailable: 'De atlas krijgt nu geen antwoord',
  fault: 'Er ging iets mis in de atlas',
  aborted: 'Afgebroken',
};

const advice: Record<ApiErrorKind, string> = {
  invalid: 'Verbeter de invoer en stel de vraag opnieuw.',
  'not-found': 'Controleer het adres of de code.',
  unavailable: 'Wat er al stond blijft staan. Probeer het zo nog eens.',
  fault: 'Wat er al stond blijft staan. Blijft dit, geef het dan door met het tijdstip erbij.',
  aborted: '',
};

/** Anything that can go wrong between question and answer, in Dutch: what happened and what to do. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly kind: ApiErrorKind;
  /** Every field that was wrong, for kind 'invalid'. */
  readonly fields: NonNullable<Probleem['errors']>;

  constructor(kind: ApiErrorKind, detail: string, fields: NonNullable<Probleem['errors']> = []) {
    super(detail);
    this.kind = kind;
    this.fields = fields;
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
    const type = response.headers.get('Content-Type') ?? '';
    const probleem = type.includes('json') ? ((await response.json()) as Partial<Probleem>) : null;
    const detail = probleem?.detail ?? probleem?.title ?? `De server antwoordde met ${response.status}.`;
    const kind =
      response.status === 404
        ? 'not-found'
        : response.status < 500
          ? 'invalid'
          : response.status === 500
            ? 'fault'
            : 'unavailable';
    return new ApiError(kind, detail, probleem?.errors ?? []);
  }
}
