import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase } from '../server/db/database.ts';

/**
 * Folder of an embedded database with PostGIS and nothing else. Making one takes 8 s of every run, so it is kept
 * beside the packages it is made with, for as long as those have these versions.
 */
export async function findBareEmbedded(): Promise<string> {
  const modules = resolve(import.meta.dirname, '../node_modules');
  const versionOf = (name: string) =>
    (JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string }).version;
  const versions = ['@electric-sql/pglite', '@electric-sql/pglite-postgis'].map(versionOf).join('-');
  const kept = join(modules, `.pmiek-embedded-${versions}`);
  if (existsSync(kept)) return kept;
  // Made aside and then renamed, so that a run that is cut short leaves nothing half.
  const fresh = mkdtempSync(`${kept}-`);
  await (await openDatabase({ dataDir: fresh })).close();
  if (existsSync(kept)) rmSync(fresh, { recursive: true });
  else renameSync(fresh, kept);
  return kept;
}
