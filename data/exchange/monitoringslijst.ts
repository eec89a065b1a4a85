// The monitoringslijst of the uitvoeringsaanpak (bijlage 2), one project and period a row.
import { monitoringRecord } from '../records/index.ts';
import type { ExcelLijst } from './lijst.ts';

export const monitoringslijst: ExcelLijst = {
  naam: 'monitoringslijst',
  titel: 'Monitoringslijst',
  blad: 'Monitoringslijst',
  uitleg: 'Per project en periode: is de IBN haalbaar, wat zit vast, wat wordt de energyboard gevraagd.',
  record: monitoringRecord,
  nieuweRijen: true,
  bron: 'pMIEK-uitvoeringsaanpak, bijlage 2 (monitoringslijst)',
  kolommen: [
    { soort: 'veld', veld: 'pmiekNummer', breedte: 14 },
    {
      soort: 'lezen',
      naam: 'projectnaam',
      label: 'Projectnaam',
      breedte: 34,
      waarom: 'De naam van een project wijzigt u op de fiche of in de lijst Projecten.',
    },
    { soort: 'veld', veld: 'haalbaarheidIbn', breedte: 14 },
    { soort: 'veld', veld: 'aandachtspunten', breedte: 44 },
    { soort: 'veld', veld: 'versnellingsactie', breedte: 44 },
    { soort: 'veld', veld: 'trekkers', breedte: 40 },
    { soort: 'veld', veld: 'vraagEnergyboard', breedte: 44 },
    { soort: 'veld', veld: 'ibnStatus', breedte: 16 },
    { soort: 'veld', veld: 'periode', breedte: 12 },
    { soort: 'project', label: 'Project (nummer in de atlas)', breedte: 16 },
  ],
};
