import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createReplyFilter } from '../server/db/reply-filter.ts';

/** A message of the PostgreSQL protocol: a letter, its length, a body. */
function message(letter: string, body: Uint8Array = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(5);
  header.write(letter);
  header.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}
const ready = (status: string) => message('Z', Buffer.from(status));
const error = message('E', Buffer.from('SERROR\0C22012\0Mdivision by zero\0\0'));
const row = message('D', Buffer.from('a row, with a Z and an E in it'));
const complete = message('C', Buffer.from('SELECT 1\0'));
const extended = ['P', 'B', 'D', 'E', 'S'].map((letter) => message(letter));

/** What the client sees of `reply`, given to the filter in pieces that end at `cuts`. */
function filter(batch: Buffer[], reply: Buffer, cuts: number[] = []) {
  const seen: Buffer[] = [];
  const filtering = createReplyFilter(batch, (piece) => seen.push(Buffer.from(piece)));
  let from = 0;
  for (const cut of [...cuts.filter((at) => at < reply.length).sort((a, b) => a - b), reply.length]) {
    filtering.read(reply.subarray(from, cut));
    from = cut;
  }
  return { isWhole: filtering.end(), seen: Buffer.concat(seen) };
}

it('hands on a good answer as it is, however it is cut', () => {
  const reply = Buffer.concat([message('1'), message('2'), message('T', row), row, complete, ready('I')]);
  fc.assert(
    fc.property(fc.array(fc.nat(reply.length)), (cuts) => {
      expect(filter(extended, reply, cuts)).toEqual({ isWhole: true, seen: reply });
    }),
  );
});

it('gives one ReadyForQuery, the last, where the engine gives two', () => {
  const reply = Buffer.concat([message('1'), error, ready('I'), ready('E')]);
  const seen = Buffer.concat([message('1'), error, ready('E')]);
  fc.assert(
    fc.property(fc.array(fc.nat(reply.length)), (cuts) => {
      expect(filter(extended, reply, cuts)).toEqual({ isWhole: true, seen });
    }),
  );
});

it('lets a connection be opened', () => {
  const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
  const reply = Buffer.concat([message('R', Buffer.alloc(4)), ready('I')]);
  expect(filter([startup], reply)).toEqual({ isWhole: true, seen: reply });
});

it.each([
  ['extended', extended, [message('1'), message('2'), ready('I')]],
  ['simple', [message('Q')], [ready('I')]],
  ['half its rows', extended, [message('1'), message('2'), row, row, ready('T')]],
  ['one of two results', [...extended.slice(0, 4), ...extended], [complete, ready('I')]],
  ['not even a ReadyForQuery', [message('Q')], [complete]],
  ['nothing at all', [message('Q')], []],
])('tells the client of a lost answer: %s', (_name, batch, replies) => {
  const { isWhole, seen } = filter(batch, Buffer.concat(replies));
  expect(isWhole).toBe(false);
  expect(seen.toString()).toContain('CXXL01\0');
  expect(seen.toString()).not.toContain('Z\0\0\0\x05');
});

it('asks no result of a batch that executes nothing', () => {
  const reply = Buffer.concat([message('3'), ready('I')]);
  expect(filter([message('C'), message('S')], reply)).toEqual({ isWhole: true, seen: reply });
});
