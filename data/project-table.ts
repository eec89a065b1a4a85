// The list of projects as a table, for a spreadsheet: every fact of the list, unknown left empty.
import type { AnswerColumn } from './document.ts';
import type { Project } from './schema/project.ts';

export const projectKolommen: AnswerColumn[] = [
  { naam: 'id', label: 'Nummer' },
  { naam: 'titel', label: 'Project' },
  { naam: 'fase', label: 'Fase' },
  { naam: 'faseHerkomst', label: 'Fase volgens', toelichting: 'bron, of afgeleid uit de procedurestap' },
  { naam: 'energiedrager', label: 'Energiedrager' },
  { naam: 'typeInfra', label: 'Type infrastructuur' },
  { naam: 'aard', label: 'Nieuw of uitbreiding' },
  { naam: 'netbeheerders', label: 'Netbeheerders' },
  { naam: 'gemeenten', label: 'Gemeenten' },
  { naam: 'gemeenteCodes', label: 'Gemeentecodes' },
  { naam: 'provincies', label: 'Provinciecodes' },
  { naam: 'resRegios', label: 'RES-regiocodes' },
  { naam: 'subregios', label: 'Subregiocodes' },
  { naam: 'ibnVan', label: 'IBN van', eenheid: 'jaar' },
  { naam: 'ibnTot', label: 'IBN tot', eenheid: 'jaar' },
  { naam: 'pmiekRonde', label: 'pMIEK-ronde' },
  { naam: 'pmiekBewijs', label: 'Bewijs van pMIEK-lidmaatschap' },
  { naam: 'concreetheid', label: 'Concreetheid' },
  { naam: 'ligging', label: 'Zekerheid van de ligging' },
  { naam: 'straalM', label: 'Straal', eenheid: 'm' },
  { naam: 'lengtegraad', label: 'Lengtegraad (WGS 84)' },
  { naam: 'breedtegraad', label: 'Breedtegraad (WGS 84)' },
];

/** One line for each project, with the columns of projectKolommen; lists are joined, unknown is null. */
export function toProjectTable(projecten: readonly Project[]): Record<string, string | number | null>[] {
  const join = (values: readonly string[]): string | null => values.join(', ') || null;
  return projecten.map((project) => ({
    id: project.id,
    titel: project.titel,
    fase: project.fase,
    faseHerkomst: project.faseHerkomst,
    energiedrager: project.energiedrager,
    typeInfra: project.typeInfra,
    aard: project.aard,
    netbeheerders: join(project.netbeheerders),
    gemeenten: join(project.gemeenten.map(({ naam }) => naam)),
    gemeenteCodes: join(project.gemeenten.map(({ code }) => code)),
    provincies: join(project.provincies),
    resRegios: join(project.resRegios),
    subregios: join(project.subregios),
    ibnVan: project.ibnVan,
    ibnTot: project.ibnTot,
    pmiekRonde: project.pmiekRonde,
    pmiekBewijs: project.pmiekBewijs,
    concreetheid: project.concreetheid,
    ligging: project.ligging,
    straalM: project.straalM,
    lengtegraad: project.lngLat?.[0] ?? null,
    breedtegraad: project.lngLat?.[1] ?? null,
  }));
}
