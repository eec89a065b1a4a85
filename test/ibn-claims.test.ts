// What was said about the IBN: expected values are those of the sources of the seed projects.
import { describe, expect, it } from 'vitest';
import { findCurrentClaim, listIbnClaims, toShiftWords, toShiftYears } from '../data/ibn-claims.ts';
import { projecten, toIbnRange } from '../data/seed/projecten.ts';

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
