// BG-10 and BG-32: getting the land. No legal advice.
import { omgevingswet, START_OMGEVINGSWET } from './bronnen.ts';
import type { BevoegdGezagRegel, Levering } from './regel.ts';

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

/** The council, provinciale staten or the Minister may each use the power. */
function eachMayUse(
  besluit: 'voorkeursrecht' | 'onteigening',
  instrument: 'voorkeursrecht' | 'onteigeningsbeschikking',
  toelichting: string,
): Levering[] {
  return [
    {
      besluit,
      bevoegdGezag: 'gemeente',
      orgaan: 'gemeenteraad',
      instrument,
      wie: 'elke gemeente',
      zekerheid: 'voorstel',
      toelichting,
    },
    {
      besluit,
      bevoegdGezag: 'provincie',
      orgaan: 'provinciale staten',
      instrument,
      wie: 'elke provincie',
      zekerheid: 'voorstel',
      toelichting,
    },
    {
      besluit,
      bevoegdGezag: 'Rijk',
      orgaan: 'Minister die het aangaat',
      instrument,
      wie: 'Rijk',
      zekerheid: 'voorstel',
      toelichting,
    },
  ];
}

export const voorkeursrecht: BevoegdGezagRegel = {
  ...vanafOmgevingswet,
  id: 'BG-10',
  criterium: 'Grond voor stations verwerven',
  gezagTekst: 'gemeenteraad, provinciale staten of Minister',
  instrumentTekst: 'voorkeursrecht',
  grondslag: 'Omgevingswet art. 9.1',
  toelichting:
    'Kan op een locatie met een toegedachte niet-agrarische functie in omgevingsvisie, programma of beschikking; een pMIEK of energievisie als programma kan die basis leveren (afgeleid).',
  wanneer: { altijd: true },
  levert: eachMayUse(
    'voorkeursrecht',
    'voorkeursrecht',
    'Elk van de drie kan het vestigen, op grond met een toegedachte niet-agrarische functie.',
  ),
};

export const gedogenEnOnteigenen: BevoegdGezagRegel = {
  ...vanafOmgevingswet,
  id: 'BG-32',
  criterium: 'Gedogen en onteigenen voor energiewerken',
  gezagTekst:
    'gedoogplicht: Minister van IenW na overleg met de Minister voor Klimaat en Energie; onteigening: gemeenteraad, provinciale staten of Minister',
  instrumentTekst: 'gedoogplichtbeschikking; onteigeningsbeschikking',
  grondslag: 'Omgevingswet art. 10.14, 10.21, 11.4 en 11.6',
  toelichting:
    'Gedoogplicht kan voor elektriciteitsnet, windpark, gastransportnet, warmtelevering en mijnbouwwerk. Onteigenen vraagt een omgevingsplan, verleende BOPA of projectbesluit; provinciale staten alleen bij provinciaal belang of als dat doelmatig is. Verwijzingen naar de oude energiewetten zijn sindsdien aangepast (Energiewet art. 7.6); nieuwe tekst niet gezien.',
  wanneer: { altijd: true },
  levert: [
    {
      besluit: 'gedoogplicht',
      bevoegdGezag: 'Rijk',
      orgaan: 'Minister van IenW',
      instrument: 'gedoogplichtbeschikking',
      wie: 'Rijk',
      zekerheid: 'regel',
      toelichting:
        'Na overleg met de Minister voor Klimaat en Energie; voor elektriciteitsnet, windpark, gastransportnet, warmtelevering en mijnbouwwerk.',
    },
    ...eachMayUse(
      'onteigening',
      'onteigeningsbeschikking',
      'Vraagt een omgevingsplan, verleende BOPA of projectbesluit; provinciale staten alleen bij provinciaal belang of als dat doelmatig is.',
    ),
  ],
};
