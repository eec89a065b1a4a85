import { z } from 'zod';
import { excelGrenzen } from '../../data/exchange/lijst.ts';
import { keuzes, type VoorstelRij } from '../../data/schema/excel.ts';
import type { Keuzes } from './evaluate.ts';

/** Whose value wins where both changed a field. */
export const choices = z.strictObject({
  keuzes: z
    .array(
      z.strictObject({
        nummer: z
          .int()
          .positive()
          .optional()
          .meta({ description: 'rijnummer in het blad; weggelaten: alle rijen' }),
        veld: z.string().max(60).optional().meta({ description: 'weggelaten: alle velden van de rij' }),
        keuze: z.enum(keuzes).nullable().meta({ description: 'null: weer open' }),
      }),
    )
    .max(excelGrenzen.rijen),
});
export type Choices = z.infer<typeof choices>;

/** The choices after these, only where there is a conflict to choose in. */
export function choose(before: Keuzes, rijen: readonly VoorstelRij[], { keuzes: made }: Choices): Keuzes {
  const after = structuredClone(before);
  const byNumber = new Map(rijen.map((rij) => [rij.nummer, rij]));
  for (const { nummer, veld, keuze } of made) {
    const rows = nummer === undefined ? rijen : [byNumber.get(nummer)].filter((rij) => rij !== undefined);
    for (const { nummer: row, conflicten } of rows) {
      for (const conflict of conflicten) {
        if (veld !== undefined && conflict.veld !== veld) continue;
        const fields = (after[row] ??= {});
        if (keuze === null) delete fields[conflict.veld];
        else fields[conflict.veld] = keuze;
      }
    }
  }
  return after;
}
