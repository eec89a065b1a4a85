import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSource, sources } from '../data/sources/index.ts';
import { readConfig } from '../server/config.ts';
import { getLoader } from '../server/load/datasets/index.ts';
import { findMirrorDataset } from '../server/load/mirror.ts';

const { dataMirror } = readConfig(process.env);

describe('source documents', () => {
  it('name at least the datasets of the atlas, each once and each with a loader', () => {
    const ids = sources.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // prettier-ignore
    expect(ids).toEqual(expect.arrayContaining([
      'gemeenten', 'provincies', 'res-regios', 'subregios', 'waterschappen', 'netbeheerdersgebieden', 'projecten', 'plannen',
      'natura2000', 'nnn', 'hoogspanning-lijnen', 'hoogspanning-stations',
    ]));
    for (const source of sources) expect(getLoader(source)).toHaveProperty('swap');
    expect(findSource('nnn')?.titel).toBe('Natuurnetwerk Nederland (NNN)');
    expect(findSource('bestaat-niet')).toBeNull();
  });

  it.each(sources.map((source) => [source.id, source] as const))(
    '%s says everything a person can ask',
    (_, source) => {
      expect(source.titel).not.toBe('');
      expect(source.licentie).not.toBe('');
      expect(source.uitgever).not.toBe('');
      expect(source.toelichting).toMatch(/\.$/);
      // No service could be asked from here: an address that was only read in a page must not look checked.
      expect(source.dienstGeverifieerd).toBe(false);
      if (source.dienst) expect(() => new URL(source.dienst!)).not.toThrow();
      const { officieel } = source.lezers;
      if (officieel && 'url' in officieel) expect(source.dienst).toContain(new URL(officieel.url).host);
      if (officieel && 'lagen' in officieel) expect(officieel.lagen.length).toBeGreaterThan(0);
      if (officieel && 'licentie' in officieel) expect(officieel.licentie).not.toBe('');
      if (officieel && 'toelichting' in officieel) expect(officieel.toelichting).toMatch(/\.$/);
      if (source.lezers.schematisch)
        expect(
          existsSync(new URL(`../data/seed/${source.lezers.schematisch.bestand}`, import.meta.url)),
        ).toBe(true);
      for (const code of source.dekking ?? []) expect(code).toMatch(/^PV\d{2}$/);
    },
  );

  it('are read from their publisher, unless they are made here', () => {
    const made = sources.filter(({ lezers }) => !lezers.officieel).map(({ id }) => id);
    expect(made).toEqual(['provincies', 'res-regios', 'subregios', 'netbeheerdersgebieden', 'projecten']);
  });

  it('want settings that are each for one thing', () => {
    const settings = sources.flatMap(({ lezers: { officieel } }) =>
      officieel && 'instellingen' in officieel ? officieel.instellingen.map(({ naam }) => naam) : [],
    );
    expect(new Set(settings).size).toBe(settings.length);
    const manual = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8');
    for (const naam of settings) expect(manual).toContain(`\`${naam}\``);
  });

  it('keep boundaries and projects within reach of a machine without network or mirror', () => {
    const shipped = sources.filter(({ lezers }) => lezers.schematisch).map(({ id }) => id);
    expect(shipped).toEqual(['gemeenten', 'waterschappen', 'projecten']);
    const derived = sources.filter(({ lezers }) => Object.keys(lezers).length === 0).map(({ id }) => id);
    expect(derived).toEqual(['provincies', 'res-regios', 'subregios', 'netbeheerdersgebieden']);
  });
});

describe.runIf(dataMirror)('the mirror', () => {
  const inMirror = sources.filter(({ lezers, tabel }) => lezers.spiegel && tabel !== 'gebied');

  it.each(inMirror.map((source) => [source.id, source] as const))(
    'has %s where its document looks',
    async (_, source) => {
      const entry = await findMirrorDataset(dataMirror, source.lezers.spiegel!.dataset);
      expect(entry).not.toBeNull();
      expect(existsSync(join(dataMirror!, entry!.bestand ?? entry!.map ?? ''))).toBe(true);
    },
  );

  it('has the columns the documents name', async () => {
    for (const source of inMirror) {
      const entry = await findMirrorDataset(dataMirror, source.lezers.spiegel!.dataset);
      if (!entry?.bestand || !/geojson|csv/i.test(entry.formaat)) continue;
      const text = readFileSync(join(dataMirror!, entry.bestand), 'utf8');
      for (const column of Object.values({ ...source.kolommen, ...entry.kolommen }))
        expect(text).toContain(column);
    }
  });
});
