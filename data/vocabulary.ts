// Closed lists of the field. The values are the Dutch words themselves, in the one
// spelling of docs/woordenlijst.md, so that a stored value, an API answer and a
// screen say the same. `…Labels` exist only where the screen needs more words.
// Sources: pMIEK-uitvoeringsaanpak (fases, routes, werksporen), Omgevingswet
// (bevoegd gezag, besluiten), the domain facts for the rest. Lists marked
// "own proposal" are not in any source.

export const fases = [
  'verkenning',
  'planuitwerking',
  'project',
  'realisatie',
  'gerealiseerd',
  'vervallen',
] as const;
export type Fase = (typeof fases)[number];
export const faseLabels: Record<Fase, string> = {
  verkenning: 'Verkenningsfase',
  planuitwerking: 'Planuitwerkingsfase',
  project: 'Projectfase',
  realisatie: 'Realisatiefase',
  gerealiseerd: 'Gerealiseerd',
  vervallen: 'Vervallen',
};

/** How a fase is known: the source says it, or it was inferred from the step in the procedure. */
export const faseHerkomsten = ['bron', 'afgeleid'] as const;
export type FaseHerkomst = (typeof faseHerkomsten)[number];
export const faseHerkomstLabels: Record<FaseHerkomst, string> = {
  bron: 'genoemd in de bron',
  afgeleid: 'afgeleid uit de procedurestap',
};

export const concreetheden = ['concreet', 'verkenning'] as const;
export type Concreetheid = (typeof concreetheden)[number];

export const energiedragers = [
  'elektriciteit',
  'warmte',
  'waterstof',
  'groen gas',
  'aardgas',
  'CO2',
  'meerdere',
] as const;
export type Energiedrager = (typeof energiedragers)[number];
export const energiedragerLabels: Record<Energiedrager, string> = {
  elektriciteit: 'Elektriciteit',
  warmte: 'Warmte',
  waterstof: 'Waterstof',
  'groen gas': 'Groen gas',
  aardgas: 'Aardgas',
  CO2: 'CO₂',
  meerdere: 'Meerdere energiedragers',
};

export const soortenGebied = [
  'gemeente',
  'provincie',
  'res-regio',
  'subregio',
  'waterschap',
  'netbeheerdersgebied',
] as const;
export type SoortGebied = (typeof soortenGebied)[number];
export const soortGebiedLabels: Record<SoortGebied, string> = {
  gemeente: 'Gemeente',
  provincie: 'Provincie',
  'res-regio': 'RES-regio',
  subregio: 'Subregio',
  waterschap: 'Waterschap',
  netbeheerdersgebied: 'Netbeheerdersgebied',
};
export const soortGebiedMeervoud: Record<SoortGebied, string> = {
  gemeente: 'Gemeenten',
  provincie: 'Provincies',
  'res-regio': "RES-regio's",
  subregio: "Subregio's",
  waterschap: 'Waterschappen',
  netbeheerdersgebied: 'Netbeheerdersgebieden',
};

export const bevoegdGezagen = ['gemeente', 'provincie', 'waterschap', 'Rijk', 'onbekend'] as const;
export type BevoegdGezag = (typeof bevoegdGezagen)[number];
export const bevoegdGezagLabels: Record<BevoegdGezag, string> = {
  gemeente: 'Gemeente',
  provincie: 'Provincie',
  waterschap: 'Waterschap',
  Rijk: 'Rijk',
  onbekend: 'Nog te bepalen',
};

export const organen = [
  'gemeenteraad',
  'college van burgemeester en wethouders',
  'provinciale staten',
  'gedeputeerde staten',
  'dagelijks bestuur van het waterschap',
  'Minister die het aangaat',
  'Minister van KGG',
  'Minister van BZK',
  'Minister van IenW',
  'Minister voor Natuur',
  'Minister van EZ',
  'onbekend',
] as const;
export type Orgaan = (typeof organen)[number];

