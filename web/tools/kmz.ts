import { strFromU8, unzipSync } from 'fflate';

/** Nothing drawn by hand needs more; a small file that unpacks to much more is no drawing. */
const largestKmlBytes = 50_000_000;

/**
 * The text of the KML in a KMZ: a zip whose first KML file is the document, with pictures beside it,
 * as Google Earth writes it. Throws an Error with a message in Dutch that names the file.
 */
export function readKmz(name: string, bytes: Uint8Array): string {
  let document: string | undefined;
  let found: Record<string, Uint8Array>;
  try {
    found = unzipSync(bytes, {
      filter: (entry) => {
        if (document !== undefined || !/\.kml$/i.test(entry.name)) return false;
        document = entry.name;
        return entry.originalSize <= largestKmlBytes;
      },
    });
  } catch {
    throw new Error(`${name} is geen leesbare KMZ: het is geen zip-bestand, of het is beschadigd.`);
  }
  if (document === undefined) throw new Error(`In ${name} zit geen KML-bestand.`);
  const kml = found[document];
  if (!kml)
    throw new Error(`${document} in ${name} is uitgepakt groter dan 50 MB. Laat weg wat niet nodig is.`);
  return strFromU8(kml);
}
