// The hoofddocument of a provincie, for overview and for the national level.
import type { ReportDocument } from '../document.ts';
import { monitoringslijstKolommen } from '../seed/proces.ts';

export const uitvoeringsaanpak: ReportDocument = {
  naam: 'uitvoeringsaanpak',
  titel: 'Uitvoeringsaanpak (hoofddocument)',
  niveau: 'provincie',
  bron: 'pMIEK-uitvoeringsaanpak (najaar 2023), stap 3',
  secties: [
    { id: 'samenvatting', titel: 'Aantal en type projecten', soort: 'lijst' },
    {
      id: 'terugblik',
      titel: 'Terugblik op het proces',
      soort: 'velden',
      velden: [{ veld: 'terugblik', label: 'Terugblik' }],
    },
    {
      id: 'landelijk',
      titel: 'Aanhaking bij landelijke projecten en buurprovincies',
      soort: 'vraag',
      vraag: 'grensoverschrijdend',
    },
    {
      id: 'zonder-locatie',
      titel: 'Projecten in voorverkenning zonder locatie',
      soort: 'lijst',
      toelichting: 'Een project zonder locatie telt mee in zijn provincie.',
    },
    { id: 'monitoring', titel: 'Monitoring', soort: 'tabel', velden: monitoringslijstKolommen },
  ],
};
