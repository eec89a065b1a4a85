// Which decision, by whom, by which instrument, on which grondslag, from when. Rules only propose; here stands what was decided.
import type { RecordDocument } from '../document.ts';
import {
  besluiten,
  besluitLabels,
  besluitStatussen,
  bevoegdGezagen,
  bevoegdGezagLabels,
  instrumenten,
  organen,
} from '../vocabulary.ts';

export const besluitRecord: RecordDocument = {
  naam: 'besluit',
  meervoud: 'besluiten',
  tabel: 'besluit',
  titel: 'Besluit',
  titelMeervoud: 'Besluiten',
  uitleg: 'Wie beslist waarover, met welk instrument. Wie indient stelt niet vast.',
  kop: 'besluit',
  schrijvers:
    'de eigenaar van het project, betrokken netbeheerders en de coördinator van de provincie; vaststellen doet een vaststeller',
  velden: [
    {
      naam: 'besluit',
      kolom: 'besluit',
      label: 'Besluit',
      soort: 'keuze',
      keuzes: besluiten,
      keuzeLabels: besluitLabels,
      verplicht: true,
    },
    {
      naam: 'componentId',
      kolom: 'component_id',
      label: 'Onderdeel',
      soort: 'verwijzing',
      verwijst: 'component',
    },
    {
      naam: 'bevoegdGezag',
      kolom: 'bevoegd_gezag',
      label: 'Bevoegd gezag',
      soort: 'keuze',
      keuzes: bevoegdGezagen,
      keuzeLabels: bevoegdGezagLabels,
      verplicht: true,
    },
    { naam: 'organisatie', kolom: 'organisatie', label: 'Organisatie', soort: 'organisatie' },
    { naam: 'orgaan', kolom: 'orgaan', label: 'Orgaan', soort: 'keuze', keuzes: organen },
    { naam: 'instrument', kolom: 'instrument', label: 'Instrument', soort: 'keuze', keuzes: instrumenten },
    { naam: 'grondslag', kolom: 'grondslag', label: 'Grondslag', soort: 'tekst' },
    {
      naam: 'status',
      kolom: 'status',
      label: 'Status',
      soort: 'keuze',
      keuzes: besluitStatussen,
      verplicht: true,
    },
    {
      naam: 'ingediendDoor',
      kolom: 'ingediend_door',
      label: 'Ingediend door',
      soort: 'tekst',
      doorAtlas: true,
    },
    {
      naam: 'datumBesluit',
      kolom: 'datum_besluit',
      label: 'Datum besluit',
      soort: 'datum',
      metHerkomst: true,
    },
    {
      naam: 'datumInWerking',
      kolom: 'datum_in_werking',
      label: 'In werking op',
      soort: 'datum',
      metHerkomst: true,
    },
    { naam: 'toelichting', kolom: 'toelichting', label: 'Toelichting', soort: 'alinea' },
  ],
};
