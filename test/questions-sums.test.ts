// Every level adds up to the whole, for any polygon: against the area by the shoelace formula, worked out here.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bevoegdGezagAntwoord, overlapAntwoord, ruimtebeslagAntwoord } from '../data/schema/antwoord.ts';
import { describeWorld } from './world-app.ts';

type Position = [number, number];

/** A simple polygon: corners at rising angles around a centre, so that no edge crosses another. */
const starIn = (minX: number, minY: number, maxX: number, maxY: number, maxRadius: number) =>
  fc
    .record({
      x: fc.double({ min: minX, max: maxX, noNaN: true }),
      y: fc.double({ min: minY, max: maxY, noNaN: true }),
      radii: fc.array(fc.double({ min: maxRadius / 40, max: maxRadius, noNaN: true }), {
        minLength: 5,
        maxLength: 40,
      }),
    })
    .map(({ x, y, radii }): Position[] => {
      const ring = radii.map((radius, i): Position => {
        const angle = (2 * Math.PI * i) / radii.length;
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      });
      return [...ring, ring[0]!];
    });

/** Shoelace formula, relative to the first corner so that no digits are lost. */
function areaOf(ring: readonly Position[]): number {
  const [ox, oy] = ring[0]!;
  return Math.abs(
    ring.slice(1).reduce((sum, [x, y], i) => {
      const [px, py] = ring[i]!;
      return sum + ((px - ox) * (y - oy) - (x - ox) * (py - oy)) / 2;
    }, 0),
  );
}

const total = (list: readonly { oppervlakteM2?: number | undefined }[]): number =>
  list.reduce((sum, one) => sum + (one.oppervlakteM2 ?? 0), 0);

describeWorld('sums', ({ askRd }) => {
  it('divides any polygon without loss', async () => {
    await fc.assert(
      fc.asyncProperty(starIn(98_000, 398_000, 142_000, 422_000, 9000), async (ring) => {
        const geometrie = { type: 'Polygon', coordinates: [ring] };
        const { antwoord } = bevoegdGezagAntwoord.parse(await askRd('bevoegd-gezag', { geometrie }));
        const area = areaOf(ring);
        // The overlay snaps to 1 mm: over edges of some 100 km at most a few m², and slivers under 1 m² are left out.
        const near = (m2: number) => expect(Math.abs(m2 - area)).toBeLessThan(10 + area * 1e-7);
        near(antwoord.gevraagd.oppervlakteM2);
        const outside = antwoord.buitenGrenzen.oppervlakteM2;
        near(total(antwoord.gemeenten) + outside);
        for (const level of ['provincies', 'resRegios', 'netbeheerders'] as const) {
          expect(total(antwoord[level])).toBeCloseTo(total(antwoord.gemeenten), 3);
        }
        const land = ruimtebeslagAntwoord.parse(await askRd('ruimtebeslag', { geometrie })).antwoord
          .onderdelen[0]!;
        const parts = land.gemeenten.reduce((sum, one) => sum + one.bereik.maxM2, 0);
        expect(Math.abs(parts - land.bereik!.maxM2)).toBeLessThan(1e-6);
      }),
      { numRuns: 25, seed: 28992 },
    );
  });

  it('measures the two halves of a plan as the whole of it', async () => {
    await fc.assert(
      fc.asyncProperty(starIn(101_000, 401_000, 102_000, 402_000, 900), async (ring) => {
        const geometrie = { type: 'Polygon', coordinates: [ring] };
        const { overlappen } = overlapAntwoord.parse(await askRd('overlap', { geometrie })).antwoord;
        const partOf = (onderdeel: string) =>
          overlappen.find((one) => one.planId === 'NL.IMRO.9001.A' && one.onderdeel === onderdeel)
            ?.overlapM2 ?? 0;
        const halves = partOf('enkelbestemming: Bedrijf') + partOf('enkelbestemming: Groen');
        expect(partOf('plangebied')).toBeGreaterThan(0);
        // A half of less than 1 m² is not counted.
        expect(Math.abs(halves - partOf('plangebied'))).toBeLessThan(2);
      }),
      {
        numRuns: 25,
        seed: 28992,
        examples: [
          [
            [
              [100_500, 400_500],
              [102_200, 401_300],
              [101_100, 402_600],
              [100_500, 400_500],
            ],
          ],
        ],
      },
    );
  });
});
