import type { Database } from '../db/database.ts';

/**
 * Control points of the RDNAPTRANS test sheet: ETRS89 in degrees, RD New in metres. They span the country:
 * the middle and its far corners.
 */
export const controlPoints = [
  { naam: 'Amersfoort', lat: 52.155172897, lon: 5.387203657, x: 155000, y: 463000 },
  { naam: 'Texel', lat: 53.160753042, lon: 4.824761912, x: 117380.12, y: 575040.34 },
  { naam: 'Noord-Groningen', lat: 53.41948205, lon: 6.776726674, x: 247380.56, y: 604580.78 },
  { naam: 'Zeeuws-Vlaanderen', lat: 51.368607152, lon: 3.397588595, x: 16460.91, y: 377380.23 },
  { naam: 'Zuid-Limburg', lat: 50.792584916, lon: 5.773795548, x: 182260.45, y: 311480.67 },
  { naam: 'Maasvlakte', lat: 51.947393898, lon: 4.072887101, x: 64640.89, y: 440700.01 },
] as const;

/**
 * What may be expected of a transformation without the RDNAPTRANS correction grid: the seven parameters alone stay
 * within a quarter of a metre. Past this the database transforms with something else.
 */
export const RD_LIMIT_M = 0.25;

/** Largest deviation (m) of the database's WGS 84 → RD New on the control points, and the limit it should keep. */
export async function checkRdTransformation(db: Database): Promise<{ afwijkingM: number; grensM: number }> {
  const [row] = await db.query<{ afwijkingM: number }>(
    `select max(ST_Distance(ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), 28992),
       ST_SetSRID(ST_MakePoint(x, y), 28992)))::float8 as "afwijkingM"
     from unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[]) as p (lon, lat, x, y)`,
    [
      controlPoints.map((point) => point.lon),
      controlPoints.map((point) => point.lat),
      controlPoints.map((point) => point.x),
      controlPoints.map((point) => point.y),
    ],
  );
  if (!row) throw new Error('The control points always give one row.');
  return { afwijkingM: row.afwijkingM, grensM: RD_LIMIT_M };
}
