import { LINE, POINT, POLYGON, type Shape } from './shape.ts';

/** How raw whole numbers come on a grid: x = round(raw · scaleX + offsetX), likewise y. */
export interface Grid {
  scaleX: number;
  scaleY: number;
  offsetX: number;
  offsetY: number;
}

/** The polygons of one TWKB with its raw whole numbers. */
export function readPolygons(bytes: Uint8Array): number[][][] {
  const rawGrid: Grid = { scaleX: 1, scaleY: 1, offsetX: 0, offsetY: 0 };
  return new TwkbReader(bytes, () => rawGrid).next().groups;
}

/**
 * Reads TWKB as PostGIS writes it (`ST_AsTWKB(geom, decimals)`: points, lines and polygons, single or multi, 2D,
 * without box, size or ids), one geometry after another. Rings come out unclosed.
 */
export class TwkbReader {
  #at = 0;
  #x = 0;
  #y = 0;
  #grid: Grid = { scaleX: 1, scaleY: 1, offsetX: 0, offsetY: 0 };
  readonly #grids = new Map<number, Grid>();

  /** `gridOf` gives the grid for numbers with so many decimals of a metre. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly gridOf: (decimals: number) => Grid,
  ) {}

  /** The next geometry. Throws on a kind that the tile tables do not hold, and past the end. */
  next(): Shape {
    const first = this.bytes[this.#at++]!;
    const flags = this.bytes[this.#at++];
    const type = first & 0x0f;
    if (flags !== 0 || type === 0 || type > 6) {
      throw new Error(`TWKB of type ${type} with flags ${flags} is not read here`);
    }
    this.#useGrid((first >> 5) ^ -((first >> 4) & 1));
    this.#x = 0;
    this.#y = 0;
    switch (type) {
      case 1:
        return { kind: POINT, groups: [[this.#points(1)]] };
      case 4:
        return { kind: POINT, groups: [[this.#points(this.#varint())]] };
      case 2:
        return { kind: LINE, groups: [[this.#points(this.#varint())]] };
      case 5:
        return { kind: LINE, groups: [this.#lines()] };
      case 3:
        return { kind: POLYGON, groups: [this.#polygon()] };
      default:
        return { kind: POLYGON, groups: this.#polygons() };
    }
  }

  #useGrid(decimals: number): void {
    let grid = this.#grids.get(decimals);
    if (!grid) this.#grids.set(decimals, (grid = this.gridOf(decimals)));
    this.#grid = grid;
  }

  #lines(): number[][] {
    const lines: number[][] = [];
    for (let n = this.#varint(); n > 0; n--) lines.push(this.#points(this.#varint()));
    return lines;
  }

  #polygon(): number[][] {
    const rings: number[][] = [];
    for (let n = this.#varint(); n > 0; n--) {
      const count = this.#varint();
      // The last point of a ring repeats the first.
      rings.push(this.#points(count - 1));
      this.#points(1);
    }
    return rings;
  }

  #polygons(): number[][][] {
    const polygons: number[][][] = [];
    for (let n = this.#varint(); n > 0; n--) polygons.push(this.#polygon());
    return polygons;
  }

  /** The one hot loop of a tile: everything in it is local. */
  #points(count: number): number[] {
    const bytes = this.bytes;
    const { scaleX, scaleY, offsetX, offsetY } = this.#grid;
    const flat = new Array<number>(2 * count);
    let at = this.#at;
    let x = this.#x;
    let y = this.#y;
    for (let i = 0; i < flat.length; i++) {
      let byte = bytes[at++]!;
      let value = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++]!;
        value |= (byte & 0x7f) << shift;
      }
      const step = (value >>> 1) ^ -(value & 1);
      if (i & 1) flat[i] = Math.round((y += step) * scaleY + offsetY);
      else flat[i] = Math.round((x += step) * scaleX + offsetX);
    }
    this.#at = at;
    this.#x = x;
    this.#y = y;
    return flat;
  }

  /** Numbers stay below 2³²: also a zigzagged coordinate of Web Mercator in centimetres. */
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
}
