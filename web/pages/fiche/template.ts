import { ficheVelden, proces } from '../../../data/seed/proces.ts';

/** One field of the template of the uitvoeringsaanpak, bijlage 1. */
export interface TemplateField {
  veld: string;
  label: string;
}

/** Fields under one heading of the template; `titel` is null where the template has no heading over its field. */
export interface TemplateGroup {
  titel: string | null;
  velden: TemplateField[];
}

/** The template in its own order and groups; every field of it is in exactly one group. */
export function listTemplateGroups(): TemplateGroup[] {
  const groupOf = (veld: string): string | null =>
    Object.entries(proces.veldToelichting.ficheGroepen).find(([, velden]) => velden.includes(veld))?.[0] ??
    null;
  const groups: TemplateGroup[] = [];
  for (const { veld, label } of ficheVelden) {
    // The field that names a group is its first field: the link itself, over what is known of it.
    const titel = groupOf(veld) ?? (label in proces.veldToelichting.ficheGroepen ? label : null);
    const last = groups.at(-1);
    if (last && last.titel === titel) last.velden.push({ veld, label });
    else groups.push({ titel, velden: [{ veld, label }] });
  }
  return groups;
}

/** The fields of the project record that make up a field of the template. */
export const templateFields: Readonly<Record<string, readonly string[]>> = {
  projectnaam: ['naam'],
  aanleiding: ['aanleiding'],
  doel: ['doel'],
  kansen_knelpunten: ['kansenKnelpunten'],
  projectfase: ['fase', 'faseHerkomst'],
  type_project: ['typeProject'],
  vervolg: ['vervolg'],
  locatie: ['locatie', 'gemeenten', 'provincies'],
  type_infra: ['typeInfra', 'typeInfraGroep', 'energiedrager', 'aard'],
  betrokken_partijen: ['netbeheerders'],
  bevoegd_gezag: ['bevoegdGezag', 'bevoegdGezagOrgaan'],
  tijdspad_ibn: ['tijdspad', 'ibnVan', 'ibnTot'],
  link_pmiek_ip: ['pmiekNummer', 'pmiekRonde', 'ontstaansroute', 'concreetheid'],
  opgenomen_in_ip: ['opgenomenInIp'],
  ip_nummers: ['ipNummers'],
};

/** A part of the fiche that is edited as one form; the fase has a way of its own. */
export interface EditSection {
  titel: string;
  velden: readonly string[];
}

export const editSections: readonly EditSection[] = [
  {
    titel: 'Omschrijving',
    velden: ['naam', 'aanleiding', 'doel', 'kansenKnelpunten', 'typeProject', 'vervolg'],
  },
  {
    titel: 'Plek en infra',
    velden: [
      'locatie',
      'provincies',
      'gemeenten',
      'bedientProvincies',
      'energiedrager',
      'typeInfra',
      'typeInfraGroep',
      'aard',
      'netbeheerders',
    ],
  },
  {
    titel: 'Gezag en tijdspad',
    velden: ['bevoegdGezag', 'bevoegdGezagOrgaan', 'tijdspad', 'ibnVan', 'ibnTot'],
  },
  {
    titel: 'pMIEK en IP',
    velden: [
      'pmiekNummer',
      'pmiekRonde',
      'pmiekBewijs',
      'concreetheid',
      'ontstaansroute',
      'opgenomenInIp',
      'ipNummers',
    ],
  },
  {
    titel: 'Stand van zaken',
    velden: ['voorkeursalternatief', 'projectbesluit', 'technischOntwerp', 'investeringsbesluit'],
  },
  { titel: 'Bronnen', velden: ['bronnen', 'bronDatum', 'buitenbeeld'] },
];
