// What the gegevens of each kind of record hold, as the records documents describe them (data/records). The wire
// carries one shape for all kinds; a page reads each kind under its own name. Null is unknown.
import type { Geometrie } from '../../../data/schema/geometrie.ts';
import type { FaseToets } from '../../../data/rules/fases.ts';
import type { GetoondeBevinding, Registratie } from '../../../data/schema/registratie.ts';
import type {
  ActieStatus,
  BesluitStatus,
  Concreetheid,
  Escalatieniveau,
  Fase,
  IbnStatus,
  KoppelingSoort,
  PartijRol,
  RondeStap,
  RondestapStatus,
  VraagStatus,
  WaardeAard,
} from '../../../data/vocabulary.ts';

/** A record whose gegevens are of one kind. */
export type Of<Gegevens> = Omit<Registratie, 'gegevens'> & { gegevens: Gegevens };

export type Actie = Of<{
  activiteit: string;
  trekkers: string[];
  partijen: string[];
  resultaat: string | null;
  planningVan: string | null;
  planningTot: string | null;
  planning: string | null;
  status: ActieStatus;
  fase: Fase | null;
  vraagId: string | null;
}>;

export type Besluit = Of<{
  besluit: string;
  componentId: string | null;
  bevoegdGezag: string;
  organisatie: string | null;
  orgaan: string | null;
  instrument: string | null;
  grondslag: string | null;
  status: BesluitStatus;
  datumBesluit: string | null;
  datumInWerking: string | null;
  toelichting: string | null;
}>;

export type Monitoring = Of<{
  periode: string;
  pmiekNummer: string | null;
  haalbaarheidIbn: number | null;
  ibnStatus: IbnStatus;
  aandachtspunten: string | null;
  versnellingsactie: string | null;
  trekkers: string[];
  vraagEnergyboard: string | null;
}>;

export type Vraag = Of<{
  vraag: string;
  niveau: Escalatieniveau;
  monitoringId: string | null;
  gesteldOp: string;
  status: VraagStatus;
  antwoord: string | null;
  beantwoordOp: string | null;
  actieId: string | null;
}>;

export type Partij = Of<{
  organisatie: string;
  rol: PartijRol;
  vertrouwd: boolean;
  toelichting: string | null;
}>;

export type Contactpersoon = Of<{
  organisatie: string;
  naam: string;
  functie: string | null;
  email: string | null;
  telefoon: string | null;
}>;

export type Opmerking = Of<{
  onderwerp: 'project' | 'veld' | 'plek';
  veld: string | null;
  punt: Geometrie | null;
  tekst: string;
  antwoordOp: string | null;
  status: 'open' | 'opgelost';
  opgelostReden: string | null;
}>;

export type Betwisting = Of<{
  laag: string;
  object: string;
  uitkomst: Record<string, unknown>;
  bezwaar: string;
  status: 'open' | 'erkend' | 'afgewezen';
  antwoord: string | null;
}>;

export type Document = Of<{ titel: string; url: string; soort: string | null; datum: string | null }>;

export type Koppeling = Of<{
  soort: KoppelingSoort;
  doel: string;
  componentId: string | null;
  toelichting: string | null;
}>;

export type IbnUitspraak = Of<{
  jaarVan: number;
  jaarTot: number;
  aard: WaardeAard;
  gezegdOp: string;
  oorzaak: string | null;
  bron: string;
}>;

export type Mijlpaal = Of<{ naam: string; datum: string; aard: WaardeAard }>;

export type Rondestap = Of<{
  ronde: string;
  stap: RondeStap;
  categorie: Concreetheid | null;
  pmiekNummer: string | null;
  opvolgers: string[];
  toelichting: string | null;
  terugblik: string | null;
  status: RondestapStatus;
}>;

export type Variant = Of<{
  componentId: string;
  letter: string;
  naam: string | null;
  isVoorkeur: boolean;
  keuzeReden: string | null;
}>;

/** A project with everything that is said about it, as GET /projecten/{id}/fiche answers. */
export interface Fiche {
  project: Registratie;
  componenten: Registratie[];
  varianten: Variant[];
  besluiten: Besluit[];
  acties: Actie[];
  monitoring: Monitoring[];
  energyboardvragen: Vraag[];
  partijen: Partij[];
  contactpersonen: Contactpersoon[];
  opmerkingen: Opmerking[];
  betwistingen: Betwisting[];
  documenten: Document[];
  koppelingen: Koppeling[];
  'ibn-uitspraken': IbnUitspraak[];
  mijlpalen: Mijlpaal[];
  rondestappen: Rondestap[];
  letOp: LetOp[];
  faseToets: FaseToets[];
  /** The kinds, by plural, of which this reader may add one. */
  magToevoegen: string[];
}

/** Whether this reader may add a record of a kind to the project. */
export type MayAdd = (kind: { meervoud: string }) => boolean;

/** Something strange about a record of the fiche. */
export type LetOp = GetoondeBevinding & { soort: string; id: string };
