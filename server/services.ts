import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { TileService } from './tiles/service.ts';

/** How far loading is; the start writes it, `GET /api/v1/status` reads it. */
export interface LoadProgress {
  bezig: boolean;
  /** The dataset being loaded now; null when none is. */
  dataset: string | null;
  fouten: { dataset: string; reden: string }[];
  /** Largest deviation on the RDNAPTRANS control points, measured at the start; null: not measured yet. */
  rdControle: { afwijkingM: number; grensM: number } | null;
}

/** What the routes need from outside; made once at the start (server/main.ts) or by a test. */
export interface Services {
  db: Database;
  /** Where changes and sessions are written, when `db` is a replica that only reads; else `db`. */
  primary?: Database;
  config: Config;
  tiles: TileService;
  progress: LoadProgress;
}
