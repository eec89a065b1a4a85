// BG-29 … BG-31: what the Rijk tells the omgevingsplan to do. They do not change who decides. No legal advice.
import { bal, bkl, START_OMGEVINGSWET } from './bronnen.ts';
import type { BevoegdGezagRegel } from './regel.ts';

/** Text in force on 01-10-2026, start not established; it cannot be older than the Omgevingswet. */
const vanBkl = {
  geldigVan: null,
  geldigTot: null,
  nietVoor: START_OMGEVINGSWET,
  geldendOp: '2026-10-01',
  artikelGelezen: true,
  geverifieerd: true,
};

export const instructieregels: BevoegdGezagRegel[] = [
  {
    ...vanBkl,
    id: 'BG-29',
    energiedrager: 'elektriciteit',
    criterium:
      'Aangewezen trace van een hoogspanningsverbinding van ten minste 220 kV; aangewezen locatie voor opwekking van ten minste 500 MW (geen wind of kernenergie)',
    gezagTekst: 'Rijk wijst aan; gemeente legt vast',
    instrumentTekst:
      'instructieregel voor het omgevingsplan: trace opnemen, verbinding en bijbehorende stations toelaten, geen ander trace; ruimte houden voor opwekking',
    grondslag: 'Besluit kwaliteit leefomgeving art. 5.156, 5.157 en 5.159',
    bronnen: [bkl],
    toelichting:
      'Een ander trace mag alleen als de verbinding blijft, het aansluit bij de buurgemeenten en de beheerder niet onevenredig wordt benadeeld. De traces staan in bijlage XV onder C; begrenzing bij ministeriele regeling. Geldt niet voor 110/150 kV.',
    wanneer: {
      alleenAlsGegeven: {
        eenVan: [
          { kenmerk: 'spanningKv', min: 220 },
          {
            alle: [
              { kenmerk: 'opwek', is: ['andere duurzame bron', 'niet-duurzaam'] },
              { kenmerk: 'vermogenMw', min: 500 },
            ],
          },
        ],
      },
    },
    levert: [],
    aandacht:
      'Is dit een aangewezen tracé vanaf 220 kV of een aangewezen opweklocatie vanaf 500 MW, dan moet het omgevingsplan het toelaten (Bkl art. 5.156-5.159). De aangewezen tracés zijn hier niet getoetst.',
  },
  {
    ...vanBkl,
    id: 'BG-30',
    energiedrager: null,
    criterium:
      'Buisleiding van nationaal belang: aardgas van ten minste 45,7 cm en 40 bar, of ontvlambare gassen en vloeistoffen, giftige stoffen, CO2, zuurstof of stikstof, in een netwerk over provinciegrenzen',
    gezagTekst: 'Rijk wijst reserveringsgebied aan; gemeente houdt vrij',
    instrumentTekst:
      'instructieregel voor het omgevingsplan: aanleg alleen in het reserveringsgebied, geen belemmeringen',
    grondslag:
      'Besluit kwaliteit leefomgeving art. 5.135 t/m 5.139; Besluit activiteiten leefomgeving art. 3.101',
    bronnen: [bkl, bal],
    toelichting:
      'Maten in de rijen over ruimtebeslag (buisleidingenstrook). Ook een ondergrondse hoogspanningsverbinding in de lengterichting van de strook telt als belemmering.',
    wanneer: {
      alleenAlsGegeven: {
        alle: [
          { kenmerk: 'soortObject', is: ['leiding'] },
          {
            eenVan: [
              { kenmerk: 'energiedrager', is: ['waterstof', 'CO2'] },
              {
                alle: [
                  { kenmerk: 'energiedrager', is: ['aardgas'] },
                  { kenmerk: 'drukBar', min: 40 },
                  { kenmerk: 'diameterCm', min: 45.7 },
                ],
              },
            ],
          },
        ],
      },
    },
    levert: [],
    aandacht:
      'Hoort de leiding bij een netwerk over provinciegrenzen, dan mag zij alleen in het aangewezen reserveringsgebied (Bkl art. 5.135-5.139). Die gebieden zijn hier niet getoetst.',
  },
  {
    ...vanBkl,
    id: 'BG-31',
    energiedrager: 'elektriciteit',
    criterium:
      'Station met buiten opgestelde transformatoren van samen ten minste 200 MVA (gelijktijdig in te schakelen)',
    gezagTekst: 'gemeente (omgevingsplan)',
    instrumentTekst:
      'omgevingsplan sluit de activiteit uit, tenzij geborgd is dat het geluid op 50 m van de terreingrens niet boven de standaardwaarden komt; anders industrieterrein met geluidproductieplafond',
    grondslag: 'Besluit kwaliteit leefomgeving art. 5.72a en 5.78b lid 1 onder c',
    bronnen: [bkl],
    toelichting:
      'Dat het alternatief een industrieterrein met plafonds is (Omgevingswet art. 2.11a), is achtergrondkennis. Raakt vrijwel elk nieuw 150 kV- en 380 kV-station (afgeleid).',
    wanneer: {
      alle: [
        { alleenAlsGegeven: { kenmerk: 'soortObject', is: ['station'] } },
        { alleenAlsGegeven: { kenmerk: 'spanningKv', min: 110 } },
        { kenmerk: 'transformatorMva', min: 200 },
      ],
    },
    levert: [],
    aandacht:
      'Station met 200 MVA of meer buiten: het omgevingsplan moet borgen dat het geluid op 50 m van de terreingrens binnen de standaardwaarden blijft (Bkl art. 5.72a en 5.78b).',
    gevolg: {
      transformatorMva: 'vanaf samen 200 MVA stelt het Bkl een geluidseis aan het omgevingsplan (BG-31)',
    },
  },
];
