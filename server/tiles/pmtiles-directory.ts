import { gunzipSync } from 'node:zlib';
import { readVarint, type Header } from 'pmtiles';

export interface TilePlace {
  tileId: number;
  /** From the start of the tile data, bytes. */
  offset: number;
  length: number;
}

/** Where every tile of an archive lies, from all its directories, runs unfolded. */
export function* readDirectory(bytes: Buffer, header: Header): Generator<TilePlace> {
  const pending = [{ offset: header.rootDirectoryOffset, length: header.rootDirectoryLength }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const directory = gunzipSync(bytes.subarray(next.offset, next.offset + next.length));
    for (const { tileId, offset, length, runLength } of readEntries(directory)) {
      if (runLength === 0) pending.push({ offset: header.leafDirectoryOffset + offset, length });
      for (let i = 0; i < runLength; i++) yield { tileId: tileId + i, offset, length };
    }
  }
}

function readEntries(directory: Uint8Array): (TilePlace & { runLength: number })[] {
  const at = { buf: directory, pos: 0 };
  const column = (count: number) => Array.from({ length: count }, () => readVarint(at));
  const count = readVarint(at);
  const steps = column(count);
  const runLengths = column(count);
  const lengths = column(count);
  const offsets = column(count);
  let tileId = 0;
  let end = 0;
  return steps.map((step, i) => {
    tileId += step;
    const offset = offsets[i] === 0 ? end : offsets[i]! - 1;
    end = offset + lengths[i]!;
    return { tileId, offset, length: lengths[i]!, runLength: runLengths[i]! };
  });
}
