// BG-11 … BG-16: electricity today. The article of the Energiewet that holds now was not read, so these are
// proposals, never certainty. No legal advice.
import { omgevingswet, START_OMGEVINGSWET, stcrt2023, vbk } from './bronnen.ts';
import type { BevoegdGezagRegel } from './regel.ts';

const nu = {
  energiedrager: 'elektriciteit',
  geldigVan: START_OMGEVINGSWET,
  geldigTot: null,
  nietVoor: null,
  geldendOp: null,
  artikelGelezen: false,
  geverifieerd: true,
};
const wind = {
  ...nu,
  geldigVan: null,
  nietVoor: START_OMGEVINGSWET,
  bronnen: [
    'https://www.noord-holland.nl/Producten_op_alfabet/Projectbesluit_windenergie',
    'https://www.noord-holland.nl/Loket/Producten_en_Diensten/Producten_op_alfabet/P/Projectbesluit_windenergie',
  ],
};

export const isWind = {
  alleenAlsGegeven: {
    eenVan: [
      { kenmerk: 'soortObject' as const, is: ['windpark'] },
      { kenmerk: 'opwek' as const, is: ['wind'] },
    ],
  },
};

/** Objects that are not part of the high-voltage grid: their voltage is not asked for. */
export const isNietHoogspanning = {
  alleenAlsGegeven: {
    kenmerk: 'soortObject' as const,
    is: ['ms-station', 'windpark', 'zonnepark', 'centrale', 'batterij'],
  },
};

