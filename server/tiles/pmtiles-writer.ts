/** Writes a PMTiles archive, version 3 of the specification: clustered, with gzip inside. */
import { PbfWriter } from 'pbf';
import { Compression, TileType, zxyToTileId } from 'pmtiles';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
const HEADER_BYTES = 127;
/** A reader fetches this much at first; header and root directory must lie within it. */
const FIRST_BYTES = 16_384;
const ENTRIES_PER_LEAF = 4096;

export interface ArchiveContent {
  tiles: Iterable<{ z: number; x: number; y: number; data: Uint8Array }>;
  metadata: Record<string, unknown>;
  minZoom: number;
  maxZoom: number;
  /** [west, south, east, north] in degrees. */
  boundsWgs84: readonly [number, number, number, number];
}

interface Entry {
  tileId: number;
  offset: number;
  length: number;
  runLength: number;
}

/** The bytes of an archive; the same content gives the same bytes. */
export async function writePmtiles(content: ArchiveContent): Promise<Buffer> {
  const ordered = [...content.tiles]
    .map(({ z, x, y, data }) => ({ tileId: zxyToTileId(z, x, y), data }))
    .sort((a, b) => a.tileId - b.tileId);
  const { entries, blobs } = await storeTiles(ordered);
  const metadata = await compress(JSON.stringify(content.metadata));
  const { root, leaves } = await writeDirectories(entries);

  const rootOffset = HEADER_BYTES;
  const metadataOffset = rootOffset + root.length;
  const leavesOffset = metadataOffset + metadata.length;
  const tilesOffset = leavesOffset + leaves.length;
  const tileBytes = blobs.reduce((sum, blob) => sum + blob.length, 0);

  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles', 0, 'ascii');
  header.writeUInt8(3, 7);
  const numbers = [
    [rootOffset, root.length],
    [metadataOffset, metadata.length],
    [leavesOffset, leaves.length],
    [tilesOffset, tileBytes],
    [ordered.length, entries.length, blobs.length],
  ].flat();
  numbers.forEach((number, i) => header.writeBigUInt64LE(BigInt(number), 8 + 8 * i));
  header.writeUInt8(1, 96); // clustered
  header.writeUInt8(Compression.Gzip, 97);
  header.writeUInt8(Compression.Gzip, 98);
  header.writeUInt8(TileType.Mvt, 99);
  header.writeUInt8(content.minZoom, 100);
  header.writeUInt8(content.maxZoom, 101);
  const [west, south, east, north] = content.boundsWgs84;
  [west, south, east, north].forEach((degrees, i) =>
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i),
  );
  header.writeUInt8(Math.min(7, content.maxZoom), 118);
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119);
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123);
  return Buffer.concat([header, root, metadata, leaves, ...blobs]);
}

/** Compresses the tiles; equal tiles are kept once, and equal neighbours take one entry. */
async function storeTiles(ordered: readonly { tileId: number; data: Uint8Array }[]) {
  const compressed = await Promise.all(ordered.map(({ data }) => compress(data, { level: 9 })));
  const known = new Map<string, { offset: number; length: number }>();
  const blobs: Buffer[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  ordered.forEach(({ tileId }, i) => {
    const blob = compressed[i]!;
    const content = blob.toString('latin1');
    let place = known.get(content);
    if (!place) {
      place = { offset, length: blob.length };
      known.set(content, place);
      blobs.push(blob);
      offset += blob.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.tileId + last.runLength === tileId) last.runLength += 1;
    else entries.push({ tileId, ...place, runLength: 1 });
  });
  return { entries, blobs };
}

async function writeDirectories(entries: readonly Entry[]): Promise<{ root: Buffer; leaves: Buffer }> {
  const all = await compress(encodeDirectory(entries));
  if (HEADER_BYTES + all.length <= FIRST_BYTES) return { root: all, leaves: Buffer.alloc(0) };
  const leaves: Buffer[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let i = 0; i < entries.length; i += ENTRIES_PER_LEAF) {
    const leaf = await compress(encodeDirectory(entries.slice(i, i + ENTRIES_PER_LEAF)));
    pointers.push({ tileId: entries[i]!.tileId, offset, length: leaf.length, runLength: 0 });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: await compress(encodeDirectory(pointers)), leaves: Buffer.concat(leaves) };
}

/** A directory column by column; an offset of 0 means: right after the tile before. */
function encodeDirectory(entries: readonly Entry[]): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarint(entries.length);
  entries.forEach(({ tileId }, i) => pbf.writeVarint(tileId - (entries[i - 1]?.tileId ?? 0)));
  for (const { runLength } of entries) pbf.writeVarint(runLength);
  for (const { length } of entries) pbf.writeVarint(length);
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1];
    pbf.writeVarint(before && offset === before.offset + before.length ? 0 : offset + 1);
  });
  return pbf.finish();
}
