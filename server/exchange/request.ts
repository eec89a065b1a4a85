// What the routes of the workbooks read of a request.
import type { Context } from 'hono';
import { excelGrenzen } from '../../data/exchange/lijst.ts';
import { rijStatussen, type RijStatus } from '../../data/schema/excel.ts';
import { Problem, toInvalid, toShown, type Invoerfout } from '../http/problem.ts';
import { firstPage, type Page } from './proposals.ts';
import type { WorkbookRefusal } from './refusal.ts';

const MOST_ROWS = 1000;
const WANTED = `een Excel-werkmap (.xlsx) zoals de atlas haar aanbiedt, hoogstens ${excelGrenzen.megabytes} MB en ${excelGrenzen.rijen - 1} rijen`;

/** `?status=fout,conflict&vanaf=200&aantal=100`. Throws a 400 Problem. */
export function readPage(c: Context): Page {
  const given = c.req.query();
  const errors: Invoerfout[] = Object.keys(given)
    .filter((key) => !['status', 'vanaf', 'aantal'].includes(key))
    .map((key) => ({
      veld: toShown(key),
      waarde: toShown(given[key]),
      verwacht: 'alleen status, vanaf, aantal',
    }));
  const status = (c.req.queries('status') ?? []).flatMap((value) => value.split(','));
  for (const one of status) {
    if (!rijStatussen.includes(one as RijStatus))
      errors.push({ veld: 'status', waarde: toShown(one), verwacht: `een van: ${rijStatussen.join(', ')}` });
  }
  const readNumber = (veld: 'vanaf' | 'aantal', least: number, most: number): number => {
    const value = given[veld];
    if (value === undefined) return firstPage[veld];
    if (/^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    errors.push({
      veld,
      waarde: toShown(value),
      verwacht: `een geheel getal van ${least} tot en met ${most}`,
    });
    return least;
  };
  const page = {
    status: status as RijStatus[],
    vanaf: readNumber('vanaf', 0, 100_000),
    aantal: readNumber('aantal', 1, MOST_ROWS),
  };
  if (errors.length > 0) throw toInvalid(errors);
  return page;
}

/** The preview that was looked at, by If-Match. Throws a Problem: 428 without, 400 when it is none. */
export function readStand(c: Context): string {
  const header = c.req.header('If-Match');
  if (header === undefined) {
    throw new Problem(
      428,
      'Versie ontbreekt',
      'Stuur de header If-Match met de ETag van het voorstel dat u bekeek: zo wordt niets anders overgenomen dan u zag.',
    );
  }
  const stand = /^(?:W\/)?"([\w-]+)"$/.exec(header.trim())?.[1];
  if (stand) return stand;
  throw toInvalid([{ veld: 'If-Match', waarde: toShown(header), verwacht: 'de ETag van het voorstel' }]);
}

/** Changes are made in what is known now. Throws a 400 Problem when the request looks back. */
export function refuseLookingBack(c: Context): void {
  const asked = ['bekendOp', 'geldigOp'].filter((key) => c.req.query(key) !== undefined);
  if (asked.length === 0) return;
  throw toInvalid(
    asked.map((veld) => ({
      veld,
      waarde: toShown(c.req.query(veld)),
      verwacht: 'niets: inlezen wijzigt wat nu bekend is',
    })),
  );
}

/** The face of a file that is not read. */
export function toFileProblem({ message, status }: WorkbookRefusal): Problem {
  const title = { 400: 'Bestand niet te lezen', 413: 'Bestand te groot', 415: 'Verkeerd soort bestand' }[
    status
  ];
  return new Problem(status, title, message, {
    errors: [{ veld: 'bestand', waarde: '', verwacht: WANTED }],
  });
}

/** The filters of a list in words. */
export function describeQuery(query: Readonly<Record<string, readonly string[] | undefined>>): string {
  const parts = Object.entries(query).flatMap(([naam, values]) =>
    values ? [`${naam} ${values.join(', ')}`] : [],
  );
  return parts.join('; ') || 'alle projecten';
}
