// How the parties work together: actions, routes, tables to go to. See data/vocabulary.ts.

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

/** Whether a value was planned, came true, or is somebody's estimate. */
export const waardeAarden = ['gepland', 'werkelijk', 'geschat'] as const;
export type WaardeAard = (typeof waardeAarden)[number];

/** Where a decision stands (own proposal after the steps of the Omgevingswet). */
export const besluitStatussen = [
  'voorgesteld',
  'ingediend',
  'ontwerp ter inzage',
  'vastgesteld',
  'in werking',
  'onherroepelijk',
  'afgewezen',
] as const;
export type BesluitStatus = (typeof besluitStatussen)[number];

export const vraagStatussen = ['open', 'beantwoord', 'omgezet in actie', 'ingetrokken'] as const;
export type VraagStatus = (typeof vraagStatussen)[number];

export const koppelingSoorten = ['investeringsplan', 'nMIEK', 'hangt af van', 'bedient gebied'] as const;
export type KoppelingSoort = (typeof koppelingSoorten)[number];

/** What a pMIEK round does with a project. */
export const rondeStappen = [
  'opgenomen',
  'voortgezet',
  'gesplitst',
  'samengevoegd',
  'vervallen',
  'terug naar pMIEK +1',
] as const;
export type RondeStap = (typeof rondeStappen)[number];

/** Submitting is not adopting. */
export const rondestapStatussen = ['concept', 'ingediend', 'vastgesteld'] as const;
export type RondestapStatus = (typeof rondestapStatussen)[number];
