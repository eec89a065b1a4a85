import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUrl, urlParameters, writeUrl } from '../web/state/url.ts';
import { defaultCenter } from '../web/state/view.svelte.ts';
import { createState } from './web-state.ts';

describe('an address that cannot be used', () => {
  it.each([
    ['kaart=here', 'kaart'],
    ['kaart=52,5', 'kaart'],
    ['kaart=5.1,52.1,9', 'kaart'], // swapped: far outside the Netherlands
    ['kaart=52.1,5.1,99', 'kaart'],
    ['provincie=Utrecht', 'provincie'],
    ['paneel=weg', 'paneel'],
    ['rechts=__proto__', 'rechts'],
    ['achtergrond=google', 'achtergrond'],
    ['lagen=projecten,bestaat-niet', 'lagen'],
    ['lagen=projecten:900', 'lagen'],
    ['fase=verkenning,klaar', 'fase'],
    ['gemeente=%3Cscript%3E', 'gemeente'],
    ['metLocatie=misschien', 'metLocatie'],
    ['sorteer=willekeurig', 'sorteer'],
    ['gebied=stad:GM0307', 'gebied'],
    ['punt=1,2', 'punt'],
    ['tekening=v~1_1', 'tekening'],
    ['corridor=-5', 'corridor'],
    ['corridor=99999', 'corridor'],
    ['afdruk=ja', 'afdruk'],
    ['tekening=p~zzzzzz_zzzzzz', 'tekening'], // outside RD New
    ['tekening=q~x7zk_2r8jk', 'tekening'],
    ['tekening=v~x7zk_2r8jk~1_1~-1_-1', 'tekening'], // three points make no ring
    ['vraag=overlap*tekening*', 'vraag'], // the drawing it speaks of is not there
    ['vraag=DROP*project:UT-01*', 'vraag'],
    ['vraag=overlap**%25', 'vraag'],
  ])('%s names the parameter and falls back to the default', (query, name) => {
    const state = createState();
    expect(readUrl(query, state)).toEqual([name]);
    expect(writeUrl(state)).toBe('');
    expect(state.asked).toEqual([]);
    expect(state.view.center).toBe(defaultCenter);
  });

  it('never throws, whatever the address', () => {
    const names = fc.constantFrom(...urlParameters.map(({ name }) => name));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary', maxLength: 30 }))), (pairs) => {
        const state = createState();
        readUrl(new URLSearchParams(pairs).toString(), state);
        const other = createState();
        expect(readUrl(writeUrl(state), other)).toEqual([]);
        expect(writeUrl(other)).toBe(writeUrl(state));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the good parts of a bad address', () => {
    const state = createState();
    expect(readUrl('provincie=PV26&fase=onzin&q=station', state)).toEqual(['fase']);
    expect([state.view.provincie, state.filters.q, state.filters.fase]).toEqual(['PV26', 'station', []]);
  });
});
