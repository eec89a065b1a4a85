// BG-17 and BG-22 … BG-24: electricity under the energy laws until the Omgevingswet. The main rule of that time
// (bestemmingsplan of the gemeente) is not among the rules that were read. No legal advice.
import { elektriciteitswet, nkpw, START_OUD_RECHT, stcrt2023 } from './bronnen.ts';
import { naarRijk, oud, rijksinpassingsplan, tekst2015 } from './oud-recht-gedeeld.ts';
import type { BevoegdGezagRegel } from './regel.ts';

const isElektriciteit = { kenmerk: 'energiedrager' as const, is: ['elektriciteit'] };
const opwekVanaf = (opwek: string, min: number) => ({
  alle: [
    isElektriciteit,
    { kenmerk: 'opwek' as const, is: [opwek] },
    { kenmerk: 'vermogenMw' as const, min },
  ],
});

export const duurzaamVanaf50Mw: BevoegdGezagRegel = {
  ...oud,
  id: 'BG-17',
  criterium: 'Andere duurzame productie dan wind (zoals zon) van 50 MW of meer',
  gezagTekst: 'Minister (destijds EZ/EZK)',
  instrumentTekst:
    'rijkscoordinatieregeling met rijksinpassingsplan; of en hoe dit na 2023 als projectbesluit geldt is niet vastgesteld',
  grondslag: 'Elektriciteitswet 1998 art. 9b lid 1 onder b',
  bronnen: [elektriciteitswet, nkpw],
  toelichting:
    'Tekst van 2015 gelezen. In 2019 is aangekondigd dat de rijkscoordinatie in de Energiewet wordt herijkt (Kamerbrief 31239-309), dus deze drempel niet gebruiken voor nu zonder controle.',
  uitgangspunt: { wie: 'Rijk' },
  wanneer: { alleenAlsGegeven: opwekVanaf('andere duurzame bron', 50) },
  levert: [naarRijk('Andere duurzame productie dan wind van ten minste 50 MW.')],
};

