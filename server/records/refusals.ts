import type { RecordDocument } from '../../data/document.ts';
import { Problem, toInvalid, toNotFound, toShown } from '../http/problem.ts';

/** 401: nobody is signed in. */
export function toUnauthorized(): Problem {
  return new Problem(401, 'Niet aangemeld', 'Meld u aan om iets te wijzigen.');
}

/** 403: signed in, and not allowed. */
export function toForbidden(detail: string): Problem {
  return new Problem(403, 'Geen recht', detail);
}

/** 403 for a kind of record that who asks may not write here. */
export function toNoRight(document: RecordDocument): Problem {
  return toForbidden(
    `U mag dit niet wijzigen (${document.titel.toLowerCase()}). Dat doet: ${document.schrijvers}.`,
  );
}

/** 404, in the same words whether it does not exist or may not be seen. */
export function toAbsent(document: RecordDocument, id: string): Problem {
  if (document.naam === 'project') return toNotFound(`Er is geen project met nummer ${toShown(id)}.`);
  return toNotFound(`Er is geen ${document.titel.toLowerCase()} met id ${toShown(id)}.`);
}

/** The face of an error of the database while saving: no right, or a rule of the tables that no check foresaw. */
export function toRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (error.code === '42501') {
    return toForbidden(
      'De rechten laten dit niet toe: u mag dit hier niet schrijven, of zou het daarna zelf niet meer zien.',
    );
  }
  if (/^(22|23)/.test(error.code)) {
    const rule =
      'constraint' in error && typeof error.constraint === 'string' ? ` (${error.constraint})` : '';
    return toInvalid([
      {
        veld: 'gegevens',
        waarde: '',
        verwacht: `gegevens die bij elkaar passen; de database weigert dit${rule}`,
      },
    ]);
  }
  return error;
}
