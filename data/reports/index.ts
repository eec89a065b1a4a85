// Every report the atlas can make, in the order of the menu.
import type { ReportDocument } from '../document.ts';
import { actielijst } from './actielijst.ts';
import { fiche } from './fiche.ts';
import { monitoringslijst } from './monitoringslijst.ts';
import { uitvoeringsaanpak } from './uitvoeringsaanpak.ts';

export const reports: readonly ReportDocument[] = [fiche, actielijst, monitoringslijst, uitvoeringsaanpak];
