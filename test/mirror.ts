import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, Geometry } from 'geojson';

/** A mirror folder of the test's own. */
export interface TestMirror {
  folder: string;
  /** Puts a GeoJSON dataset in it, in place of one with the same id. */
  put(id: string, features: Feature<Geometry | null>[], more?: Record<string, unknown>): void;
  putText(file: string, text: string): void;
  remove(): void;
}

/** An empty mirror; datasets are EPSG:28992 unless `more` says otherwise. */
export function makeMirror(): TestMirror {
  const folder = mkdtempSync(join(tmpdir(), 'pmiek-mirror-'));
  const datasets = new Map<string, Record<string, unknown>>();
  const putText = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const note = () => putText('bronnen.json', JSON.stringify({ datasets: [...datasets.values()] }));
  note();
  return {
    folder,
    putText,
    put(id, features, more = {}) {
      putText(`${id}.geojson`, JSON.stringify({ type: 'FeatureCollection', features }));
      datasets.set(id, { id, bestand: `${id}.geojson`, formaat: 'GeoJSON', crs: 'EPSG:28992', ...more });
      note();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
