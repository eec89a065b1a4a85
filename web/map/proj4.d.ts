// proj4 ships types for its whole only; these are the parts web/map/rd.ts uses.
declare module 'proj4/lib/core.js' {
  interface Converter {
    forward(coordinates: [number, number]): [number, number];
    inverse(coordinates: [number, number]): [number, number];
  }
  export default function proj4(from: string, to: string): Converter;
}
declare module 'proj4/lib/Proj.js' {
  const Proj: { projections: { start(): void; add(projection: unknown): void } };
  export default Proj;
}
declare module 'proj4/lib/projections/sterea.js' {
  const projection: unknown;
  export default projection;
}
