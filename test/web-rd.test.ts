import { describe, expect, it } from 'vitest';
import { toLngLat, toRd } from '../web/map/rd.ts';

describe('RD New in the browser', () => {
  // Control point of RDNAPTRANS: Amersfoort, the origin of RD.
  it('puts Amersfoort where the Kadaster does, within half a metre', () => {
    const [x, y] = toRd([5.387203657, 52.155172897]);
    expect(Math.hypot(x - 155_000, y - 463_000)).toBeLessThan(0.5);
  });

  it('comes back to the millimetre', () => {
    const [x, y] = toRd(toLngLat([13_600, 306_900]));
    expect(Math.hypot(x - 13_600, y - 306_900)).toBeLessThan(0.001);
  });
});
