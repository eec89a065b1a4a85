// In bedrijf name: a dated claim with a range, a cause and a source. Earlier claims stay.
import type { RecordDocument } from '../document.ts';
import { waardeAarden } from '../vocabulary.ts';

export const ibnRecord: RecordDocument = {
  naam: 'ibn',
  meervoud: 'ibn-uitspraken',
  tabel: 'ibn',
  titel: 'IBN-uitspraak',
  titelMeervoud: 'IBN-uitspraken',
  uitleg: 'Wie zei wanneer dat het project in bedrijf komt, en waarom dat schoof.',
  kop: 'gezegdOp',
  schrijvers: 'de eigenaar van het project, betrokken netbeheerders en de coördinator van de provincie',
  velden: [
    { naam: 'jaarVan', kolom: 'jaar_van', label: 'IBN van', soort: 'jaar', verplicht: true },
    { naam: 'jaarTot', kolom: 'jaar_tot', label: 'IBN tot', soort: 'jaar', verplicht: true },
    {
      naam: 'aard',
      kolom: 'aard',
      label: 'Gepland, werkelijk of geschat',
      soort: 'keuze',
      keuzes: waardeAarden,
      verplicht: true,
    },
    { naam: 'gezegdOp', kolom: 'gezegd_op', label: 'Gezegd op', soort: 'datum', verplicht: true },
    {
      naam: 'oorzaak',
      kolom: 'oorzaak',
      label: 'Oorzaak van de verandering',
      soort: 'alinea',
      maxTekens: 2000,
    },
    { naam: 'bron', kolom: 'bron', label: 'Bron', soort: 'tekst', verplicht: true },
  ],
};
