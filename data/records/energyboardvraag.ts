// A question to the energyboard, or to another table of the ladder, that can be answered and become an action.
import type { RecordDocument } from '../document.ts';
import { escalatieniveaus, vraagStatussen } from '../vocabulary.ts';

export const energyboardvraagRecord: RecordDocument = {
  naam: 'energyboardvraag',
  meervoud: 'energyboardvragen',
  tabel: 'energyboardvraag',
  titel: 'Vraag aan energyboard',
  titelMeervoud: 'Vragen aan energyboard',
  uitleg: 'Wat de bestuurders gevraagd wordt, en wat zij antwoordden.',
  kop: 'vraag',
  schrijvers: 'de coördinator van de provincie en de eigenaar van het project',
  velden: [
    { naam: 'vraag', kolom: 'vraag', label: 'Vraag', soort: 'alinea', verplicht: true },
    {
      naam: 'niveau',
      kolom: 'niveau',
      label: 'Aan',
      soort: 'keuze',
      keuzes: escalatieniveaus,
      verplicht: true,
    },
    { naam: 'gesteldOp', kolom: 'gesteld_op', label: 'Gesteld op', soort: 'datum', verplicht: true },
    {
      naam: 'status',
      kolom: 'status',
      label: 'Status',
      soort: 'keuze',
      keuzes: vraagStatussen,
      verplicht: true,
    },
    { naam: 'antwoord', kolom: 'antwoord', label: 'Antwoord', soort: 'alinea' },
    { naam: 'beantwoordOp', kolom: 'beantwoord_op', label: 'Beantwoord op', soort: 'datum' },
    {
      naam: 'monitoringId',
      kolom: 'monitoring_id',
      label: 'Uit monitoring',
      soort: 'verwijzing',
      verwijst: 'monitoring',
      vast: true,
    },
    {
      naam: 'actieId',
      kolom: 'actie_id',
      label: 'Werd actie',
      soort: 'verwijzing',
      verwijst: 'actie',
      doorAtlas: true,
    },
  ],
};
