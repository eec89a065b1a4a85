import type { ArcGisReader, ReaderSetting } from '../../data/readers.ts';
import { StartError } from '../db/errors.ts';
import { parseSafeUrl } from '../http/safe-url.ts';
import type { ReaderSettings } from './reader-settings.ts';

/**
 * The service and the layer that a setting gives the address of: `https://…/MapServer/0` is layer 0 of
 * `https://…/MapServer`. Throws a StartError (Dutch) when its value is no such address.
 */
export function toLayerAddress(
  { naam, inhoud }: ReaderSetting,
  settings: ReaderSettings,
): Pick<ArcGisReader, 'url' | 'lagen'> {
  const value = settings[naam] ?? '';
  const [, url, laag] = /^([^?#@]+\/(?:MapServer|FeatureServer))\/(\d{1,4})$/.exec(value) ?? [];
  if (url && parseSafeUrl(url)) return { url, lagen: [Number(laag)] };
  throw new StartError(`${naam} is "${toShown(value)}". Verwacht: ${inhoud}.`);
}

/** Without what may be secret: a password before the host, a token in the query. */
function toShown(value: string): string {
  return value.replace(/\/\/[^/]*@/, '//…@').replace(/\?.+/s, '?…');
}
