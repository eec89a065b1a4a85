import type { HexColor } from 'terra-draw';
import type { Palette } from '../map/palette.ts';

/** Colours and sizes of what Terra Draw draws, from the palette: the accent, with the paper as its edge. */
export function createPencilStyle(palette: Palette) {
  const accent = palette.accent as HexColor;
  const paper = palette.map.halo as HexColor;
  const dot = (name: string, widthPx: number, fill: HexColor, edge: HexColor) => ({
    [`${name}Color`]: fill,
    [`${name}Width`]: widthPx,
    [`${name}Opacity`]: 1,
    [`${name}OutlineColor`]: edge,
    [`${name}OutlineWidth`]: 2,
    [`${name}OutlineOpacity`]: 1,
  });
  const guides = { ...dot('closingPoint', 5, paper, accent), ...dot('snappingPoint', 6, accent, paper) };
  const corners = dot('coordinatePoint', 3, paper, accent);
  return {
    point: dot('point', 5, accent, paper),
    linestring: { lineStringColor: accent, lineStringWidth: 3, ...guides, ...corners },
    polygon: {
      fillColor: accent,
      fillOpacity: 0.1,
      outlineColor: accent,
      outlineWidth: 3,
      ...guides,
      ...corners,
    },
    select: {
      ...dot('selectedPoint', 6, accent, paper),
      selectedLineStringColor: accent,
      selectedLineStringWidth: 3,
      selectedPolygonColor: accent,
      selectedPolygonFillOpacity: 0.1,
      selectedPolygonOutlineColor: accent,
      selectedPolygonOutlineWidth: 3,
      ...dot('selectionPoint', 6, paper, accent),
      ...dot('midPoint', 4, accent, paper),
    },
  };
}
