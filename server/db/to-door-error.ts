import pg from 'pg';
import { noteDiskFull } from './disk-space.ts';
import { GeosError, LostAnswerError, UnavailableError } from './errors.ts';
import { LOST_ANSWER } from './reply-filter.ts';

/**
 * Connection refused, lost, or not allowed just now; the server is starting, stopping or full. Not 08P01: that is a
 * statement with the wrong number of parameters, an error of ours.
 */
const UNAVAILABLE_CODES =
  /^(08(?!P01)...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const UNAVAILABLE_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;
export const TOOK_TOO_LONG = 'De database deed te lang over deze vraag; de vraag is afgebroken.';
const QUERY_CANCELED = '57014';
const INTERNAL_ERROR = 'XX000';
/** Disk full, in the words of PostgreSQL and of Node; a quota and a limit have no code of their own. */
const FULL_CODES = /^(53100|ENOSPC|EDQUOT)$/;
const FULL_MESSAGES = /No space left on device|Disk quota exceeded|File too large/;

/** The same error, or the one of `errors.ts` it amounts to. */
export function toDoorError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UnavailableError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === QUERY_CANCELED) {
    return new UnavailableError(TOOK_TOO_LONG, { cause: error });
  }
  if (FULL_CODES.test(code) || (isDatabaseError(error) && FULL_MESSAGES.test(error.message))) {
    return noteDiskFull(`the database says ${code}`, error);
  }
  if (code === LOST_ANSWER) return new LostAnswerError(error.message, { cause: error });
  if (code === INTERNAL_ERROR && /GEOS|TopologyException/.test(error.message)) {
    return new GeosError(error.message, { cause: error });
  }
  const gone =
    UNAVAILABLE_CODES.test(code) || (!isDatabaseError(error) && UNAVAILABLE_MESSAGES.test(error.message));
  if (gone) return new UnavailableError('De database is nu niet bereikbaar.', { cause: error });
  return error;
}

function isDatabaseError(error: Error): boolean {
  return error instanceof pg.DatabaseError;
}
