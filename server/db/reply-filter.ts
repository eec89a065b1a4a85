/**
 * What the engine answers to one batch of frontend messages (PostgreSQL protocol 3.0), made true to the protocol:
 * - one ReadyForQuery, at the end. PGlite sends one at an error and another at the Sync; `pg` would take the second
 *   for the end of the *next* query and give that the wrong answer;
 * - a result or an error for every statement that is executed. One that has neither has lost its answer.
 */
export interface ReplyFilter {
  /** Takes the next piece of the answer, cut anywhere. It may be overwritten afterwards: it is copied. */
  read(reply: Uint8Array): void;
  /** Ends the answer. False when a statement has had neither a result nor an error; the client is then told so. */
  end(): boolean;
}

/** SQLSTATE of a lost answer, in a class of our own. */
export const LOST_ANSWER = 'XXL01';

const codeOf = (letter: string) => letter.charCodeAt(0);
const codesOf = (letters: string) => new Set([...letters].map(codeOf));
/** Query and Execute each ask for a result. */
const ASKING = codesOf('QE');
/** Query, Sync and the startup message, which has no letter, each ask for a ReadyForQuery. */
const CLOSING = codesOf('QS\0');
/** CommandComplete, EmptyQueryResponse, PortalSuspended, and the three that open a COPY. */
const RESULT = codesOf('CIsGHW');
const ERROR_RESPONSE = codeOf('E');
const READY_FOR_QUERY = codeOf('Z');
/** Letter and length; a ReadyForQuery has one byte more. */
const HEADER = 5;

/** A filter for the answer to `batch`, handing on what the client should see. */
export function createReplyFilter(
  batch: readonly Uint8Array[],
  send: (reply: Uint8Array) => void,
): ReplyFilter {
  const asked = batch.filter((message) => ASKING.has(message[0]!)).length;
  const isClosed = CLOSING.has(batch.at(-1)![0]!);
  let results = 0;
  let failed = false;
  let ready: Buffer | undefined;
  /** The beginning of a message of which the rest is still to come. */
  let held = Buffer.alloc(0);
  /** Bytes still to come of a message that is being handed on. */
  let toCome = 0;

  function count(type: number): void {
    if (type === ERROR_RESPONSE) failed = true;
    if (RESULT.has(type)) results += 1;
  }

  function read(reply: Uint8Array): void {
    const data = Buffer.concat([held, reply]);
    const kept: Buffer[] = [];
    let from = 0;
    let at = Math.min(toCome, data.length);
    toCome -= at;
    while (data.length - at > HEADER) {
      const end = at + 1 + data.readInt32BE(at + 1);
      if (data[at] === READY_FOR_QUERY) {
        ready = data.subarray(at, end);
        kept.push(data.subarray(from, at));
        from = end;
      } else count(data[at]!);
      toCome = Math.max(0, end - data.length);
      at = Math.min(end, data.length);
    }
    kept.push(data.subarray(from, at));
    held = data.subarray(at);
    for (const piece of kept) if (piece.length > 0) send(piece);
  }

  function end(): boolean {
    // What is still held is one whole message without a body, if anything.
    if (held.length > 0) {
      count(held[0]!);
      send(held);
    }
    // After an error the engine skips the rest of the batch, so nothing more is due.
    const isLost = (!failed && results < asked) || (isClosed && !ready);
    if (isLost) send(toErrorResponse());
    else if (isClosed) send(ready!);
    return !isLost;
  }

  return { read, end };
}

/** The error with which the connection of a lost answer ends. */
function toErrorResponse(): Buffer {
  const fields = ['SFATAL', 'VFATAL', `C${LOST_ANSWER}`, 'MThe database ended a statement without a result.'];
  const body = Buffer.from(`${fields.join('\0')}\0\0`);
  const header = Buffer.alloc(HEADER);
  header[0] = ERROR_RESPONSE;
  header.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}
