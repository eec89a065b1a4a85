import { describe, expect, it } from 'vitest';
import { dark, light, type Palette } from '../web/map/palette.ts';

type Rgb = [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/** Linear light of #rrggbb, 0..1 (sRGB, IEC 61966-2-1). */
function toLinear(hex: string): Rgb {
  return [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
}

/** WCAG 2 contrast ratio, 1..21. */
function contrast(a: string, b: string): number {
  const [low, high] = [a, b]
    .map((hex) => {
      const [red, green, blue] = toLinear(hex);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** How a colour looks with a complete colour vision deficiency (Machado, Oliveira & Fernandes 2009, severity 1.0). */
const sights: Record<string, Matrix> = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE Lab (D65) of a colour as seen. */
function toLab(hex: string, sight: Matrix): Rgb {
  const linear = toLinear(hex);
  const [r, g, b] = sight.map((row) =>
    Math.min(1, Math.max(0, row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2])),
  ) as Rgb;
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Distance between two colours as seen (CIE76); 2.3 is just noticeable, beyond 20 nobody mixes them up. */
function distance(a: string, b: string, sight: Matrix): number {
  const [p, q] = [toLab(a, sight), toLab(b, sight)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

const palettes: [string, Palette][] = [
  ['light', light],
  ['dark', dark],
];

it('the measures themselves are right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  // White and black differ by 100 in lightness and by nothing in hue.
  expect(distance('#000000', '#ffffff', sights['full colour vision']!)).toBeCloseTo(100, 1);
  // Red and green of one lightness: far apart with full sight, near without the green cone.
  expect(distance('#c0392b', '#6f7d1c', sights['deuteranopia']!)).toBeLessThan(
    distance('#c0392b', '#6f7d1c', sights['full colour vision']!) / 2,
  );
});

describe.each(palettes)('%s', (_, palette) => {
  it('text is readable on every paper', () => {
    for (const paper of [palette.paper, palette.paperRaised, palette.paperSunken])
      for (const ink of [palette.ink, palette.inkSoft, palette.inkFaint, palette.link])
        expect(contrast(ink, paper), `${ink} on ${paper}`).toBeGreaterThanOrEqual(4.5);
    for (const paper of [palette.paper, palette.warningSoft])
      expect(contrast(palette.warning, paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.ink, palette.accentSoft)).toBeGreaterThanOrEqual(4.5);
  });

  it('edges, focus and kinds of claim can be seen', () => {
    for (const mark of [palette.edge, palette.accent, palette.symbolEdge, ...Object.values(palette.overlap)])
      for (const ground of [palette.paper, palette.map.land])
        expect(contrast(mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it('the fase ramp goes one way, from near the paper to far from it', () => {
    const steps = (['verkenning', 'planuitwerking', 'project', 'realisatie'] as const).map((fase) =>
      contrast(palette.fase[fase], palette.paper),
    );
    for (let i = 1; i < steps.length; i++) expect(steps[i]! / steps[i - 1]!).toBeGreaterThan(1.25);
  });

  it.each(Object.entries(sights))('kinds of claim stay apart with %s', (_, sight) => {
    const { natuur, plan, claim } = palette.overlap;
    for (const [a, b] of [
      [natuur, plan],
      [natuur, claim],
      [plan, claim],
    ] as const)
      expect(distance(a, b, sight), `${a} and ${b}`).toBeGreaterThan(25);
  });
});
