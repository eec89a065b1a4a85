/**
 * Watches what the engine answers to one batch of frontend messages (PostgreSQL protocol 3.0): every statement that
 * is executed must end in a result or an error. One that ends in neither has lost its answer.
 */
export interface ReplyCheck {
  /** Takes the next piece of the answer, cut anywhere. */
  read(reply: Uint8Array): void;
  /** True when, after the whole answer, a statement has had neither a result nor an error. */
  isLost(): boolean;
  /** The message that tells the client so; the connection ends with it. */
  toErrorResponse(): Uint8Array;
}

/** SQLSTATE of a lost answer, in a class of our own. */
export const LOST_ANSWER = 'XXL01';

const letters = (text: string) => new Set([...text].map((letter) => letter.charCodeAt(0)));
/** Query and Execute each ask for a result. */
const ASKING = letters('QE');
/** CommandComplete, EmptyQueryResponse, PortalSuspended, and the three that open a COPY. */
const RESULT = letters('CIsGHW');
const ERROR_RESPONSE = 'E'.charCodeAt(0);
const HEADER = 5;

export function createReplyCheck(batch: readonly Uint8Array[]): ReplyCheck {
  const asked = batch.filter((message) => ASKING.has(message[0]!)).length;
  let results = 0;
  let failed = false;
  // Bytes of the present message still to come, and what has been read of its header so far.
  let toSkip = 0;
  let headerRead = 0;
  let type = 0;
  let length = 0;

  function read(reply: Uint8Array): void {
    let at = 0;
    while (at < reply.length) {
      if (toSkip > 0) {
        const skipped = Math.min(toSkip, reply.length - at);
        toSkip -= skipped;
        at += skipped;
        continue;
      }
      const byte = reply[at++]!;
      if (headerRead === 0) type = byte;
      else length = length * 256 + byte;
      headerRead += 1;
      if (headerRead < HEADER) continue;
      if (type === ERROR_RESPONSE) failed = true;
      if (RESULT.has(type)) results += 1;
      toSkip = length - 4;
      headerRead = length = 0;
    }
  }

  return {
    read,
    // After an error the rest of the batch is skipped by the engine, so nothing more is due.
    isLost: () => !failed && results < asked,
    toErrorResponse,
  };
}

function toErrorResponse(): Uint8Array {
  const fields = [
    'SFATAL',
    'VFATAL',
    `C${LOST_ANSWER}`,
    'MThe embedded database ended a statement without a result.',
  ];
  const body = Buffer.from(`${fields.join('\0')}\0\0`);
  const message = Buffer.alloc(HEADER);
  message[0] = ERROR_RESPONSE;
  message.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([message, body]);
}
