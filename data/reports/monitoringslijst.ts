// The monitoringslijst of a provincie: is the IBN still within reach, what is stuck, what is asked of the energyboard.
import type { ReportDocument } from '../document.ts';
import { monitoringslijstKolommen } from '../seed/proces.ts';

export const monitoringslijst: ReportDocument = {
  naam: 'monitoringslijst',
  titel: 'Monitoringslijst',
  niveau: 'provincie',
  bron: 'pMIEK-uitvoeringsaanpak (najaar 2023), bijlage 2',
  secties: [{ id: 'monitoring', titel: 'Monitoring', soort: 'tabel', velden: monitoringslijstKolommen }],
};
