declare module 'polylabel' {
  /** Pole of inaccessibility of a polygon: [x, y], with the distance to its edge. */
  export default function polylabel(
    polygon: number[][][],
    precision?: number,
  ): [number, number] & { distance: number };
}
