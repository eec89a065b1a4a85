// BG-01 … BG-10: the Omgevingswet for any project. No legal advice.
import { omgevingswet, START_OMGEVINGSWET } from './bronnen.ts';
import type { BevoegdGezagRegel } from './regel.ts';

const vanafOmgevingswet = {
  energiedrager: null,
  geldigVan: START_OMGEVINGSWET,
  geldigTot: null,
  nietVoor: null,
  geldendOp: '2024-01-01',
  artikelGelezen: true,
  geverifieerd: true,
  bronnen: [omgevingswet],
};

const viaGemeente =
  'Het uitgangspunt ligt elders; via de gemeente kan alleen als de andere overheid haar procedure niet toepast.';
const alsDatZo = 'Kan anders uitvallen zolang een feit ontbreekt.';

export const hoofdregels: BevoegdGezagRegel[] = [
  {
    ...vanafOmgevingswet,
    id: 'BG-01',
    criterium: 'Hoofdregel: taak ligt bij de gemeente tenzij anders bepaald',
    gezagTekst: 'gemeente',
    instrumentTekst:
      'omgevingsplan (gemeenteraad) of omgevingsvergunning voor afwijken daarvan (BOPA, college)',
    grondslag: 'Omgevingswet art. 2.3 lid 1, 2.4, 5.1 lid 1 onder a en 5.8',
    toelichting:
      'Art. 5.8: het college beslist op een aanvraag, tenzij art. 5.9 t/m 5.13 een ander orgaan aanwijst. Zie BG-27 voor die aanwijzing.',
    wanneer: { altijd: true },
    levert: (
      [
        [['nee'], 'regel', 'Hoofdregel: de gemeente, tenzij anders bepaald.'],
        [['ja'], 'voorstel', viaGemeente],
        [['onbekend'], 'voorstel', `Hoofdregel: de gemeente, tenzij anders bepaald. ${alsDatZo}`],
      ] as const
    ).flatMap(([is, zekerheid, toelichting]) => [
      {
        besluit: 'omgevingsplan',
        bevoegdGezag: 'gemeente',
        orgaan: 'gemeenteraad',
        instrument: 'omgevingsplan',
        wie: 'elke gemeente',
        als: { uitgangspunt: 'elders', is },
        zekerheid,
        toelichting,
      },
      {
        besluit: 'BOPA',
        bevoegdGezag: 'gemeente',
        orgaan: 'college van burgemeester en wethouders',
        instrument: 'BOPA',
        wie: 'elke gemeente',
        als: { uitgangspunt: 'elders', is },
        zekerheid,
        toelichting: `${toelichting} Het college beslist op de aanvraag.`,
      },
    ]),
  },
  {
    ...vanafOmgevingswet,
    id: 'BG-02',
    criterium:
      'Provincie alleen bij provinciaal belang dat de gemeente niet doelmatig en doeltreffend kan behartigen, of voor doelmatige uitoefening',
    gezagTekst: 'provincie (gedeputeerde staten)',
    instrumentTekst: 'projectbesluit',
    grondslag: 'Omgevingswet art. 2.3 lid 2, 5.44 lid 1 en 3',
    toelichting: null,
    uitgangspunt: { wie: 'provincie', keuze: true },
    wanneer: { kenmerk: 'provinciaalBelang', is: [true] },
    levert: [
      {
        besluit: 'projectbesluit',
        bevoegdGezag: 'provincie',
        orgaan: 'gedeputeerde staten',
        instrument: 'projectbesluit provincie',
        wie: 'hoofdprovincie',
        zekerheid: 'regel',
        toelichting:
          'Kan bij een provinciaal belang dat de gemeente niet doelmatig en doeltreffend kan behartigen.',
      },
    ],
    gevolg: {
      provinciaalBelang:
        'dan kunnen gedeputeerde staten een projectbesluit nemen (art. 2.3 lid 2 Omgevingswet)',
    },
  },
  {
    ...vanafOmgevingswet,
    id: 'BG-03',
    criterium: 'Rijk alleen bij nationaal belang of doelmatige uitoefening',
    gezagTekst: 'Minister die het aangaat, in overeenstemming met BZK',
    instrumentTekst: 'projectbesluit',
    grondslag: 'Omgevingswet art. 2.3 lid 3, 5.44 lid 1 en 2',
    toelichting: 'Overeenstemming niet nodig bij uitwerking of wijziging, of in aangewezen categorieen.',
    uitgangspunt: { wie: 'Rijk', keuze: true },
    wanneer: { kenmerk: 'nationaalBelang', is: [true] },
    levert: [
      {
        besluit: 'projectbesluit',
        bevoegdGezag: 'Rijk',
        orgaan: 'Minister die het aangaat',
        instrument: 'projectbesluit Rijk',
        wie: 'Rijk',
        zekerheid: 'regel',
        toelichting: 'Kan bij een nationaal belang, in overeenstemming met de Minister van BZK.',
      },
    ],
    gevolg: {
      nationaalBelang: 'dan kan de Minister een projectbesluit nemen (art. 2.3 lid 3 Omgevingswet)',
    },
  },
  {
    ...vanafOmgevingswet,
    id: 'BG-04',
    criterium: 'Waterschap: alleen voor zijn eigen watertaken',
    gezagTekst: 'dagelijks bestuur waterschap',
    instrumentTekst: 'projectbesluit',
    grondslag: 'Omgevingswet art. 5.44 lid 4',
    toelichting:
      'Geen route voor energieprojecten; waterschap is wel partner (ISA consultatieversie) en beoordeelt bijvoorbeeld kruisingen van keringen.',
    wanneer: { altijd: true },
    levert: [],
    aandacht:
      'Het waterschap is geen bevoegd gezag voor een energieproject (art. 5.44 lid 4 Omgevingswet: alleen eigen watertaken), wel partner: het beoordeelt bijvoorbeeld kruisingen van keringen.',
  },
  {
    ...vanafOmgevingswet,
    id: 'BG-05',
    criterium: 'Project ligt in meer provincies',
    gezagTekst: 'gedeputeerde staten van de provincie waar het project in hoofdzaak wordt uitgevoerd',
    instrumentTekst: 'projectbesluit',
    grondslag: 'Omgevingswet art. 5.44a lid 1',
    toelichting:
      'Bij gezamenlijk project met waterschap: provincie (lid 3); samen met de Minister: Minister (lid 4).',
    wanneer: { aantal: 'provincies', min: 2 },
    levert: [
      {
        besluit: 'projectbesluit',
        bevoegdGezag: 'provincie',
        orgaan: 'gedeputeerde staten',
        instrument: 'projectbesluit provincie',
        wie: 'hoofdprovincie',
        zekerheid: 'voorstel',
        als: {
          alle: [
            { niet: { alleenAlsGegeven: { kenmerk: 'provinciaalBelang', is: [false] } } },
            { uitgangspunt: 'Rijk', is: ['nee', 'onbekend'] },
          ],
        },
        toelichting: 'Project in meer provincies: kan als er een provinciaal belang is.',
      },
    ],
  },
  {
    ...vanafOmgevingswet,
    id: 'BG-06',
    criterium: 'Minister draagt een Rijksproject over',
    gezagTekst: 'gedeputeerde staten, als zij instemmen',
    instrumentTekst: 'projectbesluit',
    grondslag: 'Omgevingswet art. 5.44b',
    toelichting: 'Praktijk: Limburg voor 380 kV Maasbracht-Graetheide.',
    wanneer: { uitgangspunt: 'Rijk', is: ['ja'] },
    levert: [
      {
        besluit: 'projectbesluit',
        bevoegdGezag: 'provincie',
        orgaan: 'gedeputeerde staten',
        instrument: 'projectbesluit provincie',
        wie: 'hoofdprovincie',
        zekerheid: 'regel',
        als: { kenmerk: 'overgedragenAanProvincie', is: [true] },
        toelichting: 'De Minister heeft het project overgedragen en gedeputeerde staten stemden in.',
      },
      {
        besluit: 'projectbesluit',
        bevoegdGezag: 'provincie',
        orgaan: 'gedeputeerde staten',
        instrument: 'projectbesluit provincie',
        wie: 'hoofdprovincie',
        zekerheid: 'voorstel',
        als: { nietGegeven: 'overgedragenAanProvincie' },
        toelichting:
          'Kan als de Minister het project overdraagt en gedeputeerde staten instemmen (praktijk: Limburg, 380 kV Maasbracht-Graetheide).',
      },
    ],
    vraagt: ['overgedragenAanProvincie'],
    gevolg: { overgedragenAanProvincie: 'dan nemen gedeputeerde staten het projectbesluit (art. 5.44b)' },
  },
  {
    ...vanafOmgevingswet,
    id: 'BG-07',
    criterium: 'Coordinatie en indeplaatstreding',
    gezagTekst: 'bevoegd gezag van het projectbesluit',
    instrumentTekst:
      'coordinatie uitvoeringsbesluiten; besluit in plaats van een traag of belemmerend orgaan',
    grondslag: 'Omgevingswet art. 5.45 en 5.45a',
    toelichting: 'Gedeputeerde staten kunnen niet in de plaats van een Rijksorgaan treden.',
    wanneer: { altijd: true },
    levert: [],
    bij: {
      besluit: 'projectbesluit',
      tekst: 'Wie het projectbesluit neemt, kan de uitvoeringsbesluiten coördineren (art. 5.45).',
    },
  },
  {
    ...vanafOmgevingswet,
    id: 'BG-08',
    criterium: 'Stappen van de projectprocedure',
    gezagTekst: 'bevoegd gezag',
    instrumentTekst: 'kennisgeving voornemen, verkenning, eventueel voorkeursbeslissing, projectbesluit',
    grondslag: 'Omgevingswet art. 5.47 t/m 5.51',
    toelichting: 'Sluit aan op de fase verkenning/planuitwerking in de pMIEK-uitvoeringsaanpak.',
    wanneer: { altijd: true },
    levert: [],
    bij: {
      besluit: 'projectbesluit',
      tekst:
        'Stappen: kennisgeving voornemen, verkenning, eventueel voorkeursbeslissing, projectbesluit (art. 5.47-5.51).',
    },
  },
  {
    ...vanafOmgevingswet,
    id: 'BG-09',
    criterium: 'Werking van het projectbesluit',
    gezagTekst: 'bevoegd gezag',
    instrumentTekst: 'wijzigt het omgevingsplan en kan als omgevingsvergunning gelden',
    grondslag: 'Omgevingswet art. 5.52',
    toelichting: null,
    wanneer: { altijd: true },
    levert: [],
    bij: {
      besluit: 'projectbesluit',
      tekst: 'Het wijzigt het omgevingsplan en kan als omgevingsvergunning gelden (art. 5.52).',
    },
  },
];
