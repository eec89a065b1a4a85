import { readFileSync } from 'node:fs';
import type { Treffers } from '../../data/schema/zoeken.ts';
import { soortGebiedLabels, soortenGebied, type SoortGebied } from '../../data/vocabulary.ts';
import type { AreaRegister } from '../areas/register.ts';
import type { Queryable } from '../db/database.ts';

const sql = readFileSync(new URL('./hits.sql', import.meta.url), 'utf8');
const perLayer = 50;

/** Layers as they are drawn, the topmost first; protected layers stand between plans and areas by their own id. */
const drawnAbove = ['projecten', 'hoogspanning-stations', 'hoogspanning-lijnen', 'plannen'];

interface HitRow {
  laag: string;
  id: string;
  naam: string;
  soort: string | null;
  toelichting: string | null;
  afstand_m: number;
}

type Groep = Treffers['groepen'][number];

/** Everything within `distanceM` of a point in CRS84, grouped by layer in drawing order; empty layers are left out. */
export async function listHits(
  db: Queryable,
  register: AreaRegister,
  titles: ReadonlyMap<string, string>,
  [lng, lat]: [number, number],
  distanceM: number,
): Promise<Groep[]> {
  const rows = await db.query<HitRow>(sql, [lng, lat, distanceM]);
  const isArea = (row: HitRow): boolean => soortenGebied.includes(row.laag as SoortGebied);
  const layers = [...new Set(rows.filter((row) => !isArea(row)).map((row) => row.laag))];
  const rank = (laag: string): number =>
    drawnAbove.includes(laag) ? drawnAbove.indexOf(laag) : drawnAbove.length;
  const above = layers
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map((laag) => toGroep(laag, rows, titles));
  return [...above, ...listAreaHits(register, rows.filter(isArea))];
}

function toGroep(laag: string, rows: readonly HitRow[], titles: ReadonlyMap<string, string>): Groep {
  const found = rows.filter((row) => row.laag === laag);
  return {
    laag,
    titel: titles.get(laag) ?? laag,
    treffers: found.slice(0, perLayer).map(({ id, naam, soort, toelichting, afstand_m }) => ({
      id,
      naam: naam || id,
      soort,
      toelichting,
      afstandM: afstand_m,
    })),
    meer: found.length > perLayer,
  };
}

/** The gemeente and waterschap at the point, and the areas that gemeente belongs to. */
function listAreaHits(register: AreaRegister, rows: readonly HitRow[]): Groep[] {
  const found = new Map<SoortGebied, Map<string, string | null>>();
  const add = (soort: SoortGebied, code: string, note: string | null): void => {
    found.set(soort, (found.get(soort) ?? new Map<string, string | null>()).set(code, note));
  };
  for (const { laag, code } of rows.map((row) => ({ laag: row.laag as SoortGebied, code: row.id }))) {
    add(laag, code, null);
    if (laag !== 'gemeente') continue;
    for (const lid of register.listMemberships(code)) {
      add(
        lid.soort,
        lid.code,
        lid.deel ? `alleen een deel van de gemeente: ${lid.toelichting ?? ''}` : lid.toelichting,
      );
    }
  }
  return soortenGebied
    .filter((soort) => found.has(soort))
    .map((soort) => ({
      laag: soort,
      titel: soortGebiedLabels[soort],
      treffers: [...(found.get(soort) ?? [])].map(([code, note]) => {
        const gebied = register.find(soort, code);
        return {
          id: code,
          naam: gebied?.naam ?? code,
          soort: gebied?.indeling ?? null,
          toelichting: note,
          afstandM: 0,
        };
      }),
      meer: false,
    }));
}
