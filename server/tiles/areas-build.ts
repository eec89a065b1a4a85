import { areaLayers, labelKeys, MAX_ZOOM, minBendM2 } from './area-layers.ts';
import { placeLabels, type Label } from './area-labels.ts';
import type { AreaInput, AreaRow } from './areas-input.ts';
import { Borders, type Polygons } from './borders.ts';
import { BUFFER, EXTENT, HALF_WORLD_M, unitM } from './mercator.ts';
import { POINT, type Shape } from './shape.ts';
import { TileSet } from './tile-set.ts';
import { tilesOf } from './tiling.ts';
import { readPolygons } from './twkb.ts';

/** The TWKB of the areas is in centimetres. */
const PER_M = 100;
/**
 * A vertex of a neighbour lies on an edge when it is within 5 cm of it, and for a long edge a little more: what is
 * straight in RD bends in Web Mercator, by its length squared times sin(latitude) / (8 · earth's radius).
 */
const isOnEdge = (lengthSquared: number) => 0.05 * PER_M + (2e-8 * lengthSquared) / PER_M;
/** Labels are placed in the shapes of this zoom: fine enough for a name, coarse enough to be quick. */
const LABEL_ZOOM = 10;

export interface BuiltTile {
  z: number;
  x: number;
  y: number;
  data: Uint8Array;
}

/** All area tiles of zoom 0–12, uncompressed, by zoom. Areas keep common borders at every zoom. */
export function* buildAreaTiles({ areas }: AreaInput): Generator<BuiltTile> {
  const borders = collectBorders(areas);
  const labelShapes = simplifyAll(borders, LABEL_ZOOM);
  const labels = placeLabels(areas, (area) => labelShapes.get(nameOf(area)));
  for (let z = 0; z <= MAX_ZOOM; z++) {
    const tiles = new TileSet();
    addAreas(tiles, z, areas, simplifyAll(borders, z));
    addLabels(tiles, z, labels);
    for (const tile of tiles.finish()) yield { z, ...tile };
  }
}

const nameOf = (area: { soort: string; code: string }) => `${area.soort}/${area.code}`;

/** One set of borders for gemeenten and everything made of them, and one for each other soort. */
function collectBorders(areas: readonly AreaRow[]): Borders[] {
  const drawn = new Map<string, Map<string, Polygons>>();
  for (const area of areas) {
    if (!area.vorm) continue;
    const ofSoort = drawn.get(area.soort) ?? new Map<string, Polygons>();
    drawn.set(area.soort, ofSoort.set(nameOf(area), readPolygons(area.vorm)));
  }
  const borders = new Map([...drawn].map(([soort, polygons]) => [soort, new Borders(polygons, isOnEdge)]));
  for (const area of areas) {
    const members = area.leden?.map((code) => nameOf({ soort: 'gemeente', code }));
    if (members) borders.get('gemeente')?.merge(nameOf(area), members);
  }
  return [...borders.values()];
}

/** Every area simplified for zoom `z`, on the grid of that zoom: tile units from the corner of the world. */
function simplifyAll(borders: readonly Borders[], z: number): Map<string, Shape> {
  const unit = unitM(z);
  const toGrid = (x: number, y: number): [number, number] => [
    Math.round((x / PER_M + HALF_WORLD_M) / unit),
    Math.round((HALF_WORLD_M - y / PER_M) / unit),
  ];
  return new Map(borders.flatMap((set) => [...set.simplify(minBendM2(z) * PER_M ** 2, toGrid)]));
}

function addAreas(
  tiles: TileSet,
  z: number,
  areas: readonly AreaRow[],
  shapes: ReadonlyMap<string, Shape>,
): void {
  for (const { soort, minZoom, keys } of areaLayers) {
    if (z < minZoom) continue;
    for (const area of areas) {
      const shape = area.soort === soort ? shapes.get(nameOf(area)) : undefined;
      if (!shape) continue;
      const values = keys.map((key) => area[key]);
      for (const { x, y, shape: part } of tilesOf(shape, BUFFER)) {
        tiles.add(x, y, { name: soort, keys }, part, values);
      }
    }
  }
}

/** A label lies in one tile only; in two it would be written twice. */
function addLabels(tiles: TileSet, z: number, labels: readonly Label[]): void {
  for (const { minZoom, at, values } of labels) {
    if (z < minZoom) continue;
    const [worldX, worldY] = at.map((units) => Math.round(units * 2 ** (z - LABEL_ZOOM))) as [number, number];
    const x = Math.floor(worldX / EXTENT);
    const y = Math.floor(worldY / EXTENT);
    const point: Shape = { kind: POINT, groups: [[[worldX - x * EXTENT, worldY - y * EXTENT]]] };
    tiles.add(x, y, { name: 'label', keys: labelKeys }, point, values);
  }
}
