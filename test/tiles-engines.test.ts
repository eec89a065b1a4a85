import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillPlans, fillProjects } from './bench-world.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { createTileApp, tileAt, type DecodedFeature, type TileApp } from './tiles-app.ts';

const PLANS = 4000;

/** A feature as far as a map can tell. */
const shown = ({ id, type, properties, parts }: DecodedFeature) => ({ id, type, properties, parts });

describe('one way to make tiles', () => {
  let databases: TestDatabase[];
  let apps: TileApp[];
  beforeAll(async () => {
    databases = await Promise.all(engines.map(openTestDatabase));
    for (const { db } of databases) {
      await fillProjects(db, 300);
      await fillPlans(db, PLANS);
    }
    apps = databases.map(({ db, config }) => createTileApp(db, config.dataDir));
  });
  afterAll(() => Promise.all(databases.map((database) => database.remove())));

  async function compare(
    layer: string,
    z: number,
    step: number,
  ): Promise<{ tiles: number; features: number }> {
    const first = tileAt(4.2, 53.5, z);
    const last = tileAt(7.2, 50.7, z);
    const count = { tiles: 0, features: 0 };
    for (let x = first.x; x <= last.x; x += step) {
      for (let y = first.y; y <= last.y; y += step) {
        const path = `/tegels/${layer}/${z}/${x}/${y}.mvt`;
        const [embedded, postgresql] = await Promise.all(apps.map((app) => app.getTile(path)));
        const list = (tile = {} as Record<string, DecodedFeature[]>) =>
          Object.entries(tile).map(([name, features]) => [name, features.map(shown)]);
        expect([path, list(embedded)]).toEqual([path, list(postgresql)]);
        const features = Object.values(embedded ?? {}).flat().length;
        if (features > 0) count.tiles += 1;
        count.features += features;
      }
    }
    return count;
  }

  it('gives the same plans from both engines, tile by tile', async () => {
    const national = await compare('plannen', 7, 1);
    const regional = await compare('plannen', 10, 1);
    const local = await compare('plannen', 13, 3);
    expect(national.features).toBeGreaterThan(5);
    expect(regional.features).toBeGreaterThan(500);
    expect(local.features).toBeGreaterThan(100);
  });

  it('gives the same projects from both engines, tile by tile', async () => {
    // Small polygons are less than a unit here, and drawn by their symbol alone.
    expect((await compare('projecten', 5, 1)).features).toBeGreaterThan(200);
    expect((await compare('projecten', 9, 1)).tiles).toBeGreaterThan(10);
    expect((await compare('projecten', 11, 1)).features).toBeGreaterThan(300);
  });
});
