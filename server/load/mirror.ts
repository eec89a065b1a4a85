import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { z } from 'zod';
import { RefusalError } from './refusal.ts';

/** One dataset of a mirror folder, as its bronnen.json describes it. */
const mirrorDataset = z.object({
  id: z.string(),
  bestand: z.string().optional(),
  map: z.string().optional(),
  formaat: z.string(),
  crs: z.enum(['EPSG:28992', 'EPSG:4326', 'OGC:CRS84']),
  kolommen: z.record(z.string(), z.string()).optional(),
  aantal: z.number().int().optional(),
  peildatum: z.iso.date().optional(),
  uitgever: z.string().optional(),
  licentie: z.string().optional(),
  dekking: z.union([z.string(), z.array(z.string())]).optional(),
  afwijkingP95M: z.number().optional(),
  opmerking: z.string().optional(),
});
export type MirrorDataset = z.infer<typeof mirrorDataset>;

/**
 * The dataset with this id in the mirror folder; null when there is no mirror or it does not have it. Throws a
 * RefusalError when bronnen.json cannot be used.
 */
export async function findMirrorDataset(
  folder: string | undefined,
  id: string,
): Promise<MirrorDataset | null> {
  if (!folder) return null;
  const file = resolve(folder, 'bronnen.json');
  if (!existsSync(file)) return null;
  const list = parse(await readFile(file, 'utf8'), file);
  const entry = list.find((candidate) => candidate.id === id);
  if (!entry) return null;
  const checked = mirrorDataset.safeParse(entry);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  throw new RefusalError(`In bronnen.json klopt ${issue.path.join('.')} van "${id}" niet: ${issue.message}.`);
}

function parse(text: string, file: string): { id?: unknown }[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new RefusalError(`${file} is geen geldige JSON: ${(error as Error).message}.`);
  }
  const list = z.object({ datasets: z.array(z.looseObject({ id: z.unknown() })) }).safeParse(content);
  if (!list.success) throw new RefusalError(`${file} heeft geen lijst "datasets".`);
  return list.data.datasets;
}

/** Absolute path of a file or folder named in bronnen.json. Throws a RefusalError when it leaves the mirror folder. */
export function toMirrorPath(folder: string, ...parts: string[]): string {
  const root = resolve(folder);
  const path = resolve(root, ...parts);
  if (path !== root && !path.startsWith(root + sep))
    throw new RefusalError(`Het pad "${parts.join('/')}" uit bronnen.json ligt buiten de spiegel.`);
  return path;
}

/** What bronnen.json says of a dataset, in the words of a reading; left out what it does not say. */
export function describeMirrorDataset(entry: MirrorDataset, toelichting: string) {
  return {
    ...(entry.uitgever === undefined ? {} : { uitgever: entry.uitgever }),
    ...(entry.licentie === undefined ? {} : { licentie: entry.licentie }),
    ...(entry.peildatum === undefined ? {} : { peildatum: entry.peildatum }),
    ...(entry.dekking === undefined ? {} : { dekking: [entry.dekking].flat() }),
    ...(entry.afwijkingP95M === undefined ? {} : { afwijkingP95M: entry.afwijkingP95M }),
    ...(entry.aantal === undefined ? {} : { verwachtAantal: entry.aantal }),
    crs: entry.crs === 'EPSG:28992' ? (28992 as const) : (4326 as const),
    toelichting: entry.opmerking ? `${toelichting} Spiegel: ${entry.opmerking}.` : toelichting,
  };
}
