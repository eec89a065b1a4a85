// What was said about the IBN: expected values are those of the sources of the seed projects.
import { describe, expect, it } from 'vitest';
import { findCurrentClaim, listIbnClaims, toShiftWords, toShiftYears } from '../data/ibn-claims.ts';
import { projecten, toIbnRange } from '../data/seed/projecten.ts';
import type { Registratie } from '../data/schema/registratie.ts';
import { ConflictError, type RecordBody } from '../web/api-records.ts';
import { ApiError } from '../web/api-error.ts';
import { IbnAlong } from '../web/pages/fiche/ibn-along.svelte.ts';
import type { IbnUitspraak } from '../web/pages/fiche/kinds.ts';

function claimsOf(id: string, recorded: Parameters<typeof listIbnClaims>[1] = []) {
  const project = projecten.find((one) => one.id === id)!;
  return listIbnClaims(
    { ...toIbnRange(project), bronDatum: project.bronDatum, kenmerken: { ...project } },
    recorded,
  );
}

describe('statements about the IBN', () => {
  it('UT-02 was 2029 and moved to 2033 in June 2025', () => {
    const claims = claimsOf('UT-02');
    expect(
      claims.map(({ jaarVan, jaarTot, gezegdOp, achterhaald }) => [jaarVan, jaarTot, gezegdOp, achterhaald]),
    ).toEqual([
      [2029, 2029, null, true],
      [2033, 2033, '2025-06', false],
    ]);
    expect(toShiftYears(claims)).toBe(4);
    expect(toShiftWords(4)).toBe('4 jaar later dan eerst gezegd');
  });

  it('LI-01 moved by the end of its range: 2030–2032 to 2031–2034', () => {
    expect(toShiftYears(claimsOf('LI-01'))).toBe(2);
  });

  it('DR-01 has only a former year: that is not its IBN, and nothing can be said to have moved', () => {
    const claims = claimsOf('DR-01');
    expect(claims).toHaveLength(1);
    expect(findCurrentClaim(claims)).toBeNull();
    expect(toShiftYears(claims)).toBeNull();
  });

  it('puts what people recorded in the order in which it was said, and the same range once', () => {
    const said = (gezegdOp: string, jaarVan: number, jaarTot: number) => ({
      gezegdOp,
      jaarVan,
      jaarTot,
      aard: 'gepland' as const,
      oorzaak: null,
      bron: 'brief',
    });
    const claims = claimsOf('UT-02', [said('2026-09-01', 2034, 2035), said('2025-06-12', 2033, 2033)]);
    expect(claims.map(({ jaarTot }) => jaarTot)).toEqual([2029, 2033, 2035]);
    expect(findCurrentClaim(claims)?.bron).toBe('brief');
    expect(toShiftYears(claims)).toBe(6);
  });

  it('a project of which nothing was said has no statements', () => {
    const silent = projecten.filter(
      ({ ibn, ibnVan, ibnTot, ibnEerder }) => !(ibn ?? ibnVan ?? ibnTot ?? ibnEerder),
    );
    expect(silent.length).toBeGreaterThan(50);
    for (const { id } of silent) expect(claimsOf(id)).toEqual([]);
  });
});

describe('the years of a statement as those of the project', () => {
  const project = (rij: number, gegevens = {}, sight = {}) =>
    ({
      id: 'W-01',
      gegevens: { ibnVan: 2031, ibnTot: 2033, ...gegevens },
      versie: { rij, vertrouwelijkheid: 'openbaar', embargoTot: null, ...sight },
    }) as unknown as Registratie;
  const claim = { jaarVan: 2034, jaarTot: 2035, aard: 'gepland', gezegdOp: '2026-05-01', bron: 'Brief' };
  const body: RecordBody = { gegevens: claim };
  const other = { gegevens: { gezegdOp: '2026-03-01' } } as IbnUitspraak;

  it('go along as a change of this version, with the cause as its reason and where they come from', () => {
    const source = { bron: 'Brief', datum: '2026-05-01', aard: 'gepland' };
    expect(new IbnAlong(project(7), [other]).toChanges({ ...claim, oorzaak: 'Grond' }, body)).toEqual([
      {
        soort: 'projecten',
        id: 'W-01',
        rij: 7,
        gegevens: { ibnVan: 2034, ibnTot: 2035 },
        herkomst: { ibnVan: source, ibnTot: source },
        reden: 'Grond',
      },
    ]);
  });

  it('stay away when they are the same, when it is older than what was said last, and when it was chosen so', () => {
    const along = new IbnAlong(project(7), [other]);
    expect(along.toChanges({ ...claim, jaarVan: 2031, jaarTot: 2033 }, body)).toEqual([]);
    expect(along.toChanges({ ...claim, gezegdOp: '2026-02-28' }, body)).toEqual([]);
    along.choose(false);
    expect(along.toChanges(claim, body)).toEqual([]);
    along.choose(true);
    expect(along.toChanges({ ...claim, gezegdOp: '2026-02-28' }, body)).toHaveLength(1);
  });

  it('never tell by the project what fewer people may see', () => {
    const closed = { ...body, vertrouwelijkheid: 'partijen' } as const;
    expect(new IbnAlong(project(7), []).toChanges(claim, closed)).toEqual([]);
    const within = (embargoTot: string | null) =>
      new IbnAlong(project(7, {}, { vertrouwelijkheid: 'partijen', embargoTot }), []);
    expect(within(null).toChanges(claim, closed)).toHaveLength(1);
    // The project opens on that day, the statement never.
    expect(within('2027-01-01').toChanges(claim, closed)).toEqual([]);
  });

  it('another change of the project meanwhile is no obstacle, another IBN is told', () => {
    const conflict = (huidig: Registratie) =>
      new ConflictError(new ApiError('conflict', 'x', [], { status: 412, probleem: { huidig } }));
    const along = new IbnAlong(project(7), []);
    expect(along.meet(conflict(project(8, { doel: 'Anders' })))).toBeNull();
    expect(along.toChanges(claim, body)[0]?.rij).toBe(8);
    expect(along.meet(conflict(project(9, { ibnTot: 2040 })))).toContain('van 2031–2033 in 2031–2040');
    expect(along.toChanges(claim, body)[0]?.rij).toBe(9);
  });
});
