import type { SourceDocument } from '../../../data/document.ts';
import { type SeedWaterschap, waterschappen as register } from '../../../data/seed/gebieden.ts';
import { type AdministrativeUnit, readAdministrativeUnits } from '../administrative-units.ts';
import type { LoadContext } from '../dataset.ts';
import { readDownload } from '../download.ts';
import { findOfficial } from '../official.ts';
import {
  describeOfficial,
  type Reading,
  type SourceFeature,
  toChecksum,
  toReadFeatures,
} from '../reading.ts';
import { RefusalError } from '../refusal.ts';

/**
 * The boundaries of all waterschappen from the publisher's INSPIRE file; null when the document names none or its host
 * does not answer. Throws a SourceUnavailableError or a RefusalError.
 */
export async function openWaterschapsgrenzen(
  source: SourceDocument,
  context: LoadContext,
): Promise<Reading | null> {
  const found = await findOfficial(source, 'bestand', context);
  if (!found) return null;
  const { reader, url, cacheDir } = found;
  const features = await readDownload(url, { cacheDir }, (gml) =>
    readAdministrativeUnits(gml.toString('utf8')).map(toFeature),
  );
  return {
    ...describeOfficial(source, reader),
    adres: url,
    verwachtAantal: register.length,
    crs: 4326,
    controlesom: toChecksum(source, JSON.stringify(features)),
    listFeatures: async () => toReadFeatures(features),
  };
}

/** Our columns of a waterschap. Where the official code was not seen, our own: it must not look like one. */
export function toKolommen({ id, code, naam, provincies, beheerdercode }: SeedWaterschap) {
  return {
    code: code ?? `WS-${id}`,
    naam,
    eigenschappen: { provincies, provinciesZekerheid: 'globaal', beheerdercode },
  };
}

function toFeature({ nationalCode, naam, geometry }: AdministrativeUnit): SourceFeature {
  const waterschap = register.find(({ beheerdercode }) => beheerdercode === nationalCode);
  if (!waterschap)
    throw new RefusalError(
      `Het bestand noemt een waterschap dat de atlas niet kent: nationalCode ${nationalCode} (${naam}).`,
    );
  // A code that was given to another waterschap would put a boundary under the wrong name.
  if (!isSameName(naam, waterschap.naam))
    throw new RefusalError(
      `Het bestand noemt ${nationalCode} "${naam}"; volgens het register is dat ${waterschap.naam}.`,
    );
  return { ref: `waterschap ${waterschap.naam}`, kolommen: toKolommen(waterschap), geometry };
}

/** "Hoogheemraadschap van Delfland" is Delfland: every word of ours is in theirs. */
function isSameName(theirs: string, ours: string): boolean {
  const words = (name: string) =>
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const known = new Set(words(theirs));
  return words(ours).every((word) => known.has(word));
}