export const oudRechtElektriciteit: BevoegdGezagRegel[] = [
  {
    ...oud,
    id: 'BG-22',
    criterium:
      'Oud recht: uitbreiding landelijk hoogspanningsnet voor zover (a) net van 220 kV of hoger met aansluitingen, (b) grensoverschrijdend net van 500 V of hoger met aansluitingen, (c) grensoverschrijdend net dat op de Unielijst staat',
    gezagTekst: 'Minister van EZ (ruimtelijk plan samen met de Minister van Infrastructuur en Milieu)',
    instrumentTekst: rijksinpassingsplan,
    grondslag: 'Elektriciteitswet 1998 art. 20a lid 1 en 20b',
    bronnen: [elektriciteitswet, nkpw, stcrt2023],
    toelichting: `Gold van rechtswege; de netbeheerder meldt het voornemen (lid 2). ${tekst2015}`,
    uitgangspunt: { wie: 'Rijk' },
    wanneer: {
      alle: [
        isElektriciteit,
        {
          niet: { alleenAlsGegeven: { kenmerk: 'soortObject', is: ['ms-station', 'windpark', 'zonnepark'] } },
        },
        {
          eenVan: [
            { kenmerk: 'spanningKv', min: 220 },
            {
              alleenAlsGegeven: {
                alle: [
                  { kenmerk: 'grensoverschrijdendNet', is: [true] },
                  {
                    eenVan: [
                      { kenmerk: 'spanningKv', min: 0.5 },
                      { kenmerk: 'unielijst', is: [true] },
                    ],
                  },
                ],
              },
            },
          ],
        },
      ],
    },
    levert: [
      naarRijk('Landelijk hoogspanningsnet vanaf 220 kV, of een net over de landsgrens; van rechtswege.'),
    ],
    gevolg: {
      energiedrager: 'tot 2024 was elektriciteit vanaf 220 kV voor het Rijk',
      spanningKv: 'tot 2024 was een net vanaf 220 kV van rechtswege voor het Rijk (BG-22)',
    },
  },
  {
    ...oud,
    id: 'BG-23',
    criterium:
      'Oud recht: productie-installatie met aansluiting: wind ten minste 100 MW; andere duurzame bron ten minste 50 MW; niet-duurzaam ten minste 500 MW (ook als een uitbreiding tot 500 MW leidt)',
    gezagTekst: 'Minister van EZ',
    instrumentTekst: rijksinpassingsplan,
    grondslag: 'Elektriciteitswet 1998 art. 9b lid 1 en 2, 9c',
    bronnen: [elektriciteitswet, nkpw, stcrt2023],
    toelichting: `${tekst2015} Omgevingswet art. 10.14 (tekst 01-01-2024) verwijst nog naar "windpark" in art. 9b lid 1.`,
    uitgangspunt: { wie: 'Rijk', keuze: true },
    wanneer: {
      eenVan: [
        opwekVanaf('wind', 100),
        opwekVanaf('andere duurzame bron', 50),
        opwekVanaf('niet-duurzaam', 500),
      ],
    },
    levert: [
      naarRijk(
        'Productie-installatie met aansluiting (wind vanaf 100 MW, andere duurzame bron vanaf 50 MW, niet-duurzaam vanaf 500 MW).',
      ),
    ],
    gevolg: {
      opwek:
        'tot 2024 viel ook de aansluiting van een grote productie-installatie (wind vanaf 100 MW) onder het Rijk, op elk spanningsniveau (BG-23)',
      vermogenMw: 'tot 2024 was wind vanaf 100 MW met aansluiting voor het Rijk (BG-23)',
    },
    buitenGeldigheid:
      'Tot 2024 golden voor opwek de drempels van BG-23 (wind 100 MW, andere duurzame bron 50 MW, niet-duurzaam 500 MW); welke daarvan nu gelden, is niet vastgesteld.',
  },
  {
    ...oud,
    id: 'BG-24',
    // Read as in force on 30-06-2015; neither its start nor its exact end was established.
    geldigVan: null,
    nietVoor: START_OUD_RECHT,
    criterium: 'Oud recht: windpark op land van ten minste 5 en niet meer dan 100 MW, met aansluiting',
    gezagTekst: 'provinciale staten (plan); gedeputeerde staten (coordinatie en omgevingsvergunning)',
    instrumentTekst: 'provinciaal inpassingsplan met provinciale coordinatieregeling',
    grondslag: 'Elektriciteitswet 1998 art. 9e en 9f',
    bronnen: [
      elektriciteitswet,
      'https://www.rvo.nl/onderwerpen/duurzaam-ondernemen/duurzame-energie-opwekken/windenergie-op-land/wetten-en-regels/provinciale-cordinatieregeling',
    ],
    toelichting:
      'Provinciale staten moesten de bevoegdheid gebruiken als de gemeente een aanvraag had afgewezen, tenzij de provinciale realisatienorm was gehaald. De gemeenteraad kon voor die gronden tien jaar lang geen bestemmingsplan vaststellen. Gedeputeerde staten konden afzien als coordinatie geen versnelling gaf. Wijzigingen van 2016 en later niet gezien.',
    uitgangspunt: { wie: 'provincie', keuze: true },
    wanneer: {
      alleenAlsGegeven: {
        alle: [
          isElektriciteit,
          { kenmerk: 'opwek', is: ['wind'] },
          // "Niet meer dan 100 MW" and "ten minste 100 MW" (BG-23) both hold at exactly 100.
          { kenmerk: 'vermogenMw', min: 5, totEnMet: 100 },
        ],
      },
    },
    levert: [
      {
        besluit: 'inpassingsplan',
        bevoegdGezag: 'provincie',
        orgaan: 'provinciale staten',
        instrument: 'inpassingsplan (oud recht)',
        wie: 'elke provincie',
        zekerheid: 'regel',
        toelichting: 'Windpark van 5 tot en met 100 MW met aansluiting; gedeputeerde staten coördineerden.',
      },
    ],
  },
];