export const besluiten = [
  'omgevingsplan',
  'BOPA',
  'projectbesluit',
  'omgevingsvergunning',
  'natuurvergunning',
  'voorkeursrecht',
  'gedoogplicht',
  'onteigening',
  'warmtekavel',
  'bestemmingsplan',
  'inpassingsplan',
] as const;
export type Besluit = (typeof besluiten)[number];
export const besluitLabels: Record<Besluit, string> = {
  omgevingsplan: 'Omgevingsplan (wijziging)',
  BOPA: 'Buitenplanse omgevingsplanactiviteit (BOPA)',
  projectbesluit: 'Projectbesluit',
  omgevingsvergunning: 'Omgevingsvergunning',
  natuurvergunning: 'Omgevingsvergunning Natura 2000 of flora en fauna',
  voorkeursrecht: 'Voorkeursrecht op grond',
  gedoogplicht: 'Gedoogplicht',
  onteigening: 'Onteigening',
  warmtekavel: 'Warmtekavel en aanwijzing warmtebedrijf',
  bestemmingsplan: 'Bestemmingsplan (oud recht)',
  inpassingsplan: 'Inpassingsplan (oud recht)',
};

export const instrumenten = [
  'omgevingsplan',
  'BOPA',
  'projectbesluit provincie',
  'projectbesluit Rijk',
  'projectbesluit waterschap',
  'omgevingsvergunning',
  'voorkeursrecht',
  'gedoogplichtbeschikking',
  'onteigeningsbeschikking',
  'aanwijzing warmtebedrijf',
  'instructieregel omgevingsplan',
  'bestemmingsplan (oud recht)',
  'inpassingsplan (oud recht)',
  'onbekend',
] as const;
export type Instrument = (typeof instrumenten)[number];

/** How sure a proposal is: 'regel' = the rule fits the given facts, 'voorstel' = an allowed route or a
 *  rule whose article was not read, 'onbekend' = no rule, or a fact it needs is missing. */
export const voorstelZekerheden = ['regel', 'voorstel', 'onbekend'] as const;
export type VoorstelZekerheid = (typeof voorstelZekerheden)[number];

export const liggingen = ['exact', 'zoekgebied', 'indicatief', 'geen'] as const;
export type Ligging = (typeof liggingen)[number];
export const liggingLabels: Record<Ligging, string> = {
  exact: 'exacte ligging',
  zoekgebied: 'zoekgebied',
  indicatief: 'indicatieve ligging (punt met straal)',
  geen: 'geen ligging bekend',
};

/** What a source's point stands for; null in the seed means the source gives no place at all. */
export const locatieprecisies = ['exact', 'plaats', 'gemeente', 'zoekgebied', 'onbekend'] as const;
export type Locatieprecisie = (typeof locatieprecisies)[number];
export const locatieprecisieLabels: Record<Locatieprecisie, string> = {
  exact: 'exact terrein',
  plaats: 'centrum van de genoemde plaats',
  gemeente: 'hoofdplaats van de gemeente',
  zoekgebied: 'zoekgebied',
  onbekend: 'onbekend',
};

/** Certainty of a value that a person could ask "says who?" about. */
export const zekerheden = ['werkelijk', 'gepland', 'geschat', 'afgeleid', 'onbekend'] as const;
export type Zekerheid = (typeof zekerheden)[number];

export const herkomsten = ['officieel', 'spiegel', 'schematisch', 'gebruiker'] as const;
export type Herkomst = (typeof herkomsten)[number];
export const herkomstLabels: Record<Herkomst, string> = {
  officieel: 'officiële dienst',
  spiegel: 'lokale spiegel',
  schematisch: 'schematische grenzen, niet voor besluitvorming',
  gebruiker: 'ingevoerd door gebruiker',
};

export const pmiekBewijzen = ['bevestigd', 'waarschijnlijk', 'niet_bevestigd'] as const;
export type PmiekBewijs = (typeof pmiekBewijzen)[number];
export const pmiekBewijsLabels: Record<PmiekBewijs, string> = {
  bevestigd: 'pMIEK-project, bevestigd in de bron',
  waarschijnlijk: 'waarschijnlijk pMIEK-project, afgeleid',
  niet_bevestigd: 'publiek project, pMIEK-lidmaatschap niet bevestigd',
};

export const pmiekRondes = ['1.0', '2.0'] as const;
export type PmiekRonde = (typeof pmiekRondes)[number];

export const soortenAanleg = ['nieuw', 'uitbreiding'] as const;
export type SoortAanleg = (typeof soortenAanleg)[number];

