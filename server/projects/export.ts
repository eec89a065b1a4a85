import type { Context } from 'hono';
import { projectKolommen, toProjectTable } from '../../data/project-table.ts';
import type { Project } from '../../data/schema/project.ts';
import type { AreaRegister } from '../areas/register.ts';
import { toCsv } from '../questions/formats.ts';
import { toVerantwoording } from '../questions/verantwoording.ts';

/** The list as a file: CSV as Dutch spreadsheets read it, or GeoJSON with a point (null without a location) each. */
export function respondWithFile(
  c: Context,
  register: AreaRegister,
  projecten: readonly Project[],
  format: 'csv' | 'geojson',
): Response {
  const peildatum = new Date().toISOString().slice(0, 10);
  const verantwoording = toVerantwoording(register, ['projecten'], peildatum);
  c.header('Content-Disposition', `attachment; filename="projecten.${format}"`);
  if (format === 'csv') {
    c.header('Content-Type', 'text/csv; charset=utf-8; header=present');
    const toTable = (antwoord: unknown) => toProjectTable(antwoord as readonly Project[]);
    return c.body(toCsv({ kolommen: projectKolommen, toTable }, { antwoord: projecten, verantwoording }));
  }
  c.header('Content-Type', 'application/geo+json');
  const features = projecten.map(({ lngLat, bboxWgs84: _box, ...properties }) => ({
    type: 'Feature',
    id: properties.id,
    geometry: lngLat && { type: 'Point', coordinates: lngLat },
    properties,
  }));
  return c.body(JSON.stringify({ type: 'FeatureCollection', features, verantwoording }));
}
