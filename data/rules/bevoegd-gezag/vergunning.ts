// BG-27 and BG-28: who decides on permits. No legal advice.
import { omgevingsbesluit, omgevingswet, START_OMGEVINGSWET } from './bronnen.ts';
import { isNietHoogspanning } from './energie.ts';
import type { BevoegdGezagRegel } from './regel.ts';

/** Text in force on a date, start not established; these decrees cannot be older than the Omgevingswet. */
const geldendOp = (geldendOp: string) => ({
  geldigVan: null,
  geldigTot: null,
  nietVoor: START_OMGEVINGSWET,
  geldendOp,
  artikelGelezen: true,
  geverifieerd: true,
});

const inDeDiepte = {
  eenVan: [
    {
      alle: [
        { kenmerk: 'soortObject' as const, is: ['aardwarmte'] },
        { kenmerk: 'diepteM' as const, boven: 500 },
      ],
    },
    {
      alle: [
        { kenmerk: 'soortObject' as const, is: ['ondergrondse opslag', 'mijnbouwwerk'] },
        { kenmerk: 'diepteM' as const, boven: 100 },
      ],
    },
  ],
};

export const vergunningen: BevoegdGezagRegel[] = [
  {
    ...geldendOp('2025-07-01'),
    id: 'BG-27',
    energiedrager: null,
    criterium: 'Omgevingsvergunning in plaats van projectbesluit: wie beslist',
    gezagTekst:
      'college; gedeputeerde staten bij een omgevingsplanactiviteit van provinciaal belang; Minister van BZK bij een omgevingsplanactiviteit van nationaal belang; Minister van EZK bij mijnbouwwerken en mijnbouwlocaties',
    instrumentTekst: 'omgevingsvergunning (ook meervoudige aanvraag, de activiteit trekt de rest mee)',
    grondslag: 'Omgevingswet art. 5.8, 5.10, 5.11, 5.12; Omgevingsbesluit art. 4.6, 4.8 en 4.10',
    bronnen: [omgevingsbesluit, omgevingswet],
    toelichting:
      'Aardwarmte is uitgezonderd van het meetrekken door de Minister (art. 4.10 lid 2 onder a). Minister heet nu KGG (afgeleid).',
    wanneer: { altijd: true },
    levert: [
      {
        besluit: 'omgevingsvergunning',
        bevoegdGezag: 'gemeente',
        orgaan: 'college van burgemeester en wethouders',
        instrument: 'omgevingsvergunning',
        wie: 'elke gemeente',
        zekerheid: 'regel',
        als: {
          niet: {
            alleenAlsGegeven: {
              eenVan: [
                { kenmerk: 'provinciaalBelang', is: [true] },
                { kenmerk: 'nationaalBelang', is: [true] },
                { kenmerk: 'soortObject', is: ['mijnbouwwerk', 'ondergrondse opslag'] },
              ],
            },
          },
        },
        toelichting: 'Het college beslist, tenzij een ander orgaan is aangewezen.',
      },
      {
        besluit: 'omgevingsvergunning',
        bevoegdGezag: 'provincie',
        orgaan: 'gedeputeerde staten',
        instrument: 'omgevingsvergunning',
        wie: 'elke provincie',
        zekerheid: 'regel',
        als: { alleenAlsGegeven: { kenmerk: 'provinciaalBelang', is: [true] } },
        toelichting: 'Omgevingsplanactiviteit van provinciaal belang; de BOPA valt daar ook onder.',
      },
      {
        besluit: 'omgevingsvergunning',
        bevoegdGezag: 'Rijk',
        orgaan: 'Minister van BZK',
        instrument: 'omgevingsvergunning',
        wie: 'Rijk',
        zekerheid: 'regel',
        als: { alleenAlsGegeven: { kenmerk: 'nationaalBelang', is: [true] } },
        toelichting: 'Omgevingsplanactiviteit van nationaal belang; de BOPA valt daar ook onder.',
      },
      {
        besluit: 'omgevingsvergunning',
        bevoegdGezag: 'Rijk',
        orgaan: 'Minister van KGG',
        instrument: 'omgevingsvergunning',
        wie: 'Rijk',
        zekerheid: 'regel',
        als: {
          alleenAlsGegeven: { kenmerk: 'soortObject', is: ['mijnbouwwerk', 'ondergrondse opslag'] },
        },
        toelichting:
          'Mijnbouwwerk of mijnbouwlocatie; het besluit noemt de Minister van EZK, nu KGG (afgeleid).',
      },
    ],
    vraagt: ['provinciaalBelang', 'nationaalBelang'],
    gevolg: {
      provinciaalBelang: 'dan beslissen gedeputeerde staten ook op de vergunning (BG-27)',
      nationaalBelang: 'dan beslist de Minister van BZK ook op de vergunning (BG-27)',
    },
  },
  {
    ...geldendOp('2025-07-01'),
    id: 'BG-28',
    energiedrager: null,
    criterium:
      'Natura 2000- en flora- en faunavergunning voor hoogspanningsverbinding van ten minste 220 kV met stations, en voor het gastransportnet met drukregel- en meetstations; ook opslag en winning dieper dan 100 m en aardwarmte dieper dan 500 m',
    gezagTekst: 'Minister voor Natuur; voor alle andere gevallen gedeputeerde staten',
    instrumentTekst: 'omgevingsvergunning Natura 2000-activiteit of flora- en fauna-activiteit',
    grondslag: 'Omgevingsbesluit art. 4.12 lid 2 onder a (6 en 7) en b (3), en 4.6 lid 1 onder e',
    bronnen: [omgevingsbesluit],
    toelichting:
      'Dus bij 110 en 150 kV en lager beslissen gedeputeerde staten over natuur, ook als de gemeente het plan maakt (afgeleid uit de artikelen).',
    wanneer: {
      eenVan: [
        {
          alle: [
            { kenmerk: 'energiedrager', is: ['elektriciteit'] },
            { kenmerk: 'spanningKv', min: 220 },
            { niet: isNietHoogspanning },
          ],
        },
        {
          alle: [
            { kenmerk: 'energiedrager', is: ['aardgas', 'groen gas'] },
            { kenmerk: 'landelijkNet', is: [true] },
          ],
        },
        { alleenAlsGegeven: inDeDiepte },
      ],
    },
    levert: [
      {
        besluit: 'natuurvergunning',
        bevoegdGezag: 'Rijk',
        orgaan: 'Minister voor Natuur',
        instrument: 'omgevingsvergunning',
        wie: 'Rijk',
        zekerheid: 'regel',
        toelichting: 'Alleen nodig bij gevolgen voor Natura 2000 of beschermde soorten.',
      },
    ],
    anders: [
      {
        besluit: 'natuurvergunning',
        bevoegdGezag: 'provincie',
        orgaan: 'gedeputeerde staten',
        instrument: 'omgevingsvergunning',
        wie: 'elke provincie',
        zekerheid: 'regel',
        toelichting:
          'Alleen nodig bij gevolgen voor Natura 2000 of beschermde soorten. Ook als de gemeente het plan maakt.',
      },
    ],
    gevolg: {
      energiedrager: 'daarvan hangt af of de Minister of gedeputeerde staten over natuur beslissen',
      spanningKv: 'vanaf 220 kV beslist de Minister over de natuurvergunning, daaronder gedeputeerde staten',
      landelijkNet: 'dan beslist de Minister over de natuurvergunning',
    },
  },
];
