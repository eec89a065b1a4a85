import type { SourceDocument } from '../document.ts';

/** What the layers of the province of Drenthe share: GML files of 23 March 2026, no licence stated. */
export const drenthe = {
  dienst: null,
  dienstGeverifieerd: false,
  licentie: 'onbekend',
  uitgever: 'provincie Drenthe',
  peildatum: '2026-03-23',
  crs: 'EPSG:28992',
  tabel: 'beschermd_gebied',
  dekking: ['PV22'],
} satisfies Partial<SourceDocument>;
