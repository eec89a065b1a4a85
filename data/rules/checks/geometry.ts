// Where a geometry may lie: within the Netherlands, in the provincies of its project, inside its own zoekgebied.
// Touching a border, and slivers up to these floors, count as nothing (boundaries are generalised).
import { fout, letOp, type Bevinding } from './check.ts';

export const FLOOR_M2 = 1;
export const FLOOR_M = 0.1;

/** How much: area in m², length in m, or a number of points; the other two are 0. */
export interface Maat {
  m2: number;
  m: number;
  punten: number;
}

export interface Plaats extends Maat {
  provincies: readonly (Maat & { code: string; naam: string })[];
  /** Herkomst of the boundaries; null when none are loaded. */
  grenzen: string | null;
  /** What lies outside its zoekgebied; null when it has none. */
  zoekgebied: Maat | null;
}

const isSomething = ({ m2, m, punten }: Maat): boolean => m2 > FLOOR_M2 || m > FLOOR_M || punten > 0;

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });

/** The measure in words: `12.345 m²`, `120 m` or `1 punt`. */
export function describeMaat({ m2, m, punten }: Maat): string {
  if (m2 > 0) return `${number.format(m2)} m²`;
  if (m > 0) return `${number.format(m)} m`;
  return punten === 1 ? '1 punt' : `${punten} punten`;
}

const sum = (parts: readonly Maat[]): Maat => ({
  m2: parts.reduce((total, part) => total + part.m2, 0),
  m: parts.reduce((total, part) => total + part.m, 0),
  punten: parts.reduce((total, part) => total + part.punten, 0),
});
const minus = (a: Maat, b: Maat): Maat => ({ m2: a.m2 - b.m2, m: a.m - b.m, punten: a.punten - b.punten });

/** What is wrong with the place of a geometry of a project in these provincies (codes; null: not known). */
export function checkPlaats(
  veld: string,
  type: string,
  plaats: Plaats,
  provincies: readonly string[] | null,
  isExact: boolean,
): Bevinding[] {
  const found: Bevinding[] = [];
  if (plaats.grenzen !== null) {
    // Schematic boundaries are cells around known places: too rough to refuse anything by.
    const judge = plaats.grenzen === 'schematisch' ? letOp : fout;
    const inLand = sum(plaats.provincies);
    const abroad = minus(plaats, inLand);
    if (!isSomething(inLand))
      return [judge(veld, type, 'een geometrie in Nederland: deze ligt in geen enkele gemeente')];
    if (isSomething(abroad))
      found.push(
        letOp(
          veld,
          type,
          `een geometrie in Nederland: ${describeMaat(abroad)} ligt in geen enkele gemeente (zee of buitenland)`,
        ),
      );
    const elsewhere = plaats.provincies.filter(({ code }) => !provincies?.includes(code));
    if (provincies && provincies.length > 0 && isSomething(sum(elsewhere))) {
      const where = elsewhere
        .filter(isSomething)
        .map((one) => `${describeMaat(one)} in ${one.naam} (${one.code})`);
      found.push(
        judge(
          veld,
          type,
          `een geometrie binnen ${provincies.join(', ')}: er ligt ${where.join(' en ')}; voeg die provincie toe aan het project of verplaats de geometrie`,
        ),
      );
    }
  }
  if (isExact && plaats.zoekgebied && isSomething(plaats.zoekgebied)) {
    found.push(
      fout(
        veld,
        type,
        `een ligging binnen het eigen zoekgebied: ${describeMaat(plaats.zoekgebied)} ligt erbuiten; verruim eerst het zoekgebied`,
      ),
    );
  }
  return found;
}