export const elektriciteit: BevoegdGezagRegel[] = [
  {
    ...nu,
    id: 'BG-11',
    criterium: 'Landelijk hoogspanningsnet van 220 kV of hoger, met aansluitingen',
    gezagTekst: 'Minister van KGG',
    instrumentTekst: 'projectbesluit (voor 2024: rijkscoordinatieregeling met rijksinpassingsplan)',
    grondslag:
      'voorheen Elektriciteitswet 1998 art. 20a (zie BG-22); Energiewet (BWBR0050714, Stb. 2025, 12): huidig artikel niet vastgesteld',
    bronnen: [
      'https://zoek.officielebekendmakingen.nl/stcrt-2018-39960.html',
      'https://zoek.officielebekendmakingen.nl/stcrt-2023-31514.html',
      vbk,
      stcrt2023,
    ],
    toelichting:
      'De grens van 220 kV staat in art. 20a (BG-22). Toelichting bij het ontwerpbesluit van mei 2024: op 220/380 kV wordt de projectprocedure van het Rijk soms niet toegepast (10 tot 20 projecten tot 2032), op 110/150 kV geldt zij niet automatisch. Bkl (2026) en Omgevingsbesluit (2025) gebruiken nog steeds 220 kV als grens van nationaal belang (BG-28, BG-29). Geen automatisme: Dodewaard en Breukelen liepen anders (BG-26).',
    uitgangspunt: { wie: 'Rijk' },
    wanneer: {
      alle: [
        { kenmerk: 'energiedrager', is: ['elektriciteit'] },
        { kenmerk: 'spanningKv', min: 220 },
        { niet: isNietHoogspanning },
      ],
    },
    levert: [
      {
        besluit: 'projectbesluit',
        bevoegdGezag: 'Rijk',
        orgaan: 'Minister van KGG',
        instrument: 'projectbesluit Rijk',
        wie: 'Rijk',
        zekerheid: 'voorstel',
        toelichting:
          'Uitgangspunt vanaf 220 kV, geen automatisme: het Rijk past zijn projectprocedure soms niet toe (praktijk: Dodewaard via de gemeente).',
      },
    ],
    gevolg: {
      energiedrager: 'bij elektriciteit vanaf 220 kV is het Rijk het uitgangspunt',
      spanningKv: 'vanaf 220 kV is het Rijk het uitgangspunt, daaronder de gemeente',
      rijksprocedureToegepast: 'zo niet, dan loopt het via de gemeente of de provincie',
    },
    vraagt: ['rijksprocedureToegepast'],
  },
  {
    ...nu,
    id: 'BG-12',
    criterium: '110/150 kV-verbinding of station',
    gezagTekst: 'gemeente; bij provinciaal belang of meer gemeenten provincie; soms Rijk',
    instrumentTekst: 'omgevingsplan/BOPA of provinciaal projectbesluit',
    grondslag: 'Omgevingswet art. 2.3 en 5.44',
    geldendOp: '2024-01-01',
    artikelGelezen: true,
    bronnen: [omgevingswet, vbk],
    toelichting:
      'Er is geen vaste drempel; per project gekozen. Volgens de toelichting bij het ontwerpbesluit van mei 2024 hoort 110/150 kV bij het landelijke net maar geldt de projectprocedure van het Rijk daar niet automatisch, en is vooral de gemeente bevoegd gezag; schatting 100 tot 125 van zulke projecten tot 2032. Zie praktijkvoorbeelden.',
    wanneer: {
      alle: [
        { kenmerk: 'energiedrager', is: ['elektriciteit'] },
        { kenmerk: 'spanningKv', min: 110, onder: 220 },
        { niet: isNietHoogspanning },
      ],
    },
    levert: [
      {
        besluit: 'omgevingsplan',
        bevoegdGezag: 'gemeente',
        orgaan: 'gemeenteraad',
        instrument: 'omgevingsplan',
        wie: 'elke gemeente',
        als: { uitgangspunt: 'elders', is: ['nee'] },
        zekerheid: 'regel',
        toelichting: 'Onder 220 kV is vooral de gemeente bevoegd gezag; er is geen vaste drempel.',
      },
      {
        besluit: 'BOPA',
        bevoegdGezag: 'gemeente',
        orgaan: 'college van burgemeester en wethouders',
        instrument: 'BOPA',
        wie: 'elke gemeente',
        als: { uitgangspunt: 'elders', is: ['nee'] },
        zekerheid: 'regel',
        toelichting: 'Onder 220 kV is vooral de gemeente bevoegd gezag; het college beslist op de aanvraag.',
      },
      {
        besluit: 'projectbesluit',
        bevoegdGezag: 'provincie',
        orgaan: 'gedeputeerde staten',
        instrument: 'projectbesluit provincie',
        wie: 'hoofdprovincie',
        als: { aantal: 'gemeenten', min: 2 },
        zekerheid: 'voorstel',
        toelichting: 'Project in meer gemeenten: een provinciaal projectbesluit kan.',
      },
    ],
  },
  {
    ...nu,
    id: 'BG-13',
    criterium: 'MS-station, schakelstation, trafohuisje',
    gezagTekst: 'gemeente',
    instrumentTekst: 'omgevingsplan, BOPA of vergunningvrij',
    grondslag: 'Omgevingswet art. 2.4 en 5.1; vergunningvrije grenzen in het omgevingsplan',
    bronnen: [
      'https://www.liander.nl/over-liander/ons-elektriciteitsnet/elektriciteitshuisjes/plaatsing-elektriciteitshuisje',
    ],
    toelichting: 'Tot 15 m2 en 3 m meestal geen vergunning.',
    wanneer: { alleenAlsGegeven: { kenmerk: 'soortObject', is: ['ms-station'] } },
    levert: [],
    aandacht:
      'Een elektriciteitshuisje tot 15 m² en 3 m hoog is meestal vergunningvrij; het omgevingsplan bepaalt dat.',
  },
  {
    ...wind,
    id: 'BG-14',
    criterium: 'Windpark op land 15 tot 100 MW',
    gezagTekst: 'provincie (gedeputeerde staten)',
    instrumentTekst: 'projectbesluit',
    grondslag:
      'voorheen Elektriciteitswet 1998 art. 9e (ondergrens 5 MW, zie BG-24); Energiewet (BWBR0050714, Stb. 2025, 12): huidig artikel niet vastgesteld',
    toelichting:
      'Provincie kan afzien als de gemeente het sneller kan of daaraan andere voordelen zijn verbonden, met instemming van het college. Ingangsdatum van de grens van 15 MW niet vastgesteld: de oudere pagina noemt ook al een projectbesluit maar met 5 tot 100 MW, de nieuwere pagina noemt het ministerie van Klimaat en Groene Groei.',
    uitgangspunt: { wie: 'provincie' },
    wanneer: { alle: [isWind, { kenmerk: 'vermogenMw', min: 15, onder: 100 }] },
    levert: [
      {
        besluit: 'projectbesluit',
        bevoegdGezag: 'provincie',
        orgaan: 'gedeputeerde staten',
        instrument: 'projectbesluit provincie',
        wie: 'hoofdprovincie',
        zekerheid: 'voorstel',
        toelichting:
          'Windpark van 15 tot 100 MW; de provincie kan ervan afzien als de gemeente het sneller kan.',
      },
    ],
    gevolg: { vermogenMw: 'een windpark van 15 tot 100 MW is voor de provincie, vanaf 100 MW voor het Rijk' },
  },
  {
    ...wind,
    id: 'BG-15',
    criterium: 'Windpark minder dan 15 MW',
    gezagTekst: 'gemeente',
    instrumentTekst: 'omgevingsplan of vergunning',
    grondslag: 'zie BG-14',
    toelichting: 'Oudere versie van de pagina: minder dan 5 MW. Ingangsdatum van 15 MW niet vastgesteld.',
    wanneer: { alle: [isWind, { kenmerk: 'vermogenMw', onder: 15 }] },
    levert: [],
    aandacht: 'Een windpark onder 15 MW is voor de gemeente (eerder lag die grens op 5 MW).',
  },
  {
    ...wind,
    id: 'BG-16',
    geldigVan: START_OMGEVINGSWET,
    nietVoor: null,
    criterium: 'Windpark 100 MW of meer',
    gezagTekst: 'Minister van KGG',
    instrumentTekst: 'projectbesluit',
    grondslag:
      'voorheen Elektriciteitswet 1998 art. 9b lid 1 onder a (zie BG-23); Energiewet (BWBR0050714, Stb. 2025, 12): huidig artikel niet vastgesteld',
    bronnen: [
      'https://www.noord-holland.nl/Producten_op_alfabet/Projectbesluit_windenergie',
      'https://omgevingsweb.nl/nieuws/blogreeks-wind-op-land-de-coordinatieregeling',
    ],
    toelichting: 'Bron noemt "groter dan 100 MW"; de oude wettekst zegt ten minste 100 MW.',
    uitgangspunt: { wie: 'Rijk' },
    wanneer: { alle: [isWind, { kenmerk: 'vermogenMw', min: 100 }] },
    levert: [
      {
        besluit: 'projectbesluit',
        bevoegdGezag: 'Rijk',
        orgaan: 'Minister van KGG',
        instrument: 'projectbesluit Rijk',
        wie: 'Rijk',
        zekerheid: 'voorstel',
        toelichting: 'Uitgangspunt voor een windpark van 100 MW of meer.',
      },
    ],
    vraagt: ['rijksprocedureToegepast'],
    gevolg: { rijksprocedureToegepast: 'zo niet, dan loopt het via de gemeente of de provincie' },
  },
];