/** Groups for symbols and filters; the table that fills them is data/rules/type-infra.ts. */
export const typeInfraGroepen = [
  'station',
  'verbinding',
  'kabel',
  'leiding',
  'programma',
  'overig',
  'onbekend',
] as const;
export type TypeInfraGroep = (typeof typeInfraGroepen)[number];
export const typeInfraGroepLabels: Record<TypeInfraGroep, string> = {
  station: 'Station',
  verbinding: 'Verbinding (lijn)',
  kabel: 'Kabel',
  leiding: 'Leiding',
  programma: 'Programma',
  overig: 'Stations en verbindingen samen, overig',
  onbekend: 'Type onbekend',
};

/** Who does an action (uitvoeringsaanpak, proces enums). */
export const actiehouders = [
  'netbeheerder',
  'gemeente',
  'provincie',
  'bevoegd gezag',
  'waterschap',
  'Rijk',
  'overige stakeholder',
] as const;
export type Actiehouder = (typeof actiehouders)[number];

/** Role of a party in an action (own proposal). */
export const partijRollen = ['trekker', 'betrokken', 'geraadpleegd', 'informeert'] as const;
export type PartijRol = (typeof partijRollen)[number];

/** Who sits at the atlas: read only, work on one organisation's projects, or manage. */
export const rollen = ['lezer', 'bewerker', 'beheerder'] as const;
export type Rol = (typeof rollen)[number];

export const vertrouwelijkheden = ['openbaar', 'partijen', 'vertrouwelijk'] as const;
export type Vertrouwelijkheid = (typeof vertrouwelijkheden)[number];
export const vertrouwelijkheidLabels: Record<Vertrouwelijkheid, string> = {
  openbaar: 'Openbaar',
  partijen: 'Alleen voor betrokken partijen',
  vertrouwelijk: 'Vertrouwelijk',
};

export const ibnStatussen = ['haalbaar', 'onder druk', 'niet haalbaar', 'onbekend'] as const;
export type IbnStatus = (typeof ibnStatussen)[number];

/** Route of a project after the actielijst. */
export const vervolgen = ['monitoring', 'uitvoeringsacties', 'volgende ronde'] as const;
export type Vervolg = (typeof vervolgen)[number];
export const vervolgLabels: Record<Vervolg, string> = {
  monitoring: 'Alleen monitoring van het reguliere proces',
  uitvoeringsacties: 'Uitvoeringsacties',
  'volgende ronde': 'Volgende ronde (pMIEK +1)',
};

export const actieStatussen = ['open', 'loopt', 'gereed', 'vervallen'] as const;
export type ActieStatus = (typeof actieStatussen)[number];

export const ontstaansroutes = ['A', 'B', 'C'] as const;
export type Ontstaansroute = (typeof ontstaansroutes)[number];
export const ontstaansrouteLabels: Record<Ontstaansroute, string> = {
  A: 'A: reguliere route van de netbeheerder, via knelpunten naar het investeringsplan',
  B: 'B: uit het investeringsplan, daarna maatschappelijk prioritair',
  C: 'C: gevonden in integraal programmeren, nog niet op de radar van de netbeheerder',
};

export const werksporen = ['WS1', 'WS2', 'WS3'] as const;
export type Werkspoor = (typeof werksporen)[number];
export const werkspoorLabels: Record<Werkspoor, string> = {
  WS1: 'Sneller bouwen',
  WS2: 'Stimuleren slimme oplossingen',
  WS3: 'Regionaal integraal programmeren',
};

/** Own proposal, in the order of the ladder; the last three are parallel lines, not a hierarchy. */
export const escalatieniveaus = [
  'projectoverleg',
  'bestuurlijk overleg provincie',
  'energyboard',
  'bestuurlijk overleg Rijk-provincie',
  'BO KE-RE',
  'BOKE',
  'BOL',
] as const;
export type Escalatieniveau = (typeof escalatieniveaus)[number];

/** What kind of land a footprint takes. */
export const soortenRuimtebeslag = ['direct', 'indirect', 'tijdelijk'] as const;
export type SoortRuimtebeslag = (typeof soortenRuimtebeslag)[number];
export const soortRuimtebeslagLabels: Record<SoortRuimtebeslag, string> = {
  direct: 'direct (terrein)',
  indirect: 'indirect (zone of strook)',
  tijdelijk: 'tijdelijk (werkterrein)',
};
