// A date in the tijdspad of a project.
import type { RecordDocument } from '../document.ts';
import { waardeAarden } from '../vocabulary.ts';

export const mijlpaalRecord: RecordDocument = {
  naam: 'mijlpaal',
  meervoud: 'mijlpalen',
  tabel: 'mijlpaal',
  titel: 'Mijlpaal',
  titelMeervoud: 'Mijlpalen',
  uitleg: 'Een datum in het tijdspad.',
  kop: 'naam',
  schrijvers: 'de eigenaar van het project, betrokken netbeheerders en de coördinator van de provincie',
  velden: [
    { naam: 'naam', kolom: 'naam', label: 'Mijlpaal', soort: 'tekst', verplicht: true },
    { naam: 'datum', kolom: 'datum', label: 'Datum', soort: 'datum', verplicht: true },
    {
      naam: 'aard',
      kolom: 'aard',
      label: 'Gepland, werkelijk of geschat',
      soort: 'keuze',
      keuzes: waardeAarden,
      verplicht: true,
    },
  ],
};
