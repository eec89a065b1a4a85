// The fiche of the uitvoeringsaanpak (bijlage 1), one project a row.
import { projectRecord } from '../records/index.ts';
import type { ExcelLijst } from './lijst.ts';

export const projectenLijst: ExcelLijst = {
  naam: 'projecten',
  titel: 'Projecten',
  blad: 'Projecten',
  uitleg: 'De velden van de fiche, één project per rij.',
  record: projectRecord,
  nieuweRijen:
    'Een nieuw project maakt u op de pagina Nieuw project: daar wijst u ook de plek aan. Haal deze rij weg.',
  bron: 'pMIEK-uitvoeringsaanpak, bijlage 1 (fiche)',
  kolommen: [
    { soort: 'project', label: 'Project (nummer in de atlas)', breedte: 16 },
    { soort: 'veld', veld: 'naam', breedte: 34 },
    { soort: 'veld', veld: 'aanleiding', breedte: 44 },
    { soort: 'veld', veld: 'doel', breedte: 44 },
    { soort: 'veld', veld: 'kansenKnelpunten', breedte: 44 },
    {
      soort: 'lezen',
      naam: 'fase',
      label: 'Projectfase',
      breedte: 20,
      waarom: 'Een andere fase kiest u op de fiche: daar vraagt de atlas wat bij die stap hoort.',
    },
    { soort: 'veld', veld: 'typeProject', breedte: 24 },
    { soort: 'veld', veld: 'vervolg', breedte: 34 },
    { soort: 'veld', veld: 'locatie', breedte: 34 },
    { soort: 'veld', veld: 'typeInfra', breedte: 24 },
    {
      soort: 'lezen',
      naam: 'partijen',
      label: 'Betrokken partijen',
      breedte: 44,
      waarom: 'Partijen wijzigt u op de fiche: zij bepalen ook wie wat mag zien.',
    },
    { soort: 'veld', veld: 'bevoegdGezag', breedte: 18 },
    { soort: 'veld', veld: 'bevoegdGezagOrgaan', breedte: 28 },
    { soort: 'veld', veld: 'tijdspad', label: 'Tijdspad en IBN', breedte: 34 },
    { soort: 'veld', veld: 'ibnVan', breedte: 10 },
    { soort: 'veld', veld: 'ibnTot', breedte: 10 },
    { soort: 'veld', veld: 'pmiekNummer', label: 'Link met pMIEK project en IP', breedte: 18 },
    { soort: 'veld', veld: 'opgenomenInIp', breedte: 14 },
    {
      soort: 'veld',
      veld: 'ipNummers',
      label: 'ID/projectnummer in investeringsplan? (meerdere per pMIEK-project mogelijk)',
      breedte: 34,
    },
    { soort: 'veld', veld: 'energiedrager', breedte: 18 },
    {
      soort: 'lezen',
      naam: 'gemeenten',
      label: 'Gemeenten',
      breedte: 34,
      waarom: 'De gemeenten wijzigt u op de fiche.',
    },
  ],
};
