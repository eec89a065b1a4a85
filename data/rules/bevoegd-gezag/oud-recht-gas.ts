// BG-25 and BG-26: gas and storage under the laws until the Omgevingswet, and the exception to every threshold of
// that time. No legal advice.
import { elektriciteitswet, gaswet, mijnbouwwet, nkpw, stcrt2023 } from './bronnen.ts';
import { naarRijk, oud, rijksinpassingsplan, tekst2015 } from './oud-recht-gedeeld.ts';
import type { BevoegdGezagRegel, Levering } from './regel.ts';

const isGas = { kenmerk: 'energiedrager' as const, is: ['aardgas', 'groen gas'] };
const nietToegepast = { kenmerk: 'rijksprocedureToegepast' as const, is: [false] };

export const oudRechtGas: BevoegdGezagRegel[] = [
  {
    ...oud,
    id: 'BG-25',
    energiedrager: 'gas',
    geldendOp: '2015-09-15',
    criterium:
      'Oud recht: gasleiding van het landelijke net met ten minste 40 bar en ten minste 45,7 cm diameter; grensoverschrijdend gasnet; gasnet op de Unielijst; LNG vanaf 4 miljard m3; mijnbouwwerk voor opslag van stoffen; koolwaterstofwinning in of onder beschermd natuurgebied; bijbehorende pijpleidingen; olie of CO2 op de Unielijst',
    gezagTekst: 'Minister van EZ',
    instrumentTekst: rijksinpassingsplan,
    grondslag: 'Gaswet art. 39b lid 1; Mijnbouwwet art. 141a lid 1',
    bronnen: [gaswet, mijnbouwwet, nkpw, stcrt2023],
    toelichting: `Gasopslag en CO2-opslag vallen onder "opslag van stoffen". ${tekst2015}`,
    uitgangspunt: { wie: 'Rijk' },
    wanneer: {
      eenVan: [
        {
          alle: [
            isGas,
            { kenmerk: 'landelijkNet', is: [true] },
            { kenmerk: 'drukBar', min: 40 },
            { kenmerk: 'diameterCm', min: 45.7 },
          ],
        },
        {
          alleenAlsGegeven: {
            alle: [
              isGas,
              {
                eenVan: [
                  { kenmerk: 'grensoverschrijdendNet', is: [true] },
                  { kenmerk: 'unielijst', is: [true] },
                ],
              },
            ],
          },
        },
        {
          alleenAlsGegeven: {
            alle: [
              { kenmerk: 'energiedrager', is: ['CO2'] },
              { kenmerk: 'unielijst', is: [true] },
            ],
          },
        },
        { alleenAlsGegeven: { kenmerk: 'soortObject', is: ['ondergrondse opslag'] } },
      ],
    },
    levert: [naarRijk('Landelijke gasleiding vanaf 40 bar en 45,7 cm, of opslag van stoffen.')],
    gevolg: {
      energiedrager: 'tot 2024 was een landelijke gasleiding vanaf 40 bar en 45,7 cm voor het Rijk',
      landelijkNet: 'tot 2024 was een landelijke gasleiding vanaf 40 bar en 45,7 cm voor het Rijk',
      drukBar: 'tot 2024 was een landelijke gasleiding vanaf 40 bar en 45,7 cm voor het Rijk',
      diameterCm: 'tot 2024 was een landelijke gasleiding vanaf 40 bar en 45,7 cm voor het Rijk',
    },
  },
  {
    ...oud,
    id: 'BG-26',
    energiedrager: null,
    criterium:
      'Oud recht: uitzondering op de drempels. Als de procedure naar omvang, aard en ligging geen versnelling of ander voordeel geeft',
    gezagTekst: 'Minister van EZ besluit; daarna gemeente of provincie',
    instrumentTekst: 'besluit van de Minister om de rijksprocedure niet of deels toe te passen',
    grondslag:
      'Elektriciteitswet 1998 art. 9b lid 4 en 20a lid 3; Gaswet art. 39b lid 3; Mijnbouwwet art. 141a lid 3',
    bronnen: [elektriciteitswet, gaswet, mijnbouwwet],
    toelichting:
      'De Minister hoort eerst de initiatiefnemer en de betrokken bestuursorganen. Past bij 380 kV-projecten die via provincie of gemeente liepen; dat dit besluit daar genomen is, is afgeleid. Voor nu: zie ook de overdracht in BG-06.',
    wanneer: {
      alle: [
        { drempel: 'Rijk', is: ['ja'] },
        { niet: { alleenAlsGegeven: { kenmerk: 'rijksprocedureToegepast', is: [true] } } },
      ],
    },
    levert: [true, false].flatMap((besloten): Levering[] => {
      const als = besloten ? nietToegepast : { nietGegeven: nietToegepast.kenmerk };
      const toelichting = besloten
        ? 'De Minister paste de rijksprocedure niet toe: daarna gemeente of provincie.'
        : 'Kon als de Minister besloot de rijksprocedure niet toe te passen (uitzondering op de drempels).';
      return [
        {
          besluit: 'inpassingsplan',
          bevoegdGezag: 'provincie',
          orgaan: 'provinciale staten',
          instrument: 'inpassingsplan (oud recht)',
          wie: 'elke provincie',
          zekerheid: 'voorstel',
          als,
          toelichting,
        },
        {
          besluit: 'bestemmingsplan',
          bevoegdGezag: 'gemeente',
          orgaan: 'gemeenteraad',
          instrument: 'bestemmingsplan (oud recht)',
          wie: 'elke gemeente',
          zekerheid: 'voorstel',
          als,
          toelichting,
        },
      ];
    }),
    vraagt: ['rijksprocedureToegepast'],
    gevolg: {
      rijksprocedureToegepast: 'zonder die procedure liep het via gemeente of provincie (BG-26)',
    },
  },
];
