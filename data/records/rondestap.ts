// The lineage of a project over the pMIEK rounds: no project disappears without successor or reason.
import type { RecordDocument } from '../document.ts';
import { concreetheden, rondeStappen, rondestapStatussen } from '../vocabulary.ts';

export const rondestapRecord: RecordDocument = {
  naam: 'rondestap',
  meervoud: 'rondestappen',
  tabel: 'rondestap',
  titel: 'Stap in een pMIEK-ronde',
  titelMeervoud: 'Stappen in de pMIEK-rondes',
  uitleg: 'Wat er in een ronde met het project gebeurt. Wie indient stelt niet vast.',
  kop: 'ronde',
  schrijvers:
    'de coördinator van de provincie en de eigenaar van het project; vaststellen doet een vaststeller',
  velden: [
    {
      naam: 'ronde',
      kolom: 'ronde',
      label: 'Ronde',
      soort: 'tekst',
      maxTekens: 10,
      verplicht: true,
      uitleg: 'Zoals 2.0.',
    },
    { naam: 'stap', kolom: 'stap', label: 'Stap', soort: 'keuze', keuzes: rondeStappen, verplicht: true },
    { naam: 'categorie', kolom: 'categorie', label: 'Categorie', soort: 'keuze', keuzes: concreetheden },
    {
      naam: 'pmiekNummer',
      kolom: 'pmiek_nummer',
      label: 'Nummer in de lijst',
      soort: 'tekst',
      maxTekens: 20,
    },
    {
      naam: 'opvolgers',
      kolom: 'opvolgers',
      label: 'Opvolgers',
      soort: 'verwijzingen',
      verwijst: 'project',
      uitleg: 'Verplicht bij gesplitst en samengevoegd.',
    },
    {
      naam: 'toelichting',
      kolom: 'toelichting',
      label: 'Reden',
      soort: 'alinea',
      uitleg: 'Verplicht bij vervallen en terug naar pMIEK +1.',
    },
    {
      naam: 'terugblik',
      kolom: 'terugblik',
      label: 'Terugblik op het proces',
      soort: 'alinea',
      maxTekens: 4000,
      uitleg: 'In eigen woorden: hoe het in deze ronde ging. Staat in het hoofddocument van de provincie.',
    },
    {
      naam: 'status',
      kolom: 'status',
      label: 'Status',
      soort: 'keuze',
      keuzes: rondestapStatussen,
      verplicht: true,
    },
    {
      naam: 'ingediendDoor',
      kolom: 'ingediend_door',
      label: 'Ingediend door',
      soort: 'tekst',
      doorAtlas: true,
    },
  ],
};
