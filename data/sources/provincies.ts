import type { SourceDocument } from '../document.ts';
import { provincies as register } from '../seed/gebieden.ts';
import { fromGemeenten, membershipNote } from './from-gemeenten.ts';

export const provincies: SourceDocument = {
  ...fromGemeenten,
  id: 'provincies',
  titel: 'Provincies',
  uitgever: 'Kadaster en CBS (gemeenten), toedeling quintel/etsource',
  verwachtAantal: register.length,
  toelichting: membershipNote,
};
