// The actielijst of one project: who does what, when, to reach the next fase.
import type { ReportDocument } from '../document.ts';
import { actielijstKolommen } from '../seed/proces.ts';

export const actielijst: ReportDocument = {
  naam: 'actielijst',
  titel: 'Actielijst',
  niveau: 'project',
  bron: 'pMIEK-uitvoeringsaanpak (najaar 2023), bijlage 1 en 2',
  secties: [
    { id: 'afspraken', titel: 'Uitvoeringsafspraken', soort: 'tabel', velden: actielijstKolommen },
    {
      id: 'ruimtebeslag',
      titel: 'Ruimtegebruik in de gemeente',
      soort: 'vraag',
      vraag: 'ruimtebeslag',
      toelichting:
        'De uitvoeringsaanpak vraagt het ruimtegebruik per gemeente en de gemeentelijke vergunningen.',
    },
    { id: 'besluiten', titel: 'Besluiten en vergunningen', soort: 'vraag', vraag: 'bevoegd-gezag' },
  ],
};
