import type { Fiche } from './kinds.ts';

/** What nobody recorded yet, in words, in the order of the fiche; parts that always stand there are left out. */
export function listMissing(fiche: Fiche): string[] {
  const parts: [string, readonly unknown[]][] = [
    ['mijlpalen', fiche.mijlpalen],
    ['monitoring', fiche.monitoring],
    ['vragen aan de energyboard', fiche.energyboardvragen],
    ['partijen', fiche.partijen],
    ['stappen in de pMIEK-rondes', fiche.rondestappen],
    ['investeringsplannen en samenhang', fiche.koppelingen],
    ['documenten', fiche.documenten],
    ['opmerkingen', fiche.opmerkingen],
  ];
  return parts.filter(([, items]) => items.length === 0).map(([name]) => name);
}
