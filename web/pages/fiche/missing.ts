import type { Fiche } from './kinds.ts';

/** One part of the fiche: its anchor, its name, and what is recorded in it; null for a part that always stands there. */
interface Part {
  id: string;
  titel: string;
  items: readonly unknown[] | null;
  /** The plural of its kind, for who may add the first. */
  meervoud?: string;
}

function listParts(fiche: Fiche): Part[] {
  return [
    { id: 'velden', titel: 'Project', items: null },
    { id: 'ibn', titel: 'Ingebruikname', items: null },
    { id: 'mijlpalen', titel: 'Mijlpalen', items: fiche.mijlpalen, meervoud: 'mijlpalen' },
    { id: 'acties', titel: 'Uitvoeringsafspraken', items: null },
    { id: 'monitoring', titel: 'Monitoring', items: fiche.monitoring, meervoud: 'monitoring' },
    {
      id: 'energyboard',
      titel: 'Vragen aan energyboard',
      items: fiche.energyboardvragen,
      meervoud: 'energyboardvragen',
    },
    { id: 'besluiten', titel: 'Besluiten', items: null },
    { id: 'ruimtebeslag', titel: 'Ruimtebeslag', items: null },
    { id: 'overlap', titel: 'Wat ligt hier al?', items: null },
    { id: 'partijen', titel: 'Betrokken partijen', items: fiche.partijen, meervoud: 'partijen' },
    { id: 'rondes', titel: 'pMIEK-rondes', items: fiche.rondestappen, meervoud: 'rondestappen' },
    {
      id: 'koppelingen',
      titel: 'Investeringsplannen en samenhang',
      items: fiche.koppelingen,
      meervoud: 'koppelingen',
    },
    { id: 'documenten', titel: 'Documenten', items: fiche.documenten, meervoud: 'documenten' },
    { id: 'opmerkingen', titel: 'Opmerkingen', items: fiche.opmerkingen, meervoud: 'opmerkingen' },
    { id: 'bronnen', titel: 'Waar dit vandaan komt', items: null },
  ];
}

/** What nobody recorded yet and this reader may not add, in words, in the order of the fiche. */
export function listMissing(fiche: Fiche): string[] {
  return listParts(fiche)
    .filter((part) => !isShown(fiche, part))
    .map(({ titel }) => titel.charAt(0).toLowerCase() + titel.slice(1));
}

/** The parts that are on the page for this reader, in order. */
export function listContents(fiche: Fiche): { id: string; titel: string }[] {
  return listParts(fiche).filter((part) => isShown(fiche, part));
}

function isShown({ magToevoegen }: Fiche, { items, meervoud }: Part): boolean {
  return items === null || items.length > 0 || (meervoud !== undefined && magToevoegen.includes(meervoud));
}
