// `npm run data`: what is loaded, from where and how old; and loading again.
//   npm run data                                       shows the table
//   npm run data -- --ververs                          looks for newer or more trusted sources of everything
//   npm run data -- --only gemeenten --bron spiegel    loads these, from this source only
import { parseArgs } from 'node:util';
import { sources } from '../../data/sources/index.ts';
import { fillOrganisaties } from '../auth/organisaties.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { StartError } from '../db/errors.ts';
import { migrate } from '../db/migrate.ts';
import { openTerminal } from '../start/terminal.ts';
import { loadAll, type LoadOptions } from './load.ts';
import { describeLoaded } from './overview.ts';
import { loadHerkomsten } from './reading.ts';
import type { LoadReport } from './report.ts';

const terminal = openTerminal();

type Wish = Pick<LoadOptions, 'only' | 'bron' | 'ververs'>;

/** What the arguments ask for; null: only show. Throws a StartError (Dutch) on what is not an argument. */
function readArguments(args: string[]): Wish | null {
  let values: { only?: string; bron?: string; ververs?: boolean };
  try {
    ({ values } = parseArgs({
      args,
      options: { only: { type: 'string' }, bron: { type: 'string' }, ververs: { type: 'boolean' } },
    }));
  } catch (error) {
    throw new StartError(
      `"${args.join(' ')}" wordt niet begrepen (${(error as Error).message}).\nGebruik: npm run data -- [--only dataset,dataset] [--bron ${loadHerkomsten.join('|')}] [--ververs]`,
    );
  }
  const only = values.only?.split(',').map((id) => id.trim());
  const unknown = only?.find((id) => !sources.some((source) => source.id === id));
  if (unknown !== undefined)
    throw new StartError(
      `De dataset "${unknown}" is er niet. Kies uit: ${sources.map(({ id }) => id).join(', ')}.`,
    );
  const bron = loadHerkomsten.find((herkomst) => herkomst === values.bron);
  if (values.bron !== undefined && !bron)
    throw new StartError(`De bron "${values.bron}" is er niet. Kies uit: ${loadHerkomsten.join(', ')}.`);
  if (!only && !bron && !values.ververs) return null;
  return { only, bron, ververs: values.ververs ?? true };
}

function describeReport(report: LoadReport): string[] {
  return report.datasets
    .flatMap((dataset) => [
      dataset.uitkomst === 'geweigerd' &&
        `Geweigerd: ${dataset.id}. ${dataset.reden} Wat er al stond, is gebleven.`,
      dataset.uitkomst === 'geen bron' && `Niet geladen: ${dataset.id}. ${dataset.reden}`,
      dataset.uitkomst === 'geladen' &&
        `Geladen: ${dataset.id}, ${dataset.aantal} uit ${dataset.herkomst} (${(dataset.duurMs / 1000).toFixed(1)} s).`,
      dataset.uitkomst === 'ongewijzigd' && `Ongewijzigd: ${dataset.id}.`,
      ...dataset.waarschuwingen.map((text) => `  let op: ${text}`),
      ...dataset.geweigerdeOnderdelen.map(({ onderdeel, reden }) => `  overgeslagen: ${onderdeel}. ${reden}`),
    ])
    .filter((line) => line !== false);
}

async function run(): Promise<number> {
  const wish = readArguments(process.argv.slice(2));
  const config = readConfig(process.env);
  const db = await openDatabase(config);
  try {
    await migrate(db);
    if (!wish) {
      for (const line of await describeLoaded(db)) terminal.line(line);
      return 0;
    }
    const report = await loadAll(db, {
      ...wish,
      config,
      onProgress: ({ dataset, fase, gedaan, totaal }) =>
        terminal.step({ label: `${dataset}: ${fase}`, done: gedaan, total: totaal }),
    });
    await fillOrganisaties(db);
    terminal.end();
    for (const line of [...describeReport(report), '', ...(await describeLoaded(db))]) terminal.line(line);
    const isMissing =
      wish.bron !== undefined && report.datasets.some(({ uitkomst }) => uitkomst === 'geen bron');
    return report.geweigerd || isMissing ? 1 : 0;
  } finally {
    terminal.end();
    await db.close();
  }
}

run().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    terminal.end();
    console.error(error instanceof StartError ? error.message : error);
    process.exitCode = 1;
  },
);
