import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { openTerminal } from '../server/start/terminal.ts';

it('goes on when nobody reads along any more, and not when something else is wrong', () => {
  const pipe = new PassThrough();
  openTerminal(pipe as unknown as NodeJS.WriteStream).line('de eerste regel');
  const fail = (code: string) => pipe.emit('error', Object.assign(new Error(code), { code }));
  // As with `npm run data | head`.
  expect(() => fail('EPIPE')).not.toThrow();
  expect(() => fail('EIO')).toThrow('EIO');
});
