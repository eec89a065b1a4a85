import { describe, expect, it } from 'vitest';
import { toLngLat } from '../web/map/rd.ts';
import {
  findScaleNumber,
  papers,
  scaleNumbers,
  toPageSize,
  toPaperBox,
  toPaperBar,
  toPaperZoom,
} from '../web/print/paper.ts';
import { toMetresPerPixel } from '../web/tools/scale.ts';

/** Millimetres of one CSS pixel on paper. */
const pixelMm = 25.4 / 96;

describe('a page on paper', () => {
  it('keeps everything on the paper, whichever way it is turned', () => {
    for (const paper of ['A4', 'A3'] as const)
      for (const orientation of ['liggend', 'staand'] as const) {
        const { widthMm, heightMm, mapWidthMm, mapHeightMm } = toPageSize(paper, orientation);
        const [short, long] = papers[paper];
        expect([widthMm, heightMm]).toEqual(
          orientation === 'liggend' ? [long - 20, short - 20] : [short - 20, long - 20],
        );
        expect(mapWidthMm).toBeLessThanOrEqual(widthMm);
        expect(mapHeightMm).toBeLessThan(heightMm);
        expect(mapWidthMm * mapHeightMm).toBeGreaterThan(0.5 * widthMm * heightMm); // the map is the page
      }
  });

  it('is true to scale: 10 km at 1:100,000 is 100 mm', () => {
    for (const [x, y] of [
      [155000, 463000],
      [250000, 600000],
      [190000, 315000],
    ] as const) {
      const [west, east] = [toLngLat([x - 5000, y]), toLngLat([x + 5000, y])];
      const lat = toLngLat([x, y])[1];
      const zoom = toPaperZoom(lat, 100_000);
      // Web Mercator: pixels follow longitude, and the line of RD is turned a little against it.
      const pixelsPerDegree = (512 * 2 ** zoom) / 360;
      const mercator = (degrees: number) =>
        (Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * 180) / Math.PI;
      const dx = (east[0] - west[0]) * pixelsPerDegree;
      const dy = (mercator(east[1]) - mercator(west[1])) * pixelsPerDegree;
      expect(Math.abs((Math.hypot(dx, dy) * pixelMm) / 100 - 1)).toBeLessThan(0.004);
    }
  });

  it('takes the largest round scale at which the area fits', () => {
    const size = toPageSize('A4', 'liggend');
    // 18 km on a map of 193 mm (297 − 20 − 80 − 4): 18,000,000 / 193 = 93,264, so 1:100,000 and not 1:50,000.
    const middle = [155000, 463000] as const;
    const [west, ,] = toLngLat([middle[0] - 9000, middle[1]]);
    const [east, lat] = toLngLat([middle[0] + 9000, middle[1]]);
    expect(Math.round(18_000_000 / size.mapWidthMm)).toBe(93_264);
    expect(findScaleNumber([west, lat - 0.01, east, lat + 0.01], size)).toBe(100_000);
    expect(findScaleNumber([5.387, 52.155, 5.3871, 52.1551], size)).toBe(1000);
    expect(findScaleNumber([3.2, 50.7, 7.3, 53.6], size)).toBe(scaleNumbers.at(-1));
    expect(findScaleNumber([3.2, 50.7, 7.3, 53.6], toPageSize('A3', 'staand'))).toBeLessThanOrEqual(
      1_500_000,
    );
  });

  it('holds what was framed, and else what a usual window shows: the screen does not count', () => {
    const size = toPageSize('A4', 'liggend');
    const utrecht = [4.79, 51.86, 5.63, 52.3] as const;
    const view = { center: [5.21, 52.08] as [number, number], zoom: 9 };
    expect(toPaperBox(view, [...utrecht])).toEqual(utrecht);
    // 0.44° of latitude is 49 km: on 162 mm 1:302,000.
    expect(findScaleNumber([...utrecht], size)).toBe(400_000);
    // At zoom 9 and 52.08° N a pixel is 93.95 m: 1120 × 824 of them are 105 × 77 km; 77.4 km on 162 mm is 1:478,000,
    // 105.2 km on 193 mm 1:545,000.
    expect(findScaleNumber(toPaperBox(view, null), size)).toBe(600_000);
  });

  it('has a bar of a round length that is as long on paper as it says', () => {
    // 60 mm at 1:250,000 is 15 km: 10 km fits, which is 40 mm.
    expect(toPaperBar(250_000)).toEqual({ lengthM: 10_000, widthMm: 40 });
    for (const n of scaleNumbers) {
      const { lengthM, widthMm } = toPaperBar(n);
      expect(lengthM).toBeCloseTo((widthMm / 1000) * n, 6);
      expect(widthMm).toBeGreaterThanOrEqual(24);
      expect(widthMm).toBeLessThanOrEqual(60);
    }
  });

  it('comes back from zoom to scale', () => {
    const metresPerPixel = toMetresPerPixel(52, toPaperZoom(52, 25_000));
    expect((metresPerPixel * 1000) / pixelMm).toBeCloseTo(25_000, 6);
  });
});
