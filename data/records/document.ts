// Where the papers are: a link, never a copy.
import type { RecordDocument } from '../document.ts';

export const documentRecord: RecordDocument = {
  naam: 'document',
  meervoud: 'documenten',
  tabel: 'document',
  titel: 'Document',
  titelMeervoud: 'Documenten',
  uitleg: 'Een verwijzing naar een stuk: besluit, onderzoek, verslag.',
  kop: 'titel',
  schrijvers: 'de eigenaar van het project, betrokken netbeheerders en de coördinator van de provincie',
  velden: [
    { naam: 'titel', kolom: 'titel', label: 'Titel', soort: 'tekst', verplicht: true },
    { naam: 'url', kolom: 'url', label: 'Webadres', soort: 'webadres', maxTekens: 2000, verplicht: true },
    { naam: 'soort', kolom: 'soort', label: 'Soort', soort: 'tekst', maxTekens: 60 },
    { naam: 'datum', kolom: 'datum', label: 'Datum', soort: 'datum' },
  ],
};
