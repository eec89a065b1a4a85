// Where a project lies and what is built there.
import type { RecordField } from '../document.ts';
import {
  energiedragerLabels,
  energiedragers,
  soortenAanleg,
  typeInfraGroepen,
  typeInfraGroepLabels,
} from '../vocabulary.ts';

export const projectPlace: readonly RecordField[] = [
  {
    naam: 'provincies',
    kolom: 'provincies',
    label: 'Provincies',
    soort: 'teksten',
    verplicht: true,
    uitleg: 'Codes zoals PV26.',
  },
  {
    naam: 'gemeenten',
    kolom: 'gemeenten',
    label: 'Gemeenten',
    soort: 'teksten',
    uitleg: 'Codes zoals GM0344.',
  },
  {
    naam: 'bedientProvincies',
    kolom: 'bedient_provincies',
    label: 'Bedient provincies',
    soort: 'teksten',
    uitleg: 'Waar het bediende gebied in een andere provincie ligt dan het project.',
  },
  {
    naam: 'energiedrager',
    kolom: 'energiedrager',
    label: 'Energiedrager',
    soort: 'keuze',
    keuzes: energiedragers,
    keuzeLabels: energiedragerLabels,
    verplicht: true,
  },
  {
    naam: 'typeInfra',
    kolom: 'type_infra',
    label: 'Type infra',
    soort: 'tekst',
    metHerkomst: true,
    sjabloonveld: 'fiche: type_infra',
  },
  {
    naam: 'typeInfraGroep',
    kolom: 'type_infra_groep',
    label: 'Soort infrastructuur',
    soort: 'keuze',
    keuzes: typeInfraGroepen,
    keuzeLabels: typeInfraGroepLabels,
    verplicht: true,
  },
  { naam: 'aard', kolom: 'aard', label: 'Nieuw of uitbreiding', soort: 'keuze', keuzes: soortenAanleg },
  { naam: 'netbeheerders', kolom: 'netbeheerders', label: 'Netbeheerders', soort: 'teksten' },
];
