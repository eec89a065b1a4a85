import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../server/db/database.ts';
import { listSchematicGemeenten } from '../data/seed/schematisch/read.ts';
import { loadAll } from '../server/load/load.ts';
import { makeMirror, type TestMirror } from './mirror.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs `npm run data` on a data folder, with the embedded engine; `stopAt` kills it when that is on its screen. */
function run(dataDir: string, mirror: string, args: string[], stopAt?: string) {
  return new Promise<{ code: number | null; text: string }>((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/load/cli.ts', ...args], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, DATA_MIRROR: mirror },
    });
    let text = '';
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      if (stopAt && text.includes(stopAt)) child.kill('SIGKILL');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => resolve({ code, text }));
  });
}

describe('npm run data', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-cli-'));
  let mirror: TestMirror;
  beforeAll(() => {
    cpSync(inject('embeddedTemplate'), dataDir, { recursive: true });
    mirror = makeMirror();
    mirror.put(
      'gemeenten',
      listSchematicGemeenten().map(({ code, naam, geometry }) => ({
        type: 'Feature',
        properties: { code, naam },
        geometry,
      })),
      { kolommen: { code: 'code', naam: 'naam' }, peildatum: '2024-01-01' },
    );
  });
  afterAll(() => {
    mirror.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('loads what it is told to, prints plain lines and a table, and ends with 0', async () => {
    const { code, text } = await run(dataDir, mirror.folder, ['--only', 'gemeenten', '--bron', 'spiegel']);
    expect(text).toContain('Geladen: gemeenten, 342 uit spiegel');
    expect(text).toMatch(
      /^gemeenten +Gemeenten +spiegel +2024-01-01 +\d+ (maanden|jaar) +342 +Nederland +\d{4}-\d\d-\d\d \d\d:\d\d UTC$/m,
    );
    expect(text).toMatch(/^projecten .* niet geladen$/m);
    expect(code).toBe(0);
  });

  it('ends with 1 when something was refused, and says what stayed', async () => {
    mirror.put('gemeenten', [], { kolommen: { code: 'code', naam: 'naam' } });
    const { code, text } = await run(dataDir, mirror.folder, ['--only', 'gemeenten']);
    expect(text).toContain(
      'Geweigerd: gemeenten. De bron bevat geen enkel object. Wat er al stond, is gebleven.',
    );
    expect(text).toMatch(/^gemeenten .* 342 /m);
    expect(code).toBe(1);
  });

  it.each([
    [['--only', 'gemeente'], /De dataset "gemeente" is er niet\. Kies uit: gemeenten, provincies/],
    [['--bron', 'internet'], /De bron "internet" is er niet\. Kies uit: officieel, spiegel, schematisch\./],
    [['--alles'], /Gebruik: npm run data/],
  ])('explains itself on %j', async (args, message) => {
    const { code, text } = await run(dataDir, mirror.folder, args);
    expect(text).toMatch(message);
    expect(code).toBe(1);
  });

  it('says at once that a running atlas holds the data folder', async () => {
    const db = await openDatabase({ dataDir });
    try {
      const { code, text } = await run(dataDir, mirror.folder, []);
      expect(text).toMatch(/is al in gebruik door een draaiende atlas \(proces \d+\)/);
      expect(code).toBe(1);
    } finally {
      await db.close();
    }
  });

  it('killed halfway, leaves what was there; the next load is clean', async () => {
    const killed = await run(dataDir, mirror.folder, ['--bron', 'schematisch'], 'netbeheerdersgebieden …');
    expect(killed.code).toBeNull();
    const db = await openDatabase({ dataDir });
    try {
      const report = await loadAll(db, {
        config: { dataDir, port: 0 },
        only: ['gemeenten'],
        bron: 'schematisch',
      });
      expect(report.geweigerd).toBe(false);
      const counts = await db.query<{ soort: string; n: number }>(
        'select soort, count(*)::int as n from atlas.gebied group by soort order by soort',
      );
      expect(counts.map(({ soort, n }) => [soort, n])).toEqual([
        ['gemeente', 342],
        ['netbeheerdersgebied', 6],
        ['provincie', 12],
        ['res-regio', 30],
        ['subregio', 45],
      ]);
      const left = await db.query(
        `select from pg_tables where schemaname = 'atlas' and tablename like 'staging%'`,
      );
      expect(left).toHaveLength(0);
    } finally {
      await db.close();
    }
  });
});
