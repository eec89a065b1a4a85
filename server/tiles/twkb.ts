import { LINE, POINT, POLYGON, type Shape } from './shape.ts';

/**
 * Reads TWKB as PostGIS writes it (`ST_AsTWKB(geom, precision)`: points, lines and polygons, single or multi, 2D,
 * without box, size or ids). Each coordinate goes through `toGrid`; `raw` is the whole number in the TWKB.
 * Rings come out unclosed. Throws on any other kind: the tile tables hold nothing else.
 */
export function readTwkb(bytes: Uint8Array, grid: Grid): Shape {
  return new TwkbReader(bytes, grid).read();
}

/** How many decimals the whole numbers of a TWKB stand for. */
export function decimalsOf(bytes: Uint8Array): number {
  const zigzag = bytes[0]! >> 4;
  return (zigzag >>> 1) ^ -(zigzag & 1);
}

/** x = round(raw · scaleX + offsetX), likewise y. */
export interface Grid {
  scaleX: number;
  scaleY: number;
  offsetX: number;
  offsetY: number;
}

/** Leaves the whole numbers of the TWKB as they are. */
export const rawGrid: Grid = { scaleX: 1, scaleY: 1, offsetX: 0, offsetY: 0 };

class TwkbReader {
  #at = 2;
  #x = 0;
  #y = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly grid: Grid,
  ) {}

  read(): Shape {
    const type = this.bytes[0]! & 0x0f;
    if (this.bytes[1] !== 0 || type === 0 || type > 6) {
      throw new Error(`TWKB of type ${type} with flags ${this.bytes[1]} is not read here`);
    }
    switch (type) {
      case 1:
        return { kind: POINT, groups: [[this.#points(1)]] };
      case 4:
        return { kind: POINT, groups: [[this.#points(this.#varint())]] };
      case 2:
        return { kind: LINE, groups: [[this.#points(this.#varint())]] };
      case 5:
        return { kind: LINE, groups: [this.#times(() => this.#points(this.#varint()))] };
      case 3:
        return { kind: POLYGON, groups: [this.#rings()] };
      default:
        return { kind: POLYGON, groups: this.#times(() => this.#rings()) };
    }
  }

  #times<T>(part: () => T): T[] {
    const parts: T[] = [];
    for (let n = this.#varint(); n > 0; n--) parts.push(part());
    return parts;
  }

  #rings(): number[][] {
    return this.#times(() => {
      const ring = this.#points(this.#varint());
      ring.length -= 2;
      return ring;
    });
  }

  #points(count: number): number[] {
    const { scaleX, scaleY, offsetX, offsetY } = this.grid;
    const flat: number[] = [];
    for (let i = 0; i < count; i++) {
      this.#x += this.#signed();
      this.#y += this.#signed();
      flat.push(Math.round(this.#x * scaleX + offsetX), Math.round(this.#y * scaleY + offsetY));
    }
    return flat;
  }

  /** Web Mercator in centimetres stays below 2³¹, zigzag below 2³². */
  #varint(): number {
    const bytes = this.bytes;
    let byte = bytes[this.#at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[this.#at++]!;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  }

  #signed(): number {
    const value = this.#varint();
    return (value >>> 1) ^ -(value & 1);
  }
}
