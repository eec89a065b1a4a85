import type { SourceDocument } from '../document.ts';
import type { GivenLayerReader } from '../readers.ts';

/**
 * What the layers of the province of Drenthe share: GML files of 23 March 2026, no licence stated. The province has its
 * layers on its own ArcGIS Server too, in this folder, one service for each (seen in public programs that read others of
 * its layers, November 2026).
 */
export const drenthe = {
  dienst: 'https://kaartportaal.drenthe.nl/server/rest/services/GDB_actueel',
  dienstGeverifieerd: false,
  licentie: 'onbekend',
  uitgever: 'provincie Drenthe',
  peildatum: '2026-03-23',
  crs: 'EPSG:28992',
  tabel: 'beschermd_gebied',
  dekking: ['PV22'],
} satisfies Partial<SourceDocument>;

/**
 * What the readers of its ArcGIS Server share. What the services of these layers are called was not seen anywhere, so
 * that the setting `naam` has the address.
 */
export function createDrentheReader(naam: string): GivenLayerReader {
  return {
    soort: 'arcgis',
    instellingen: [
      {
        naam,
        inhoud: `het https-adres van deze laag in de ArcGIS-dienst van de provincie, met het nummer van de laag en zonder vraagteken, zoals ${drenthe.dienst}/<naam>/MapServer/0`,
      },
    ],
    kolommen: {},
    uitgever: drenthe.uitgever,
    licentie: drenthe.licentie,
    dekking: drenthe.dekking,
    toelichting:
      'Alleen Drenthe. Kaartlaag van de ArcGIS-dienst van de provincie, op het adres dat de beheerder van deze atlas heeft opgegeven. De dienst rekent zelf van RD naar graden om.',
  };
}
