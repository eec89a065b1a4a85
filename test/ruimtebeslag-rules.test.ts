// How much land an object takes by the sizes of the sources: a range with its sources, or the reason why not.
import { describe, expect, it } from 'vitest';
import { findRuimtebeslagRange, toRuimtebeslagVraag } from '../data/rules/ruimtebeslag.ts';
import { typeInfraTabel } from '../data/rules/type-infra.ts';

describe('ruimtebeslag', () => {
  const ask = (typeInfra: string, rest: object = {}, lengteM: number | null = null) =>
    findRuimtebeslagRange({
      ...toRuimtebeslagVraag({ typeInfra, energiedrager: 'elektriciteit', soortAanleg: 'nieuw' }, lengteM),
      ...rest,
    });

  it('gives the range the sources span, never a bare number', () => {
    // 380 kV nieuw: 8 tot 15 ha; 150 kV: 3,5 tot 6 ha (the remarks with the source file).
    expect(ask('380/150 kV-station').bereik).toMatchObject({
      minM2: 80_000,
      maxM2: 150_000,
      geverifieerd: true,
    });
    expect(ask('150 kV-station').bereik).toMatchObject({ minM2: 35_000, maxM2: 60_000, soort: 'direct' });
    expect(ask('110/20 kV-station').bereik).toMatchObject({ minM2: 20_000, maxM2: 20_000 });
    for (const text of Object.keys(typeInfraTabel)) {
      const { bereik, reden } = ask(text);
      expect(bereik === null, text).toBe(reden !== null);
      if (bereik) expect(bereik.bronnen.length, text).toBeGreaterThan(0);
    }
  });

  it('tells background knowledge apart, and mixes it with nothing', () => {
    const { bereik, toelichting } = ask('MS-station');
    expect(bereik).toMatchObject({ minM2: 200, maxM2: 4000, geverifieerd: false });
    expect(toelichting).toMatch(/niet gebruiken zonder controle/);
    expect(ask('380 kV-station').rijen).not.toContain('RB-19');
  });

  it('says why there is no range', () => {
    expect(ask('50 kV-station').reden).toMatch(/geen maat bekend/);
    expect(ask('verdeelstation').reden).toMatch(/spanningsniveau is niet bekend/);
    expect(ask('elektriciteitsstations').reden).toMatch(/meer objecten/);
    expect(ask('150 kV-station', { soortAanleg: 'uitbreiding' }).reden).toMatch(/uitbreiding/);
    expect(ask('150 kV-station', { soortAanleg: null }).reden).toMatch(/nieuw is of een uitbreiding/);
    expect(ask('380 kV-verbinding').reden).toMatch(/opstalovereenkomst/);
    expect(ask('380/150 kV-station', { soortAanleg: 'uitbreiding' }).bereik?.maxM2).toBe(40_000);
  });

  it('makes a strip of its width and length, and only a width without a length', () => {
    const gas = { energiedrager: 'aardgas' };
    expect(ask('waterstofleiding', { energiedrager: 'waterstof' }, 1000).bereik).toMatchObject({
      minM2: 10_000,
      maxM2: 10_000,
      soort: 'indirect',
      geverifieerd: false,
    });
    expect(ask('waterstofleiding', gas)).toMatchObject({ bereik: null, strookM: { min: 8, max: 10 } });
    expect(ask('waterstofleiding', { ...gas, drukBar: 40 }).strookM).toEqual({ min: 8, max: 8 });
    expect(ask('waterstofleiding', { ...gas, drukBar: 67 }).strookM).toEqual({ min: 10, max: 10 });
    expect(ask('waterstofleiding', { ...gas, drukBar: 8 }).strookM).toBeNull();
    expect(ask('warmtetransportleiding', { energiedrager: 'warmte' }, 1000).reden).toMatch(
      /belemmeringengebied/,
    );
  });
});
