import type { SourceDocument } from '../document.ts';
import { resRegios as register } from '../seed/gebieden.ts';
import { fromGemeenten, membershipNote } from './from-gemeenten.ts';

export const resRegios: SourceDocument = {
  ...fromGemeenten,
  id: 'res-regios',
  titel: "RES-regio's",
  dienst: 'https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1',
  uitgever: 'CBS 84721NED (codes), toedeling quintel/etsource',
  verwachtAantal: register.length,
  toelichting: `${membershipNote} Per 2027 gaan RES- en warmteregio's op in Energieregio's.`,
};
