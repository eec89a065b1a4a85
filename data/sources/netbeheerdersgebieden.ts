import type { SourceDocument } from '../document.ts';
import { gemeenten } from '../seed/gebieden.ts';
import { fromGemeenten } from './from-gemeenten.ts';

export const netbeheerdersgebieden: SourceDocument = {
  ...fromGemeenten,
  id: 'netbeheerdersgebieden',
  titel: 'Netbeheerdersgebieden (elektriciteit, MS/LS)',
  uitgever: 'Gebiedsindelingscode elektriciteit (wetten.overheid.nl/BWBR0037943), tekst 13-12-2023',
  peildatum: '2023-12-13',
  // One area per operator that is the main one in some gemeente.
  verwachtAantal: new Set(gemeenten.map((gemeente) => gemeente.netbeheerder)).size,
  toelichting:
    'Samengevoegd uit gemeenten naar de netbeheerder van de hele gemeente. 15 gemeenten hebben delen van een ander; die zijn alleen in woorden bekend en staan als toelichting bij het lidmaatschap.',
};
