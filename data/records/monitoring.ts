// The monitoringslijst of the uitvoeringsaanpak (bijlage 2), one entry per project and period.
import type { RecordDocument } from '../document.ts';
import { ibnStatussen } from '../vocabulary.ts';

export const monitoringRecord: RecordDocument = {
  naam: 'monitoring',
  meervoud: 'monitoring',
  tabel: 'monitoring',
  titel: 'Monitoring',
  titelMeervoud: 'Monitoring',
  uitleg: 'Is de IBN nog haalbaar, wat zit vast, wat wordt de energyboard gevraagd.',
  kop: 'periode',
  schrijvers: 'de coördinator van de provincie en de eigenaar van het project',
  velden: [
    {
      naam: 'periode',
      kolom: 'periode',
      label: 'Periode',
      soort: 'tekst',
      maxTekens: 7,
      verplicht: true,
      uitleg: 'Een halfjaar, kwartaal of maand: 2026-H2, 2026-K4 of 2026-11.',
    },
    {
      naam: 'pmiekNummer',
      kolom: 'pmiek_nummer',
      label: 'Project (naar pMIEK-lijst)',
      soort: 'tekst',
      maxTekens: 20,
      sjabloonveld: 'monitoringslijst: project',
    },
    {
      naam: 'haalbaarheidIbn',
      kolom: 'haalbaarheid_ibn',
      label: 'Haalbaarheid IBN',
      soort: 'jaar',
      uitleg: 'Het jaar waarin ingebruikname haalbaar is; zo heet de kolom in het sjabloon.',
      sjabloonveld: 'monitoringslijst: haalbaarheid_ibn',
    },
    {
      naam: 'ibnStatus',
      kolom: 'ibn_status',
      label: 'IBN is',
      soort: 'keuze',
      uitleg: 'Hoe het ervoor staat met het jaar dat het project nu noemt.',
      keuzes: ibnStatussen,
      verplicht: true,
    },
    {
      naam: 'aandachtspunten',
      kolom: 'aandachtspunten',
      label: 'Aandachtspunten (proces of risico)',
      soort: 'alinea',
      sjabloonveld: 'monitoringslijst: aandachtspunten',
    },
    {
      naam: 'versnellingsactie',
      kolom: 'versnellingsactie',
      label: 'Versnellingsactie',
      soort: 'alinea',
      sjabloonveld: 'monitoringslijst: versnellingsactie',
    },
    {
      naam: 'trekkers',
      kolom: 'trekkers',
      label: 'Trekker / verantwoordelijke bij aandachtspunten en versnellingsacties',
      soort: 'organisaties',
      sjabloonveld: 'monitoringslijst: trekker',
    },
    {
      naam: 'vraagEnergyboard',
      kolom: 'vraag_energyboard',
      label: 'Vraag aan energyboard',
      soort: 'alinea',
      uitleg: 'Wordt bij het bewaren gesteld als vraag aan de energyboard, die beantwoord kan worden.',
      sjabloonveld: 'monitoringslijst: vraag_energyboard',
    },
  ],
};
