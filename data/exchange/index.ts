// The lists that go out as a workbook and come back.
import { actielijst } from './actielijst.ts';
import type { ExcelLijst } from './lijst.ts';
import { monitoringslijst } from './monitoringslijst.ts';
import { projectenLijst } from './projecten.ts';

export const excelLijsten: readonly ExcelLijst[] = [actielijst, monitoringslijst, projectenLijst];

/** The list with this name; null when there is none. */
export function findExcelLijst(naam: string): ExcelLijst | null {
  return excelLijsten.find((lijst) => lijst.naam === naam) ?? null;
}
