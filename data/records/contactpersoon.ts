// Who to call. Personal data: only for the parties of the project, and no longer than needed.
import type { RecordDocument } from '../document.ts';

export const contactpersoonRecord: RecordDocument = {
  naam: 'contactpersoon',
  meervoud: 'contactpersonen',
  tabel: 'contactpersoon',
  titel: 'Contactpersoon',
  titelMeervoud: 'Contactpersonen',
  uitleg: 'Alleen zichtbaar voor betrokken partijen; wordt na de bewaartermijn gewist.',
  kop: 'naam',
  schrijvers: 'de eigenaar van het project en de coördinator van de provincie',
  velden: [
    {
      naam: 'organisatie',
      kolom: 'organisatie',
      label: 'Organisatie',
      soort: 'organisatie',
      verplicht: true,
    },
    { naam: 'naam', kolom: 'naam', label: 'Naam', soort: 'tekst', verplicht: true, persoonsgegeven: true },
    { naam: 'functie', kolom: 'functie', label: 'Functie', soort: 'tekst' },
    { naam: 'email', kolom: 'email', label: 'E-mail', soort: 'email', persoonsgegeven: true },
    {
      naam: 'telefoon',
      kolom: 'telefoon',
      label: 'Telefoon',
      soort: 'tekst',
      maxTekens: 30,
      persoonsgegeven: true,
    },
    {
      naam: 'bewarenTot',
      kolom: 'bewaren_tot',
      label: 'Bewaren tot',
      soort: 'datum',
      verplicht: true,
      uitleg: 'Daarna worden deze gegevens gewist.',
    },
  ],
};
