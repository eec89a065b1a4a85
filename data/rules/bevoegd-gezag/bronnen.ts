// The law texts that were read, each in the version it was read in. Later changes were not seen.
export const omgevingswet =
  'https://wetten.overheid.nl/BWBR0037885 (Omgevingswet, tekst zoals geldend op 01-01-2024; latere wijzigingen niet gezien; gelezen via github legalize-dev/legalize-nl nl/BWBR0037885.md)';
export const omgevingsbesluit =
  'https://wetten.overheid.nl/BWBR0041278 (Omgevingsbesluit, tekst zoals geldend op 01-07-2025; gelezen via github legalize-dev/legalize-nl nl/BWBR0041278.md)';
export const bkl =
  'https://wetten.overheid.nl/BWBR0041313 (Besluit kwaliteit leefomgeving, tekst zoals geldend op 01-10-2026; gelezen via github legalize-dev/legalize-nl nl/BWBR0041313.md)';
export const bal =
  'https://wetten.overheid.nl/BWBR0041330 (Besluit activiteiten leefomgeving, tekst zoals geldend op 30-12-2025; gelezen via github legalize-dev/legalize-nl nl/BWBR0041330.md)';
export const elektriciteitswet =
  'https://wetten.overheid.nl/BWBR0009755 (Elektriciteitswet 1998, tekst 30-06-2015; gelezen via github statengeneraal/laws-markdown wet/elektriciteitswet/1998/BWBR0009755/README.md)';
export const gaswet =
  'https://wetten.overheid.nl/BWBR0011440 (Gaswet, tekst 15-09-2015; gelezen via github statengeneraal/laws-markdown wet/gaswet/BWBR0011440/README.md)';
export const mijnbouwwet =
  'https://wetten.overheid.nl/BWBR0014168 (Mijnbouwwet, tekst 03-04-2015; gelezen via github statengeneraal/laws-markdown wet/mijnbouwwet/BWBR0014168/README.md)';
export const nkpw = 'https://nkpw.nl/2012/11/15/1468-index-1309-1/';
export const stcrt2023 = 'https://zoek.officielebekendmakingen.nl/stcrt-2023-13047.html';
export const vbk =
  'https://www.vbk.nl/legalupdate/internetconsultatie-van-de-versnelde-vergunningsprocedure-voor-elektriciteitsprojecten';

/** Start of the Omgevingswet, and the last day of the regimes before it. */
export const START_OMGEVINGSWET = '2024-01-01';
export const EINDE_OUD_RECHT = '2023-12-31';
/** First day of the old energy-law rules on national coordination. */
export const START_OUD_RECHT = '2009-03-01';
