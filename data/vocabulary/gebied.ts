// Areas, where data comes from, and who may see what. See data/vocabulary.ts.

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

export const herkomsten = ['officieel', 'spiegel', 'schematisch', 'gebruiker'] as const;
export type Herkomst = (typeof herkomsten)[number];
export const herkomstLabels: Record<Herkomst, string> = {
  officieel: 'officiële dienst',
  spiegel: 'lokale spiegel',
  schematisch: 'schematische grenzen, niet voor besluitvorming',
  gebruiker: 'ingevoerd door gebruiker',
};

/** What somebody may do for an organisation. Adopting and managing accounts stand apart from the ladder of the first three. */
export const rollen = ['lezer', 'bewerker', 'coordinator', 'vaststeller', 'beheerder'] as const;
export type Rol = (typeof rollen)[number];
export const rolLabels: Record<Rol, string> = {
  lezer: 'Lezer',
  bewerker: 'Bewerker',
  coordinator: 'Coördinator (werkspoor 3)',
  vaststeller: 'Vaststeller',
  beheerder: 'Beheerder',
};

export const soortenOrganisatie = [
  'gemeente',
  'provincie',
  'waterschap',
  'netbeheerder',
  'Rijk',
  'overig',
] as const;
export type SoortOrganisatie = (typeof soortenOrganisatie)[number];

export const vertrouwelijkheden = ['openbaar', 'partijen', 'vertrouwelijk'] as const;
export type Vertrouwelijkheid = (typeof vertrouwelijkheden)[number];
export const vertrouwelijkheidLabels: Record<Vertrouwelijkheid, string> = {
  openbaar: 'Openbaar',
  partijen: 'Alleen voor betrokken partijen',
  vertrouwelijk: 'Vertrouwelijk',
};
