import type { OfficialReader, ReaderSetting } from '../../data/readers.ts';
import { sources } from '../../data/sources/index.ts';
import { StartError } from '../db/errors.ts';
import { toLayerAddress } from './layer-address.ts';
import { toPlanApi } from './plan-api-config.ts';

/** What readers of sources are told by who runs the atlas: by name, every setting that is there. Some are secret. */
export type ReaderSettings = Readonly<Record<string, string>>;

/**
 * The settings in `env` that the readers of the sources want, each fit for use. Throws a StartError (Dutch) that names
 * the setting and what would be right, also when a reader has some of its settings and not all.
 */
export function readReaderSettings(env: NodeJS.ProcessEnv): ReaderSettings {
  const settings: Record<string, string> = {};
  for (const { lezers } of sources) {
    const reader = lezers.officieel;
    if (!reader || !('instellingen' in reader)) continue;
    const given = reader.instellingen.filter(({ naam }) => env[naam]);
    if (given.length === 0) continue;
    for (const { naam } of given) settings[naam] = env[naam]!;
    const [missing] = listMissing(reader, settings);
    if (missing)
      throw new StartError(
        `${given[0]!.naam} is gezet en ${missing.naam} niet. Zet daarin ${missing.inhoud}.`,
      );
    check(reader, settings);
  }
  return settings;
}

/** The settings that a reader wants and that are not there. */
export function listMissing(reader: OfficialReader, settings: ReaderSettings): ReaderSetting[] {
  if (!('instellingen' in reader)) return [];
  return reader.instellingen.filter(({ naam }) => !settings[naam]);
}

function check(reader: Extract<OfficialReader, { instellingen: unknown }>, settings: ReaderSettings): void {
  if (reader.soort === 'plannen') toPlanApi(settings);
  else toLayerAddress(reader.instellingen[0], settings);
}
