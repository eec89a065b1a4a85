// How much land an object takes by the sizes of the sources: a range with its sources, or the reason why not.
import { describe, expect, it } from 'vitest';
import { findRuimtebeslagRange, ruimtebeslagRijen, toRuimtebeslagVraag } from '../data/rules/ruimtebeslag.ts';
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

  it('says of a single size that it is one, with how far sizes lie apart', () => {
    // 110 kV nieuw: only Bolsward (2 ha). 380 kV uitbreiding: only Breukelen-Kortrijk (4 ha).
    const bolsward = ask('110/20 kV-station');
    expect(bolsward.bereik).toMatchObject({ minM2: 20_000, maxM2: 20_000 });
    expect(bolsward.zonderBandbreedte).toBe(true);
    expect(bolsward.toelichting).toMatch(
      /één projectmaat: 110 kV-station \(Bolsward\), 2020\. .* factor twee \(380 kV nieuw: 8 tot 15 ha; 150 kV nieuw: 3,5 tot 6 ha; tennet\.eu/,
    );
    expect(ask('380 kV-station', { soortAanleg: 'uitbreiding' })).toMatchObject({
      zonderBandbreedte: true,
      toelichting: expect.stringMatching(/één projectmaat: .*Breukelen-Kortrijk/),
    });
    expect(ask('150 kV-station').zonderBandbreedte).toBe(false);
    // What the remark says is what the rows span.
    const span = (klasse: string) => {
      const rows = ruimtebeslagRijen.filter(
        (rij) => rij.klasse === klasse && rij.aanleg === 'nieuw' && rij.geverifieerd,
      );
      return [Math.min(...rows.map(({ min }) => min!)), Math.max(...rows.map(({ max }) => max!))];
    };
    expect([span('hs-380'), span('hs-150')]).toEqual([
      [80_000, 150_000],
      [35_000, 60_000],
    ]);
  });

  it('keeps a strip by law to the pressure its row names', () => {
    const strip = (energiedrager: string, drukBar?: number) =>
      ask('waterstofleiding', { energiedrager, ...(drukBar && { drukBar }) }, 10_000);
    for (const energiedrager of ['waterstof', 'CO2']) {
      expect(strip(energiedrager, 15.9)).toMatchObject({ bereik: null, strookM: null });
      expect(strip(energiedrager, 8).reden).toMatch(/vanaf 16 bar; bij 8 bar is geen strook bekend/);
      // 10 km × 10 m.
      expect(strip(energiedrager, 16).bereik?.maxM2).toBe(100_000);
      expect(strip(energiedrager).toelichting).toMatch(/Alleen vanaf 16 bar; de druk is niet opgegeven/);
    }
    // "Van 16 tot en met 40 bar" is 8 m, "boven 40 bar" 10 m.
    expect([15, 16, 40, 41].map((bar) => strip('aardgas', bar).bereik?.maxM2)).toEqual([
      undefined,
      80_000,
      80_000,
      100_000,
    ]);
  });

  it('reaches every size of an object: by voltage, by name or by power', () => {
    const station = { groep: 'station', soortAanleg: 'nieuw' };
    for (const kv of [10, 20])
      expect(ask('', { ...station, spanningenKv: [kv] })).toMatchObject({
        rijen: ['RB-17'],
        bereik: { minM2: 200, maxM2: 4000, geverifieerd: false },
        toelichting: expect.stringMatching(/MS-ruimte .* 6 tot 25 m²/),
      });
    expect(ask('MS-ruimte').bereik).toMatchObject({ minM2: 6, maxM2: 25, geverifieerd: true });
    expect(ask('HVDC-converterstation').bereik).toMatchObject({ minM2: 55_000, maxM2: 55_000 });
    // 10 ha per GW: 500 MW is 5 ha. 230 MW per ha: 460 MW is 2 ha.
    expect(ask('elektrolyser', { vermogenMw: 500 }).bereik?.maxM2).toBe(50_000);
    expect(ask('regelbare centrale', { vermogenMw: 460 }).bereik?.minM2).toBe(20_000);
    expect(ask('elektrolyser').reden).toBe('Het vermogen is niet bekend; de maat is 10 ha per GW.');
  });
});
