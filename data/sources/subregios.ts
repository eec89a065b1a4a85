import type { SourceDocument } from '../document.ts';
import { subregios as register } from '../seed/gebieden.ts';
import { fromGemeenten } from './from-gemeenten.ts';

export const subregios: SourceDocument = {
  ...fromGemeenten,
  id: 'subregios',
  titel: "Subregio's",
  uitgever: 'per indeling genoemd bij het gebied',
  verwachtAantal: register.length,
  toelichting:
    'Samengevoegd uit gemeenten. Subregio-indelingen zijn vrij: binnen een indeling overlappen ze niet, indelingen onderling wel. Waar de ledenlijst uit achtergrondkennis komt, staat dat bij het gebied.',
};
