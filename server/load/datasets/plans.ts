import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { SourceDocument } from '../../../data/document.ts';
import { checkCount } from '../checks.ts';
import type { DatasetLoader } from '../dataset.ts';
import { type BadObject, inspectStagedGeometry } from '../geometry-checks.ts';
import { describeMirrorDataset, findMirrorDataset, toMirrorPath } from '../mirror.ts';
import { type PlanFile, readPlans } from '../read-plans.ts';
import { describeReading, type ReadFeatures, type Reading, toChecksum } from '../reading.ts';
import { fillStaging, type Staging } from '../staging.ts';
import { openPlanService } from './plan-service.ts';

/** Spatial plans, one file each: a bad plan is left out with its reason, the others are loaded. */
export const planLoader: DatasetLoader = {
  async open(source, herkomst, context) {
    if (herkomst === 'officieel') return openPlanService(source, context);
    if (herkomst === 'spiegel') return openPlanFolder(source, context.config.dataMirror);
    return null;
  },

  async stage(source, reading, staging, { report }) {
    const read = await reading.listFeatures((done, total) => report('lezen', done, total));
    const written = await fillStaging(staging, read.features, reading.crs);
    checkCount(written, null);
    const { bad, waarschuwingen } = await inspectStagedGeometry(staging, {
      kinds: ['vlak'],
      opZee: source.opZee,
    });
    const refused = await dropPlans(staging, bad);
    const [count] = await staging.db.query<{ plans: number }>(
      `select count(*)::int as plans from ${staging.table} where kolommen ? 'plan'`,
    );
    checkCount(count?.plans ?? 0, null);
    return {
      aantal: count!.plans,
      waarschuwingen: [...read.waarschuwingen, ...waarschuwingen],
      geweigerdeOnderdelen: [...read.geweigerdeOnderdelen, ...refused],
    };
  },

  async swap(tx, { table }, source) {
    await tx.query('delete from atlas.plan where bron = $1', [source.id]);
    await tx.query(
      `insert into atlas.plan (id, naam, soort, status, datum, eigenaar_code, eigenaar_naam, eigenaar_soort, bron, eigenschappen)
       select kolommen ->> 'planId', p ->> 'naam', p ->> 'soort', p ->> 'status', (p ->> 'datum')::date, p ->> 'eigenaarCode',
         p ->> 'eigenaarNaam', p ->> 'eigenaarSoort', $1, p -> 'eigenschappen'
       from (select kolommen, kolommen -> 'plan' as p from ${table} where kolommen ? 'plan') staged`,
      [source.id],
    );
    await tx.query(
      `insert into atlas.planvlak (plan_id, onderdeel, lokaal_id, naam, hoofdgroep, geom)
       select kolommen ->> 'planId', kolommen ->> 'onderdeel', kolommen ->> 'lokaalId', kolommen ->> 'naam',
         kolommen ->> 'hoofdgroep', ST_Multi(geom)
       from ${table} order by nr`,
    );
  },
};

/** The plans in a folder of the mirror; null when it is not there. */
async function openPlanFolder(
  source: SourceDocument,
  dataMirror: string | undefined,
): Promise<Reading | null> {
  const reader = source.lezers.spiegel;
  if (!reader || !dataMirror) return null;
  const entry = await findMirrorDataset(dataMirror, reader.dataset);
  if (!entry?.map) return null;
  const files = await listPlanFiles(toMirrorPath(dataMirror, entry.map));
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.name).update(await file.read());
  return {
    ...describeReading(source),
    ...describeMirrorDataset(entry, source.toelichting),
    herkomst: 'spiegel',
    adres: entry.map,
    // The files are many plans; how many of them are good is for the reader to find out.
    verwachtAantal: null,
    // The last: since the files that were left out are kept too, what was loaded before must be read again.
    controlesom: toChecksum(source, JSON.stringify(entry), hash.digest(), 'geweigerd'),
    listFeatures: async (onRead) => readPlans(source, files, onRead),
  };
}

/** The GML files of a folder. A file that bears its plan's identification as its name, as it should, goes first. */
async function listPlanFiles(folder: string): Promise<PlanFile[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.gml$/i.test(name)).sort();
  const ordered = [...names].sort((a, b) => Number(isPlanName(b)) - Number(isPlanName(a)));
  return ordered.map((name) => ({ name, read: () => readFile(toMirrorPath(folder, name)) }));
}

function isPlanName(name: string): boolean {
  return /(^|[/\\])NL\.IMRO\.[^/\\]+$/.test(name);
}

/** Takes the plans of bad objects out of the staging table, whole. */
async function dropPlans(
  { db, table }: Staging,
  bad: BadObject[],
): Promise<ReadFeatures['geweigerdeOnderdelen']> {
  if (bad.length === 0) return [];
  const rows = await db.query<{ nr: number; planId: string }>(
    `select nr, kolommen ->> 'planId' as "planId" from ${table} where nr = any($1::int[])`,
    [bad.map(({ nr }) => nr)],
  );
  const reasons = new Map<string, string>();
  for (const { nr, ref, reden } of bad) {
    const planId = rows.find((row) => row.nr === nr)!.planId;
    if (!reasons.has(planId)) reasons.set(planId, `${reden}: ${ref}.`);
  }
  await db.query(`delete from ${table} where kolommen ->> 'planId' = any($1::text[])`, [[...reasons.keys()]]);
  return [...reasons].map(([onderdeel, reden]) => ({ onderdeel, reden }));
}
