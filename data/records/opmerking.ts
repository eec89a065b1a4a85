// A remark pinned to the project, a field or a place; open until somebody says why it is resolved.
import type { RecordDocument } from '../document.ts';

export const opmerkingRecord: RecordDocument = {
  naam: 'opmerking',
  meervoud: 'opmerkingen',
  tabel: 'opmerking',
  titel: 'Opmerking',
  titelMeervoud: 'Opmerkingen',
  uitleg: 'Bij het project, bij een veld van de fiche of bij een plek op de kaart.',
  kop: 'tekst',
  schrijvers: 'elke betrokken partij, en elke gemeente in het eigen gebied',
  velden: [
    {
      naam: 'onderwerp',
      kolom: 'onderwerp',
      label: 'Hoort bij',
      soort: 'keuze',
      keuzes: ['project', 'veld', 'plek'],
      keuzeLabels: { project: 'het project', veld: 'een veld', plek: 'een plek op de kaart' },
      verplicht: true,
      vast: true,
    },
    { naam: 'veld', kolom: 'veld', label: 'Veld', soort: 'tekst', maxTekens: 60, vast: true },
    { naam: 'punt', kolom: 'punt', label: 'Plek', soort: 'geometrie', vast: true },
    { naam: 'tekst', kolom: 'tekst', label: 'Opmerking', soort: 'alinea', maxTekens: 4000, verplicht: true },
    {
      naam: 'antwoordOp',
      kolom: 'antwoord_op',
      label: 'Antwoord op',
      soort: 'verwijzing',
      verwijst: 'opmerking',
      vast: true,
    },
    {
      naam: 'status',
      kolom: 'status',
      label: 'Status',
      soort: 'keuze',
      keuzes: ['open', 'opgelost'],
      verplicht: true,
    },
    {
      naam: 'opgelostReden',
      kolom: 'opgelost_reden',
      label: 'Hoe opgelost',
      soort: 'alinea',
      maxTekens: 2000,
    },
  ],
};
