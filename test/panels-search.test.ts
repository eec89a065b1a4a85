import { describe, expect, it } from 'vitest';
import { ApiError } from '../web/api-error.ts';
import { Locatieserver } from '../web/search/locatieserver.ts';
import { SearchState } from '../web/search/search.svelte.ts';
import { suggestCoordinate } from '../web/search/suggestions.ts';
import type { Zoekresultaat } from '../data/schema/zoeken.ts';

const amersfoort: Zoekresultaat = {
  soort: 'gemeente',
  id: 'GM0307',
  naam: 'Amersfoort',
  toelichting: 'Gemeente · Utrecht',
  bboxWgs84: [5.3, 52.1, 5.5, 52.3],
  lngLat: null,
};

/** PDOK as it answers, refusing parameters it does not know. */
function createService(answer: (path: string, query: URLSearchParams) => unknown) {
  const asked: string[] = [];
  const fetcher = async (address: unknown): Promise<Response> => {
    const url = new URL(String(address));
    asked.push(url.pathname.split('/').at(-1) ?? '');
    const known = ['q', 'fq', 'rows', 'id'];
    if ([...url.searchParams.keys()].some((key) => !known.includes(key)))
      return new Response('', { status: 400 });
    const docs = answer(url.pathname.split('/').at(-1) ?? '', url.searchParams);
    return docs ? Response.json({ response: { docs } }) : new Response('', { status: 503 });
  };
  return { service: new Locatieserver(fetcher as typeof fetch), asked };
}
const offline = () => {
  let asked = 0;
  const service = new Locatieserver((async () => {
    asked += 1;
    throw new TypeError('Failed to fetch');
  }) as unknown as typeof fetch);
  return { service, asked: () => asked };
};
const signal = new AbortController().signal;

describe('addresses of PDOK', () => {
  it('are suggested and looked up with the parameters PDOK knows', async () => {
    const { service } = createService((path) =>
      path === 'lookup'
        ? [{ centroide_ll: 'POINT(5.387 52.155)' }]
        : [{ id: 'adr-1', weergavenaam: 'Stationsplein 1, Amersfoort', type: 'adres' }, { id: 7 }],
    );
    expect(await service.suggest('stationsplein', signal)).toEqual([
      { id: 'adr-1', naam: 'Stationsplein 1, Amersfoort', soort: 'adres' },
    ]);
    expect(await service.findPlace('adr-1')).toEqual([5.387, 52.155]);
  });
  it('are silent when there is no network: one try, then none', async () => {
    const { service, asked } = offline();
    expect(await service.suggest('utrecht', signal)).toBeNull();
    expect(await service.suggest('amersfoort', signal)).toBeNull();
    expect(await service.findPlace('adr-1')).toBeNull();
    expect(asked()).toBe(2); // the probe, and the lookup that was asked for
    service.forget();
    expect(await service.suggest('utrecht', signal)).toBeNull();
    expect(asked()).toBe(3);
  });
  it('stop when the service breaks half-way', async () => {
    const { service, asked } = createService((_path, query) => (query.get('q') === 'utrecht' ? [] : null));
    expect(await service.suggest('stationsplein', signal)).toBeNull();
    expect(await service.suggest('stationsplein', signal)).toBeNull();
    expect(asked).toEqual(['suggest', 'suggest']);
  });
  it('have no place when the service gives no point', async () => {
    const { service } = createService(() => [{ centroide_ll: 'POLYGON((5 52))' }]);
    expect(await service.findPlace('adr-1')).toBeNull();
  });
});

describe('searching', () => {
  const nowhere = () => offline().service;
  it('finds in the atlas and says that addresses are out of reach', async () => {
    const search = new SearchState({ zoeken: async () => [amersfoort] }, nowhere());
    await search.search('amers');
    expect(search.list.map(({ text }) => text)).toEqual(['Amersfoort']);
    expect(search.groups.map(({ titel }) => titel)).toEqual(['Gemeenten']);
    expect(search.addressesReachable).toBe(false);
    expect(search.summary).toBe('1 resultaat');
  });
  it('an earlier search never overwrites a later one', async () => {
    const search = new SearchState({ zoeken: async (q) => [{ ...amersfoort, naam: q }] }, nowhere());
    const first = search.search('eerst');
    await search.search('later');
    await first;
    expect(search.list.map(({ text }) => text)).toEqual(['later']);
    expect(search.loading).toBe(false);
  });
  it('an error is said and the box goes on', async () => {
    const search = new SearchState(
      {
        zoeken: async () => {
          throw new ApiError('unavailable', 'De server antwoordde niet op tijd.');
        },
      },
      nowhere(),
    );
    await search.search('utrecht');
    expect(search.error?.message).toBe('De server antwoordde niet op tijd.');
    expect(search.loading).toBe(false);
  });
  it('a coordinate asks nobody', async () => {
    let asked = 0;
    const search = new SearchState({ zoeken: async () => ((asked += 1), []) }, nowhere());
    await search.search('155000 463000');
    expect(asked).toBe(0);
    // Amersfoort, the origin of RD New: 52.15517 N, 5.38720 E (RDNAPTRANS control point, to a metre).
    const target = search.list[0]?.target;
    expect(target?.kind).toBe('punt');
    if (target?.kind === 'punt') {
      expect(target.lngLat[0]).toBeCloseTo(5.3872, 4);
      expect(target.lngLat[1]).toBeCloseTo(52.15517, 4);
    }
  });
  it('a coordinate that cannot be right is explained, with what was probably meant', () => {
    const { suggestions, fault } = suggestCoordinate('RD 463000 155000');
    expect(fault).toMatch(/omgewisseld/);
    expect(suggestions[0]?.text).toMatch(/155\.000/);
    expect(suggestCoordinate('amersfoort')).toEqual({ suggestions: [], fault: null });
  });
});
