// What a project hangs together with: investment plans (n:m), the nMIEK, other projects, the area it serves.
import type { RecordDocument } from '../document.ts';
import { koppelingSoorten } from '../vocabulary.ts';

export const koppelingRecord: RecordDocument = {
  naam: 'koppeling',
  meervoud: 'koppelingen',
  tabel: 'koppeling',
  titel: 'Koppeling',
  titelMeervoud: 'Koppelingen',
  uitleg: 'Nummer in een investeringsplan, nMIEK-project, project waarvan dit afhangt, of bediend gebied.',
  kop: 'doel',
  schrijvers: 'de eigenaar van het project, betrokken netbeheerders en de coördinator van de provincie',
  velden: [
    {
      naam: 'soort',
      kolom: 'soort',
      label: 'Soort',
      soort: 'keuze',
      keuzes: koppelingSoorten,
      verplicht: true,
    },
    {
      naam: 'doel',
      kolom: 'doel',
      label: 'Waarmee',
      soort: 'tekst',
      verplicht: true,
      uitleg: 'Het IP-nummer, nMIEK-project, projectnummer of de gebiedscode.',
    },
    {
      naam: 'componentId',
      kolom: 'component_id',
      label: 'Onderdeel',
      soort: 'verwijzing',
      verwijst: 'component',
    },
    { naam: 'toelichting', kolom: 'toelichting', label: 'Toelichting', soort: 'alinea' },
  ],
};
