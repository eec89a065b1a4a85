import { geometryOf, type GeometryKind, type OgcCollection } from '../collection.ts';

/** What PostGIS calls the geometries of a kind (`ST_GeometryType`). */
const shapes = {
  punten: { kind: 'point', types: ['ST_Point', 'ST_MultiPoint'] },
  lijnen: { kind: 'linestring', types: ['ST_LineString', 'ST_MultiLineString'] },
  vlakken: { kind: 'polygon', types: ['ST_Polygon', 'ST_MultiPolygon'] },
} as const satisfies Record<string, { kind: GeometryKind; types: string[] }>;

export type Shape = keyof typeof shapes;

/**
 * The collection, and after it one for each of these shapes. QGIS and ArcGIS draw one kind of geometry per layer: of a
 * mixed collection QGIS draws only what is of the kind of its first feature.
 */
export function withShapes(whole: OgcCollection, names: readonly Shape[]): OgcCollection[] {
  return [whole, ...names.map((name) => toShape(whole, name))];
}

function toShape(whole: OgcCollection, name: Shape): OgcCollection {
  const { id, titel, omschrijving, where, geom, extent } = whole;
  const { kind, types } = shapes[name];
  const isOfShape = `ST_GeometryType(${geom.sql}) in (${types.map((type) => `'${type}'`).join(', ')})`;
  return {
    ...whole,
    id: `${id}-${name}`,
    titel: `${titel}: ${name}`,
    omschrijving: `${omschrijving} Hierin alleen de ${name} van ${id}, voor programma’s die per laag één soort geometrie tekenen.`,
    where: `${where} and ${isOfShape}`,
    geom: {
      sql: geom.sql,
      schema: geometryOf(kind, geom.schema['description'] as string),
      isNullable: false,
    },
    ...(extent && {
      extent: { ...extent, geom: `case when ${isOfShape} then ${extent.geom} end` },
    }),
    // Its tiles are those of the whole.
    tegels: null,
  };
}
