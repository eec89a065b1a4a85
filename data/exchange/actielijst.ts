// The uitvoeringsafspraken (uitvoeringsaanpak, bijlage 1) of one or more projects, one action a row.
import { actieRecord } from '../records/index.ts';
import type { ExcelLijst } from './lijst.ts';

export const actielijst: ExcelLijst = {
  naam: 'actielijst',
  titel: 'Actielijst',
  blad: 'Actielijst',
  uitleg: 'De uitvoeringsafspraken per project: wie doet wat, wanneer, met welk resultaat.',
  record: actieRecord,
  nieuweRijen: true,
  bron: 'pMIEK-uitvoeringsaanpak, bijlage 1 (uitvoeringsafspraken)',
  kolommen: [
    { soort: 'project', label: 'Project (nummer in de atlas)', breedte: 16 },
    {
      soort: 'lezen',
      naam: 'projectnaam',
      label: 'Projectnaam',
      breedte: 34,
      waarom: 'De naam van een project wijzigt u op de fiche of in de lijst Projecten.',
    },
    { soort: 'veld', veld: 'activiteit', breedte: 50 },
    { soort: 'veld', veld: 'trekkers', breedte: 34 },
    { soort: 'veld', veld: 'partijen', breedte: 34 },
    { soort: 'veld', veld: 'resultaat', breedte: 40 },
    { soort: 'veld', veld: 'planning', label: 'Planning', breedte: 24 },
    { soort: 'veld', veld: 'planningVan', breedte: 13 },
    { soort: 'veld', veld: 'planningTot', breedte: 13 },
    { soort: 'veld', veld: 'status', breedte: 12 },
    { soort: 'veld', veld: 'fase', breedte: 20 },
  ],
};
