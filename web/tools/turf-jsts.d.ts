// @turf/jsts has no types of its own; these are the parts web/tools/corridor.ts uses.
declare module '@turf/jsts' {
  import type { Geometrie } from '../../data/schema/geometrie.ts';

  interface JtsGeometry {
    isEmpty(): boolean;
  }
  export class GeoJSONReader {
    read(geometry: Geometrie): JtsGeometry;
  }
  export class GeoJSONWriter {
    write(geometry: JtsGeometry): Geometrie;
  }
  export const BufferOp: {
    bufferOp(geometry: JtsGeometry, distance: number, quadrantSegments: number, endCap: number): JtsGeometry;
  };
}
