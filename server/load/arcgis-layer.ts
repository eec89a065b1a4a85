import { z } from 'zod';
import { getWithPatience, type GetOptions } from './http-get.ts';
import { parseJson } from './parse-json.ts';
import { RefusalError } from './refusal.ts';

const moment = z.number().int().positive().max(8.64e15).nullish();

const layerDocument = z.object({
  name: z.string(),
  // A MapServer may leave it out, and say nothing of edits; then the type of a field tells.
  objectIdField: z.string().nullish(),
  fields: z.array(z.object({ name: z.string(), type: z.string() })).nullish(),
  maxRecordCount: z.number().int().positive().nullish(),
  // Milliseconds since 1970. The last edit may be one of the layer itself; not every server tells that of the data.
  editingInfo: z.object({ lastEditDate: moment, dataLastEditDate: moment }).nullish(),
});
const countDocument = z.object({ count: z.number().int().nonnegative() });
const errorDocument = z.object({
  error: z.object({ code: z.number().optional(), message: z.string().optional() }),
});

/** What a layer of an ArcGIS service (MapServer or FeatureServer) says about itself, as far as a harvest needs it. */
export interface ArcGisLayer {
  /** Number and name, for messages: "laag 2 (Hoogspanning leiding)". */
  naam: string;
  /** Column that numbers its objects. */
  objectId: string;
  aantal: number;
  /** Most objects it gives in one answer; null when it does not say. */
  mostRecords: number | null;
  /** ISO date (UTC) of the last change of its data; null when it does not say. */
  gewijzigdOp: string | null;
  /** Changes when its data do. */
  stand: string;
}

/** ArcGIS says 200 to everything, and in the body what went wrong. Codes of its own are taken for a fault that may pass. */
export const readArcGisError: GetOptions['readError'] = (body) => {
  if (!/^\s*\{\s*"error"\s*:/.test(body.toString('utf8', 0, 100))) return null;
  const parsed = errorDocument.safeParse(parseJson(body, 'De foutmelding'));
  const { code = 500, message = 'onbekende fout' } = parsed.data?.error ?? {};
  return { status: code >= 400 && code < 600 ? code : 500, reden: message };
};

/** Address of the query for every object of a layer; `more` says in which form. */
export function toQueryUrl(service: string, laag: number, more: Record<string, string>): string {
  return `${service}/${laag}/query?${new URLSearchParams({ where: '1=1', ...more })}`;
}

/** Reads `{service}/{laag}` and its count. Throws a RefusalError when the answer is not a layer with objects. */
export async function getArcGisLayer(
  service: string,
  laag: number,
  options: GetOptions,
): Promise<ArcGisLayer> {
  const about = `${service}/${laag}?f=json`;
  const counting = toQueryUrl(service, laag, { returnCountOnly: 'true', f: 'json' });
  // The first question decides whether the service is there; patience is for what follows.
  const { body } = await getWithPatience(about, { ...options, tries: 2, timeoutMs: 10_000 });
  const layer = layerDocument.safeParse(parseJson(body, about)).data;
  const objectId =
    layer?.objectIdField || layer?.fields?.find(({ type }) => type === 'esriFieldTypeOID')?.name;
  if (!layer || !objectId)
    throw new RefusalError(`${about} is geen laag van een ArcGIS-dienst met genummerde objecten.`);
  const counted = parseJson((await getWithPatience(counting, options)).body, counting);
  const count = countDocument.safeParse(counted).data;
  if (!count) throw new RefusalError(`${counting} geeft geen aantal.`);
  const edited = layer.editingInfo?.dataLastEditDate ?? layer.editingInfo?.lastEditDate ?? null;
  return {
    naam: `laag ${laag} (${layer.name})`,
    objectId,
    aantal: count.count,
    mostRecords: layer.maxRecordCount ?? null,
    gewijzigdOp: edited === null ? null : new Date(edited).toISOString().slice(0, 10),
    stand: `${edited} ${count.count}`,
  };
}
