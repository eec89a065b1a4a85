// A location alternative of a component; one of them becomes the voorkeursalternatief.
import type { RecordDocument } from '../document.ts';
import { liggingLabels } from '../vocabulary.ts';

export const variantRecord: RecordDocument = {
  naam: 'variant',
  meervoud: 'varianten',
  tabel: 'variant',
  titel: 'Variant',
  titelMeervoud: 'Varianten',
  uitleg: 'Een alternatieve ligging van een onderdeel. Kiezen vraagt een reden; de andere blijven staan.',
  kop: 'naam',
  schrijvers: 'de eigenaar van het project, betrokken netbeheerders en de coördinator van de provincie',
  velden: [
    {
      naam: 'componentId',
      kolom: 'component_id',
      label: 'Onderdeel',
      soort: 'verwijzing',
      verwijst: 'component',
      verplicht: true,
      vast: true,
    },
    { naam: 'letter', kolom: 'letter', label: 'Letter', soort: 'tekst', maxTekens: 1, verplicht: true },
    { naam: 'naam', kolom: 'naam', label: 'Naam', soort: 'tekst' },
    {
      naam: 'ligging',
      kolom: 'ligging',
      label: 'Zekerheid van de ligging',
      soort: 'keuze',
      keuzes: ['exact', 'zoekgebied', 'geen'],
      keuzeLabels: liggingLabels,
      verplicht: true,
    },
    { naam: 'geometrie', kolom: 'geom', label: 'Ligging', soort: 'geometrie' },
    {
      naam: 'corridorM',
      kolom: 'corridor_m',
      label: 'Breedte van de strook',
      soort: 'getal',
      eenheid: 'm',
      minimum: 1,
      maximum: 5_000,
    },
    { naam: 'sjabloon', kolom: 'sjabloon', label: 'Getekend met sjabloon', soort: 'tekst' },
    { naam: 'isVoorkeur', kolom: 'is_voorkeur', label: 'Voorkeursalternatief', soort: 'janee' },
    { naam: 'keuzeReden', kolom: 'keuze_reden', label: 'Reden van de keuze', soort: 'alinea' },
    { naam: 'toelichting', kolom: 'toelichting', label: 'Toelichting', soort: 'alinea' },
  ],
};
