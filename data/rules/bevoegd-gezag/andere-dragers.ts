// BG-18 … BG-21: gas, hydrogen, CO2, heat, and the fast track for electricity. Current articles were not
// established. No legal advice.
import { START_OMGEVINGSWET, vbk } from './bronnen.ts';
import type { BevoegdGezagRegel } from './regel.ts';

const nu = {
  geldigVan: START_OMGEVINGSWET,
  geldigTot: null,
  nietVoor: null,
  geldendOp: null,
  artikelGelezen: false,
  geverifieerd: true,
};
const naarRijk = {
  besluit: 'projectbesluit',
  bevoegdGezag: 'Rijk',
  orgaan: 'Minister van KGG',
  instrument: 'projectbesluit Rijk',
  wie: 'Rijk',
  zekerheid: 'voorstel',
} as const;

export const andereDragers: BevoegdGezagRegel[] = [
  {
    ...nu,
    id: 'BG-18',
    energiedrager: 'gas',
    criterium: 'Landelijk gastransportnet (hogedruk), LNG, ondergrondse opslag, grensoverschrijdend gasnet',
    gezagTekst: 'Minister van KGG',
    instrumentTekst: 'projectbesluit',
    grondslag:
      'voorheen Gaswet art. 39b en Mijnbouwwet art. 141a (drempels: BG-25); huidige artikelen niet vastgesteld',
    bronnen: ['https://zoek.officielebekendmakingen.nl/kst-31326-3.html'],
    toelichting:
      'Memorie van toelichting noemt deze categorieen; de drempels staan in BG-25. Huidige artikelen niet vastgesteld.',
    uitgangspunt: { wie: 'Rijk' },
    wanneer: {
      eenVan: [
        {
          alle: [
            { kenmerk: 'energiedrager', is: ['aardgas', 'groen gas'] },
            {
              eenVan: [
                { kenmerk: 'landelijkNet', is: [true] },
                { alleenAlsGegeven: { kenmerk: 'grensoverschrijdendNet', is: [true] } },
              ],
            },
          ],
        },
        {
          alleenAlsGegeven: { kenmerk: 'soortObject', is: ['lng-installatie', 'ondergrondse opslag'] },
        },
      ],
    },
    levert: [
      {
        ...naarRijk,
        toelichting: 'Uitgangspunt voor het landelijke gastransportnet, LNG en ondergrondse opslag.',
      },
    ],
    gevolg: {
      energiedrager: 'bij gas in het landelijke net is het Rijk het uitgangspunt',
      landelijkNet: 'bij het landelijke gastransportnet is het Rijk het uitgangspunt',
      rijksprocedureToegepast: 'zo niet, dan loopt het via de gemeente of de provincie',
    },
    vraagt: ['rijksprocedureToegepast'],
  },
  {
    ...nu,
    id: 'BG-19',
    energiedrager: 'waterstof',
    criterium: 'Landelijk waterstofnet (Hynetwork) en CO2-transport',
    gezagTekst: 'Minister coordineert',
    instrumentTekst: 'projectbesluit',
    grondslag: 'niet vastgesteld',
    bronnen: ['http://rvo.nl/waterstofnetwerk-groningen'],
    toelichting: null,
    uitgangspunt: { wie: 'Rijk' },
    wanneer: {
      eenVan: [
        { kenmerk: 'energiedrager', is: ['CO2'] },
        {
          alle: [
            { kenmerk: 'energiedrager', is: ['waterstof'] },
            { kenmerk: 'landelijkNet', is: [true] },
          ],
        },
      ],
    },
    levert: [
      {
        ...naarRijk,
        toelichting:
          'De Minister coördineert het landelijke waterstofnet en CO2-transport; de rechtsgrond is niet vastgesteld.',
      },
    ],
    gevolg: {
      energiedrager: 'bij landelijk waterstof- en CO2-transport coördineert de Minister',
      landelijkNet: 'bij het landelijke waterstofnet coördineert de Minister',
      rijksprocedureToegepast: 'zo niet, dan loopt het via de gemeente of de provincie',
    },
    vraagt: ['rijksprocedureToegepast'],
  },
  {
    ...nu,
    id: 'BG-20',
    energiedrager: 'warmte',
    geldigVan: null,
    // The day after the Eerste Kamer passed the act; when it entered into force was not seen.
    nietVoor: '2025-12-10',
    criterium: 'Warmtenet en warmtekavel',
    gezagTekst: 'gemeente (het college wijst het warmtebedrijf aan)',
    instrumentTekst: 'vaststellen warmtekavel en aanwijzen warmtebedrijf; warmteprogramma',
    grondslag: 'Wet collectieve warmte (36576) en Wgiw (36387); artikelen niet gelezen',
    bronnen: [
      'https://www.gemeente.nu/ruimte-milieu/energie/eerste-kamer-neemt-wet-collectieve-warmte-aan/',
      'https://www.nplw.nl/regelgeving/wetgeving+warmtetransitie/wet+collectieve+warmte/default.aspx',
      'https://zoek.officielebekendmakingen.nl/kst-36576-D.html',
      'https://warmtecongres.nl/enkele-aspecten-van-de-wet-collectieve-warmte',
    ],
    toelichting:
      'Eerste Kamer nam de wet aan op 09-12-2025; datum van inwerkingtreding niet gezien. Warmtebedrijf voor meer dan 50% publiek, met een ingroeiperiode van 7 jaar; systemen tot 1.500 aansluitingen kunnen ontheffing vragen. Bij WarmtelinQ Rijswijk-Leiden trok de provincie het vergunningentraject.',
    wanneer: { alleenAlsGegeven: { kenmerk: 'energiedrager', is: ['warmte'] } },
    levert: [
      {
        besluit: 'warmtekavel',
        bevoegdGezag: 'gemeente',
        orgaan: 'college van burgemeester en wethouders',
        instrument: 'aanwijzing warmtebedrijf',
        wie: 'elke gemeente',
        zekerheid: 'voorstel',
        toelichting:
          'De Wet collectieve warmte is op 09-12-2025 aangenomen; of zij in werking is, is niet gezien.',
      },
    ],
    buitenGeldigheid: 'De Wet collectieve warmte (warmtekavels) was op deze peildatum nog niet aangenomen.',
  },
  {
    ...nu,
    id: 'BG-21',
    energiedrager: 'elektriciteit',
    geldigVan: null,
    // On 19-12-2025 the act it waits for was still before parliament.
    nietVoor: '2025-12-20',
    criterium: 'Elektriciteitsprojecten van 21 kV of meer (ontwerp 2024: 25 kV): versnelde rechtsgang',
    gezagTekst: 'zoals anders bepaald',
    instrumentTekst:
      'beroep direct bij de Raad van State, uitspraak binnen 6 maanden, geen pro forma beroep (tijdelijk, tot 1-1-2032)',
    grondslag:
      'Omgevingswet art. 16.87a (nieuw, via Wet versterking regie volkshuisvesting) en Omgevingsbesluit art. 10.26g (ontwerp)',
    bronnen: [
      'https://www.rijksoverheid.nl/actueel/nieuws/2025/10/02/kabinet-zet-nieuwe-stap-snellere-uitbreiding-stroomnet',
      vbk,
      'https://www.raadvanstate.nl/publicaties/consultaties/besluit-elektriciteitsprojecten/',
      'https://newgroundlaw.com/ontwerpbesluit-procedurele-versnellingen-elektriciteitsprojecten-ook-een-versnelling-voor-de-woningbouw/',
      'https://berthub.eu/tkconv/document.html?nummer=2025D53812',
    ],
    toelichting:
      'Op 02-10-2025 naar de Kamer gestuurd, met 21 kV als grens; kan pas in werking als de Wet versterking regie volkshuisvesting er is. Die wet liep op 19-12-2025 nog; inwerkingtreding daarna niet gezien. Spanning bepaalt hier wel de rechtsgang, niet het bevoegd gezag.',
    wanneer: {
      alleenAlsGegeven: {
        alle: [
          { kenmerk: 'energiedrager', is: ['elektriciteit'] },
          { kenmerk: 'spanningKv', min: 21 },
        ],
      },
    },
    levert: [],
    aandacht:
      'Vanaf 21 kV is een versnelde rechtsgang voorgesteld (beroep direct bij de Raad van State); of die al geldt, is niet gezien. Wie bevoegd gezag is verandert er niet door.',
  },
];
