import { z } from 'zod';
import { excelGrenzen } from '../../data/exchange/lijst.ts';
import { keuzes, type VoorstelRij } from '../../data/schema/excel.ts';
import { AS_NEW } from './copies.ts';
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
        keuze: z.enum(keuzes).nullish().meta({ description: 'null: weer open' }),
        alsNieuw: z
          .boolean()
          .optional()
          .meta({ description: 'een kopie van een rij als nieuwe rij lezen, of toch niet' }),
      }),
    )
    .max(excelGrenzen.rijen),
});
export type Choices = z.infer<typeof choices>;

/** The choices after these, only where there is something to choose: a conflict, or a copy of a row. */
export function choose(before: Keuzes, rijen: readonly VoorstelRij[], { keuzes: made }: Choices): Keuzes {
  const after = structuredClone(before);
  const byNumber = new Map(rijen.map((rij) => [rij.nummer, rij]));
  for (const { nummer, veld, keuze, alsNieuw } of made) {
    const rows = nummer === undefined ? rijen : [byNumber.get(nummer)].filter((rij) => rij !== undefined);
    for (const { nummer: row, conflicten, kopie } of rows) {
      if (alsNieuw !== undefined && nummer !== undefined && kopie !== null) {
        if (alsNieuw) (after[row] ??= {})['id'] = AS_NEW;
        else delete after[row]?.['id'];
      }
      if (keuze === undefined) continue;
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
