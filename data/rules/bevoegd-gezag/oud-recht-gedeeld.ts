// What the rules of the energy laws until the Omgevingswet share. Text of 2015; later changes were not seen.
import { EINDE_OUD_RECHT, START_OUD_RECHT } from './bronnen.ts';
import type { Levering } from './regel.ts';

export const oud = {
  energiedrager: 'elektriciteit',
  geldigVan: START_OUD_RECHT,
  geldigTot: EINDE_OUD_RECHT,
  nietVoor: null,
  geldendOp: '2015-06-30',
  artikelGelezen: true,
  geverifieerd: true,
};
export const tekst2015 =
  'Tekst van 2015 gelezen; latere wijzigingen tot 2024 niet gezien. Sinds 1-1-2024 is de projectprocedure van afdeling 5.2 Omgevingswet daarvoor in de plaats gekomen (stcrt-2023-13047).';
export const rijksinpassingsplan = 'rijkscoordinatieregeling met rijksinpassingsplan';

export const naarRijk = (toelichting: string): Levering => ({
  besluit: 'inpassingsplan',
  bevoegdGezag: 'Rijk',
  orgaan: 'Minister van EZ',
  instrument: 'inpassingsplan (oud recht)',
  wie: 'Rijk',
  zekerheid: 'regel',
  toelichting: `${toelichting} Oud recht, tekst van 2015; latere wijzigingen niet gezien.`,
});
