import { crsUris } from '../../data/schema/geometrie.ts';
import type { Registratie } from '../../data/schema/registratie.ts';
import { request, type RequestOptions } from '../request.ts';

/** Says that geometry is in RD New: what was placed in metres is kept in metres. */
export const inRd = { 'Content-Crs': `<${crsUris.rd}>` } as const;
/** Asks for geometry in RD New. */
export const rdPlease = { 'Accept-Crs': `<${crsUris.rd}>` } as const;

/** The records of one kind of a project, geometry in CRS84 unless RD is asked for; `[]` when it has none. Throws an ApiError. */
export async function listRecordsOf(
  projectId: string,
  meervoud: string,
  options: RequestOptions = {},
): Promise<Registratie[]> {
  const answer = await request(`/api/v1/projecten/${encodeURIComponent(projectId)}/${meervoud}`, options);
  return (answer as { items: Registratie[] }).items;
}
