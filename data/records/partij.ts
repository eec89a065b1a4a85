// Who takes part in a project, and who sees what is confidential in it.
import type { RecordDocument } from '../document.ts';
import { partijRollen } from '../vocabulary.ts';

export const partijRecord: RecordDocument = {
  naam: 'partij',
  meervoud: 'partijen',
  tabel: 'partij',
  titel: 'Betrokken partij',
  titelMeervoud: 'Betrokken partijen',
  uitleg:
    'Een organisatie die meedoet ziet wat voor partijen is; een vertrouwde partij ook wat vertrouwelijk is.',
  kop: 'organisatie',
  schrijvers: 'de eigenaar van het project en de coördinator van de provincie',
  velden: [
    {
      naam: 'organisatie',
      kolom: 'organisatie',
      label: 'Organisatie',
      soort: 'organisatie',
      verplicht: true,
      vast: true,
      sjabloonveld: 'fiche: betrokken_partijen',
    },
    { naam: 'rol', kolom: 'rol', label: 'Rol', soort: 'keuze', keuzes: partijRollen, verplicht: true },
    { naam: 'vertrouwd', kolom: 'vertrouwd', label: 'Ziet wat vertrouwelijk is', soort: 'janee' },
    { naam: 'toelichting', kolom: 'toelichting', label: 'Toelichting', soort: 'tekst' },
  ],
};
