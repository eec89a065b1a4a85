// What a project is: fase, carrier, place, proof, kind. See data/vocabulary.ts.

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

/** What kind of land a footprint takes. */
export const soortenRuimtebeslag = ['direct', 'indirect', 'tijdelijk'] as const;
export type SoortRuimtebeslag = (typeof soortenRuimtebeslag)[number];
export const soortRuimtebeslagLabels: Record<SoortRuimtebeslag, string> = {
  direct: 'direct (terrein)',
  indirect: 'indirect (zone of strook)',
  tijdelijk: 'tijdelijk (werkterrein)',
};
