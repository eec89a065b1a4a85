// Which page an address opens, and what an address says beside that.
import { describe, expect, it } from 'vitest';
import { findPage, isMapPath, routes } from '../web/pages/routes.ts';
import { PeildatumState } from '../web/state/peildatum.svelte.ts';
import { readPageState, withoutPageState, withPageState } from '../web/state/url-time.ts';
import { readUrl, writeUrl } from '../web/state/url.ts';
import { createState } from './web-state.ts';

describe('an address opens its page', () => {
  it.each([
    ['/fiche/UT-01', '/fiche/:id', { id: 'UT-01' }],
    ['/fiche/UT-01/', '/fiche/:id', { id: 'UT-01' }],
    ['/overzicht/PV26', '/overzicht/:provincie', { provincie: 'PV26' }],
    ['/overzicht', '/overzicht', {}],
    ['/uitnodiging/a_b-C', '/uitnodiging/:token', { token: 'a_b-C' }],
    ['/varianten/concept%3A12', '/varianten/:projectId', { projectId: 'concept:12' }],
    ['/geschiedenis/acties/7', '/geschiedenis/:meervoud/:id', { meervoud: 'acties', id: '7' }],
  ])('%s', (address, path, params) => {
    const found = findPage(address);
    expect([found?.route.path, found?.params]).toEqual([path, params]);
  });

  it.each([
    '/bestaat-niet',
    '/fiche',
    '/fiche/',
    '/fiche/a/b',
    '/fiche/%E0%A4%A',
    '/Fiche/UT-01',
    '//acties',
  ])('%s opens none', (address) => expect(findPage(address)).toBeNull());

  it('the map is no page, and no two pages share an address', () => {
    expect([isMapPath('/'), isMapPath('/acties'), findPage('/')]).toEqual([true, false, null]);
    const shapes = routes.map(({ path }) => path.replace(/:\w+/g, ':'));
    expect(new Set(shapes).size).toBe(routes.length);
  });

  it('every page has a title', () => {
    for (const { title } of routes) expect(title.length).toBeGreaterThan(3);
  });
});

describe('the moment that is looked at', () => {
  it('goes along with what depends on it, and with nothing else', () => {
    const peildatum = new PeildatumState();
    const given = new URLSearchParams({ fase: 'project' });
    expect(peildatum.addTo('/api/v1/projecten', given).toString()).toBe('fase=project');
    peildatum.bekendOp = '2026-07-01';
    expect(peildatum.addTo('/api/v1/projecten', given).toString()).toBe('fase=project&bekendOp=2026-07-01');
    expect(peildatum.addTo('/api/v1/vragen/overlap').toString()).toBe('bekendOp=2026-07-01');
    expect(peildatum.toAddress('/api/v1/excel/acties.xlsx?provincie=PV26')).toBe(
      '/api/v1/excel/acties.xlsx?provincie=PV26&bekendOp=2026-07-01',
    );
    for (const path of [
      'status',
      'lagen',
      'gebieden',
      'gebieden/gemeente/GM0307',
      'sessie',
      'vragen',
      'organisaties',
    ])
      expect(peildatum.addTo(`/api/v1/${path}`).toString(), path).toBe('');
    expect(given.toString()).toBe('fase=project');
  });

  it('is said in words', () => {
    const peildatum = new PeildatumState();
    expect(peildatum.words).toBeNull();
    peildatum.bekendOp = '2026-07-01';
    peildatum.geldigOp = '2030-01-01';
    expect(peildatum.words).toBe('zoals bekend op 01-07-2026, zoals het geldt op 01-01-2030');
    peildatum.toNow();
    expect(peildatum.isSet).toBe(false);
  });

  it('is in the address of the map, and a day that does not exist is passed over', () => {
    const state = createState();
    state.peildatum.bekendOp = '2026-02-28';
    const other = createState();
    expect(readUrl(writeUrl(state), other)).toEqual([]);
    expect(other.peildatum.bekendOp).toBe('2026-02-28');
    expect(readUrl('bekendOp=2026-02-30&geldigOp=1-1-2026', other)).toEqual(['bekendOp', 'geldigOp']);
    expect(other.peildatum.isSet).toBe(false);
  });

  it('is in the address of a page beside what is its own', () => {
    const state = createState();
    state.peildatum.geldigOp = '2030-01-01';
    state.view.theme = 'donker';
    const address = withPageState('/acties?trekker=GM0307#late', state);
    expect(address).toBe('/acties?trekker=GM0307&geldigOp=2030-01-01&thema=donker#late');
    expect(withoutPageState(address)).toBe('/acties?trekker=GM0307#late');
    const other = createState();
    readPageState('?trekker=GM0307&geldigOp=2030-01-01&thema=donker', other);
    expect([other.peildatum.geldigOp, other.view.theme]).toEqual(['2030-01-01', 'donker']);
    readPageState('?geldigOp=2030-13-01&thema=paars', other);
    expect([other.peildatum.geldigOp, other.view.theme]).toEqual([null, 'systeem']);
  });
});
