// What the embedded database loads of PostGIS.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { packTar, unpackTar } from 'modern-tar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trimBundle } from '../server/db/postgis-bundle.ts';

describe('the bundle of PostGIS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pmiek-bundle-'));
  const whole = pathToFileURL(join(folder, 'whole.tar.gz'));
  const kept = join(folder, 'kept');
  const needed = [
    'lib/postgresql/postgis-3.so',
    'share/postgresql/extension/postgis--3.6.2.sql',
    'share/postgresql/extension/postgis.control',
    'share/proj/proj.db',
  ];
  const others = [
    'lib/postgresql/postgis_raster-3.so',
    'lib/postgresql/postgis_topology-3.so',
    'share/postgresql/contrib/postgis-3.6/legacy.sql',
    'share/postgresql/extension/postgis--unpackaged--3.6.2.sql',
    'share/postgresql/extension/postgis_tiger_geocoder.control',
  ];

  beforeAll(async () => {
    const tar = await packTar(
      [...others, ...needed].map((name) => ({ header: { name, size: name.length }, body: name })),
    );
    writeFileSync(whole, gzipSync(tar));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps what the atlas asks for, byte by byte, and is made once', async () => {
    const trimmed = await trimBundle(whole, kept);
    const entries = await unpackTar(gunzipSync(readFileSync(trimmed)));
    const texts = entries.map(({ header, data }) => [header.name, new TextDecoder().decode(data)]);
    expect(texts.sort()).toEqual(needed.map((name) => [name, name]));
    expect(await trimBundle(whole, kept)).toEqual(trimmed);
    expect(readdirSync(kept).length).toBe(1);
  });

  it('is the whole one where it cannot be kept', async () => {
    expect(await trimBundle(whole, join(folder, 'whole.tar.gz', 'no-folder'))).toEqual(whole);
  });
});
