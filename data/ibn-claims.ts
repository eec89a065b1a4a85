import type { WaardeAard } from './vocabulary.ts';

/** One statement about when a project comes into use. */
export interface IbnClaim {
  /** ISO date, as precise as the source; null when it is not known when this was said. */
  gezegdOp: string | null;
  jaarVan: number;
  jaarTot: number;
  aard: WaardeAard | null;
  oorzaak: string | null;
  bron: string | null;
  /** The source itself calls it former: it is history, never the IBN of now. */
  achterhaald: boolean;
}

/** What the register says of a project; kenmerken hold what it called earlier and its words about it. */
export interface RegisterIbn {
  ibnVan: number | null;
  ibnTot: number | null;
  bronDatum: string | null;
  kenmerken: Readonly<Record<string, unknown>>;
}

/** A statement as people recorded it (data/records/ibn.ts). */
export interface RecordedIbn {
  jaarVan: number;
  jaarTot: number;
  aard: WaardeAard;
  gezegdOp: string;
  oorzaak: string | null;
  bron: string;
}

/**
 * Every statement about the IBN, the oldest first: what the register calls earlier (undated), what people recorded,
 * and what the register says now when nobody recorded the same range. `[]` when nothing was ever said.
 */
export function listIbnClaims(register: RegisterIbn, uitspraken: readonly RecordedIbn[]): IbnClaim[] {
  const recorded = uitspraken
    .map(({ jaarVan, jaarTot, aard, gezegdOp, oorzaak, bron }) => ({
      jaarVan,
      jaarTot,
      aard,
      gezegdOp,
      oorzaak,
      bron,
      achterhaald: false,
    }))
    .sort((a, b) => a.gezegdOp.localeCompare(b.gezegdOp));
  const { ibnVan, ibnTot, bronDatum, kenmerken } = register;
  const earlier = readRange(kenmerken['ibnEerder']);
  const now = toRange(ibnVan, ibnTot);
  const told = now && recorded.some((claim) => claim.jaarVan === now[0] && claim.jaarTot === now[1]);
  const note = kenmerken['ibnToelichting'];
  const oorzaak = typeof note === 'string' ? note : null;
  const registered = { aard: null, bron: 'register' };
  return [
    ...(earlier
      ? [{ ...toYears(earlier), ...registered, gezegdOp: null, oorzaak: null, achterhaald: true }]
      : []),
    ...[
      ...(now && !told
        ? [{ ...toYears(now), ...registered, gezegdOp: bronDatum, oorzaak, achterhaald: false }]
        : []),
      ...recorded,
    ].sort((a, b) => (a.gezegdOp ?? '').localeCompare(b.gezegdOp ?? '')),
  ];
}

/** The statement that holds now: the last one, unless its source calls it former; null when there is none. */
export function findCurrentClaim(claims: readonly IbnClaim[]): IbnClaim | null {
  const last = claims.at(-1);
  return last && !last.achterhaald ? last : null;
}

/** By how many years the end of the range moved between the first statement and the one that holds now; negative is
 *  earlier. Null when there are not two to compare. */
export function toShiftYears(claims: readonly IbnClaim[]): number | null {
  const [first, now] = [claims[0], findCurrentClaim(claims)];
  return first && now && first !== now ? now.jaarTot - first.jaarTot : null;
}

/** `2 jaar later dan eerst gezegd`; null when nothing moved or nothing can be compared. */
export function toShiftWords(years: number | null): string | null {
  if (years === null || years === 0) return null;
  return `${Math.abs(years)} jaar ${years > 0 ? 'later' : 'eerder'} dan eerst gezegd`;
}

function toYears([jaarVan, jaarTot]: [number, number]): Pick<IbnClaim, 'jaarVan' | 'jaarTot'> {
  return { jaarVan, jaarTot };
}

function toRange(from: number | null, to: number | null): [number, number] | null {
  const [low, high] = [from ?? to, to ?? from];
  return low === null || high === null ? null : [low, high];
}

function readRange(value: unknown): [number, number] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const [low, high] = [value[0] as unknown, value.at(-1) as unknown];
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : null;
}
