/**
 * A process that builds the area archive, so that the server keeps answering meanwhile. Started by
 * `areas-archive.ts` only: it gets the areas and the path as a message, writes the file, and ends.
 */
import { rename, writeFile } from 'node:fs/promises';
import { buildAreaTiles } from './areas-build.ts';
import type { AreaInput } from './areas-input.ts';
import { describeAreaTiles } from './areas-metadata.ts';
import { MAX_ZOOM } from './area-layers.ts';
import { boundsWgs84 } from './mercator.ts';
import { writePmtiles } from './pmtiles-writer.ts';

export interface BuildOrder {
  input: AreaInput;
  path: string;
}

async function build({ input, path }: BuildOrder): Promise<void> {
  const archive = await writePmtiles({
    tiles: buildAreaTiles(input),
    metadata: describeAreaTiles(input.attribution),
    minZoom: 0,
    maxZoom: MAX_ZOOM,
    boundsWgs84,
  });
  const unfinished = `${path}.${process.pid}.tmp`;
  await writeFile(unfinished, archive);
  await rename(unfinished, path);
}

process.on('disconnect', () => process.exit(1));
process.once('message', (order: BuildOrder) => {
  build(order).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
