import type { SourceDocument } from '../document.ts';

/** What the unions of gemeenten have in common: their boundary is that of the gemeenten, as loaded. */
export const fromGemeenten = {
  dienst: null,
  dienstGeverifieerd: false,
  licentie: 'als de gemeenten',
  crs: 'EPSG:28992',
  peildatum: null,
  kolommen: {},
  lezers: {},
  tabel: 'gebied',
} satisfies Partial<SourceDocument>;

export const membershipNote =
  "Samengevoegd uit gemeenten; de toedeling is cijfermatig getoetst aan inwoners, auto's en woningen (quintel/etsource).";
