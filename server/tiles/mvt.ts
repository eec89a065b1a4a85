import { PbfWriter } from 'pbf';
import { EXTENT } from './mercator.ts';
import { POINT, POLYGON, tidyShape, type Shape } from './shape.ts';

/** Most that a value takes in the dictionary beside its letters; for a number, in all. */
const VALUE_BYTES = 11;

export type Value = string | number | null;

/**
 * Writes one layer of a vector tile (MVT 2.1), feature by feature. A layer has a fixed list of keys; a value
 * that is null is left out. Numbers must be whole or finite.
 */
export class LayerWriter {
  readonly #pbf = new PbfWriter();
  readonly #values = new Map<string | number, number>();
  readonly #keys: readonly string[];
  /** Features written so far. */
  count = 0;
  #valueBytes = 0;
  #before = { bytes: 0, valueBytes: 0, values: 0 };

  constructor(name: string, keys: readonly string[]) {
    this.#keys = keys;
    this.#pbf.writeVarintField(15, 2);
    this.#pbf.writeStringField(1, name);
    for (const key of keys) this.#pbf.writeStringField(3, key);
    this.#pbf.writeVarintField(5, EXTENT);
  }

  /** Bytes of the layer so far. */
  get size(): number {
    return this.#pbf.pos + this.#valueBytes;
  }

  /** Adds a feature; false when its shape collapsed on the grid and nothing was written. */
  add(shape: Shape, values: readonly Value[], id?: number): boolean {
    const tidy = tidyShape(shape);
    if (!tidy) return false;
    this.#before = { bytes: this.#pbf.pos, valueBytes: this.#valueBytes, values: this.#values.size };
    const tags: number[] = [];
    for (let key = 0; key < this.#keys.length; key++) {
      const value = values[key];
      if (value === null || value === undefined) continue;
      tags.push(key, this.#indexOf(value));
    }
    writeFeature(this.#pbf, id, tidy, tags);
    this.count += 1;
    return true;
  }

  /** Takes back the feature that was added last; once. */
  dropLast(): void {
    this.#pbf.pos = this.#before.bytes;
    this.#valueBytes = this.#before.valueBytes;
    for (const value of [...this.#values.keys()].slice(this.#before.values)) this.#values.delete(value);
    this.count -= 1;
  }

  /** The layer as a field of a tile; tiles are layers put one after another. Empty when nothing was added. */
  finish(): Uint8Array {
    if (this.count === 0) return new Uint8Array(0);
    for (const value of this.#values.keys()) this.#pbf.writeMessage(4, writeValue, value);
    const body = this.#pbf.finish();
    const tile = new PbfWriter(new Uint8Array(body.length + 8));
    tile.writeBytesField(3, body);
    return tile.finish();
  }

  #indexOf(value: string | number): number {
    let index = this.#values.get(value);
    if (index === undefined) {
      index = this.#values.size;
      this.#values.set(value, index);
      this.#valueBytes += VALUE_BYTES + (typeof value === 'string' ? Buffer.byteLength(value) : 0);
    }
    return index;
  }
}

/** Features are written here first: their length comes before them. */
const feature = new PbfWriter();
let commands = new Uint8Array(4096);

function writeFeature(layer: PbfWriter, id: number | undefined, shape: Shape, tags: number[]): void {
  feature.pos = 0;
  if (id !== undefined) feature.writeVarintField(1, id);
  feature.writePackedVarint(2, tags);
  feature.writeVarintField(3, shape.kind);
  const length = writeCommands(shape);
  feature.writeBytesField(4, commands.subarray(0, length));
  layer.writeBytesField(2, feature.buf.subarray(0, feature.pos));
}

function writeValue(value: string | number, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value);
  else if (!Number.isInteger(value)) pbf.writeDoubleField(3, value);
  else if (value >= 0) pbf.writeVarintField(5, value);
  else pbf.writeSVarintField(6, value);
}

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE = 15;

/** Moves and lines relative to the last point, as the format has them, into `commands`; gives their length in bytes. */
function writeCommands({ kind, groups }: Shape): number {
  let at = 0;
  let x = 0;
  let y = 0;
  for (const parts of groups) {
    for (const part of parts) {
      // A coordinate takes at most five bytes.
      if (at + 5 * part.length + 16 > commands.length) commands = grown(commands, at + 5 * part.length + 16);
      const moves = kind === POINT ? part.length : 2;
      at = writeVarint(commands, at, (moves << 2) | MOVE_TO);
      for (let i = 0; i < part.length; i += 2) {
        if (i === moves) at = writeVarint(commands, at, ((part.length - moves) << 2) | LINE_TO);
        const dx = part[i]! - x;
        const dy = part[i + 1]! - y;
        x += dx;
        y += dy;
        at = writeVarint(commands, at, (dx << 1) ^ (dx >> 31));
        at = writeVarint(commands, at, (dy << 1) ^ (dy >> 31));
      }
      if (kind === POLYGON) commands[at++] = CLOSE;
    }
  }
  return at;
}

function writeVarint(to: Uint8Array, at: number, value: number): number {
  let rest = value >>> 0;
  while (rest > 0x7f) {
    to[at++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  to[at++] = rest;
  return at;
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * length);
  larger.set(bytes);
  return larger;
}
