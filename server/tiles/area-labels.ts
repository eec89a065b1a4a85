import polylabel from 'polylabel';
import { areaLayers } from './area-layers.ts';
import type { AreaRow } from './areas-input.ts';
import type { Value } from './mvt.ts';
import { doubleArea, type Shape } from './shape.ts';

/** Where the name of an area is written, and how much it matters. */
export interface Label {
  minZoom: number;
  /** On the grid of the shapes the labels were placed in. */
  at: [number, number];
  /** Values of `labelKeys`. */
  values: Value[];
}

/** A label per area: at the pole of inaccessibility of its largest part, ranked by area within its soort. */
export function placeLabels(
  areas: readonly AreaRow[],
  shapeOf: (area: AreaRow) => Shape | undefined,
): Label[] {
  return areaLayers.flatMap(({ soort, labelZoom }) =>
    areas
      .filter((area) => area.soort === soort)
      .sort((a, b) => b.oppervlakte_m2 - a.oppervlakte_m2)
      .flatMap((area, i) => {
        const shape = shapeOf(area);
        if (!shape) return [];
        const [x, y] = polylabel(largestPart(shape).map(toPositions), 4);
        return {
          minZoom: labelZoom,
          at: [x, y] as [number, number],
          values: [soort, area.code, area.naam, i + 1],
        };
      }),
  );
}

function largestPart(shape: Shape): number[][] {
  const sizes = shape.groups.map((part) => Math.abs(doubleArea(part[0]!)));
  return shape.groups[sizes.indexOf(Math.max(...sizes))]!;
}

function toPositions(ring: number[]): [number, number][] {
  const positions: [number, number][] = [];
  for (let i = 0; i < ring.length; i += 2) positions.push([ring[i]!, ring[i + 1]!]);
  return positions;
}
