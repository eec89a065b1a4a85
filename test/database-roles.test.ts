// The atlas on a PostgreSQL where it is not all-powerful: the owner of its database, and no more.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase, type Database } from '../server/db/database.ts';
import { StartError } from '../server/db/errors.ts';
import { migrate } from '../server/db/migrate.ts';
import { publicViewpoint } from '../server/db/viewpoint.ts';
import { loadWorld } from './world.ts';

describe('a database user without superuser rights', () => {
  const suffix = `${process.pid}_${Date.now()}`;
  const [owner, stranger, name] = [`eigenaar_${suffix}`, `vreemde_${suffix}`, `atlas_rollen_${suffix}`];
  const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-test-'));
  let cluster: Database;
  const urlOf = (user: string) => {
    const url = new URL(inject('postgresUrl'));
    return Object.assign(url, { pathname: `/${name}`, username: user }).href;
  };
  beforeAll(async () => {
    cluster = await openDatabase({ databaseUrl: inject('postgresUrl'), dataDir });
    await cluster.query(`create role ${owner} login nosuperuser createrole`);
    await cluster.query(`create role ${stranger} login nosuperuser`);
    await cluster.query(`grant atlas_lezer, atlas_bewerker to ${owner}`);
    await cluster.query(`create database ${name} owner ${owner}`);
    const url = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` });
    const inside = await openDatabase({ databaseUrl: url.href, dataDir });
    await inside.query('create extension if not exists postgis schema public');
    await inside.close();
  });
  afterAll(async () => {
    await cluster.query(`drop database if exists ${name} with (force)`);
    for (const role of [owner, stranger]) await cluster.query(`drop role if exists ${role}`);
    await cluster.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is told in Dutch what to have done when it may not act as reader and writer', async () => {
    const refused = await openDatabase({ databaseUrl: urlOf(stranger), dataDir }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(StartError);
    expect((refused as Error).message).toContain(stranger);
    expect((refused as Error).message).toContain('grant atlas_lezer, atlas_bewerker to');
  });

  it('migrates, and holds rights as a superuser does', async () => {
    const db = await openDatabase({ databaseUrl: urlOf(owner), dataDir });
    try {
      await migrate(db);
      await loadWorld(db);
      await db.query(
        `update atlas.project set vertrouwelijkheid = 'vertrouwelijk', buitenbeeld = 'niets' where id = 'W-01'`,
      );
      await db.query(
        `update atlas.component set vertrouwelijkheid = 'vertrouwelijk', buitenbeeld = 'km-cel' where id = 'W-05-1'`,
      );
      const reader = db.as(publicViewpoint);
      const count = async (text: string) =>
        (await reader.query<{ n: number }>(`select count(*)::int as n from ${text}`))[0]!.n;
      // Seven projects with a component each, less W-01.
      expect([await count('atlas.project_nu'), await count('atlas.component_nu')]).toEqual([6, 6]);
      expect(
        await count(`atlas.component_nu where geom && ST_SetSRID(ST_Point(118500, 402500), 28992)`),
      ).toBe(1);
      expect(await count('atlas.tegel_component_nu')).toBe(5);
      await expect(reader.query('select * from atlas.project')).rejects.toThrow(/permission denied/);
      await expect(reader.query('select * from atlas.account')).rejects.toThrow(/permission denied/);
    } finally {
      await db.close();
    }
  });

  it('makes the roles once, also when many begin at the same moment', async () => {
    const opened = await Promise.all(
      Array.from({ length: 6 }, () => openDatabase({ databaseUrl: urlOf(owner), dataDir })),
    );
    await Promise.all(opened.map((db) => db.close()));
    const [row] = await cluster.query<{ n: number }>(
      `select count(*)::int as n from pg_roles where rolname like 'atlas\\_%'`,
    );
    expect(row!.n).toBe(2);
  });
});
