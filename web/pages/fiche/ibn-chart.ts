import { formatDate } from '../../format.ts';
import type { IbnClaim } from '../../../data/ibn-claims.ts';

const width = 420;
const labelWidth = 108;
const rowHeight = 24;
const top = 8;
const yearsHeight = 20;
/** Years with a label at most, so that they stay apart. */
const mostYears = 7;

export interface IbnChart {
  width: number;
  height: number;
  top: number;
  bottom: number;
  years: { year: number; x: number }[];
  rows: { y: number; x1: number; x2: number; label: string; last: boolean }[];
  /** Points of the line from statement to statement, through the ends of their ranges. */
  way: string;
}

/** Where everything goes: years to the right, statements downwards, the oldest on top. Sizes in pixels. */
export function layoutIbnChart(claims: readonly IbnClaim[]): IbnChart {
  const first = Math.min(...claims.map(({ jaarVan }) => jaarVan));
  const last = Math.max(...claims.map(({ jaarTot }) => jaarTot));
  const span = Math.max(1, last - first);
  const toX = (year: number) => labelWidth + 14 + ((year - first) / span) * (width - labelWidth - 36);
  const step = Math.ceil((span + 1) / mostYears);
  const rows = claims.map(({ gezegdOp, jaarVan, jaarTot }, index) => ({
    y: top + rowHeight * (index + 0.5),
    x1: toX(jaarVan),
    x2: toX(jaarTot),
    label: gezegdOp ? formatDate(gezegdOp) : 'eerder',
    last: index === claims.length - 1,
  }));
  const bottom = top + rowHeight * claims.length;
  return {
    width,
    height: bottom + yearsHeight,
    top,
    bottom,
    years: Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => first + index * step).map(
      (year) => ({ year, x: toX(year) }),
    ),
    rows,
    way: rows.map(({ x2, y }) => `${x2},${y}`).join(' '),
  };
}
