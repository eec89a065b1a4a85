/** An environment setting that a reader does nothing without: who runs the atlas gives it. */
export interface ReaderSetting {
  naam: string;
  /** What belongs in it (Dutch), with an example. */
  inhoud: string;
}

/** What a reader is of its own, where the document tells of the other sources of the dataset. */
export interface OwnWords {
  uitgever: string;
  licentie: string;
  toelichting: string;
  /** As in the document. */
  opZee?: boolean;
  /** As in the document. */
  dekking?: string[];
}

/** OGC API Features of a publisher: collection, and the query that narrows it. */
export interface OgcApiReader {
  soort: 'ogc-api';
  url: string;
  collectie: string;
  query?: Record<string, string>;
}

/** One file that a publisher offers whole. */
export interface DownloadReader extends OwnWords {
  soort: 'bestand';
  url: string;
}

/** One INSPIRE GML file of the whole country, too large to hold: read member by member. */
export interface InspireSitesReader extends OwnWords {
  soort: 'inspire-gebieden';
  url: string;
  /** Local name of the elements that are its objects. */
  element: 'ProtectedSite';
  /** Fewer objects than this are not the whole country. */
  minstAantal: number;
}

interface ArcGisColumns extends OwnWords {
  soort: 'arcgis';
  /** Our column → column of the layers; `bron_id` is their object id unless it is told. */
  kolommen: Record<string, string>;
}

/** Layers of an ArcGIS service that make up a dataset together. */
export interface ArcGisReader extends ArcGisColumns {
  /** Address of the MapServer or FeatureServer. */
  url: string;
  /** Numbers of the layers, all with these columns. */
  lagen: readonly number[];
}

/** One layer of an ArcGIS service, of which only the setting knows the address (up to and with its number). */
export interface GivenLayerReader extends ArcGisColumns {
  instellingen: readonly [ReaderSetting];
}

/** The API of ruimtelijke plannen: it lists the plans of an overheid, each with the address of its GML. */
export interface PlanApiReader {
  soort: 'plannen';
  url: string;
  toelichting: string;
  instellingen: readonly ReaderSetting[];
}

/** Where and how the publisher itself is read. */
export type OfficialReader =
  OgcApiReader | DownloadReader | InspireSitesReader | ArcGisReader | GivenLayerReader | PlanApiReader;

/** Where a dataset can be read, in the order of trust: the publisher, a local mirror, what we ship. */
export interface SourceReaders {
  officieel?: OfficialReader;
  /** The id of the dataset in the mirror's bronnen.json; `naast`: the file to read beside the one named there. */
  spiegel?: { dataset: string; naast?: string };
  /** The file under data/seed. */
  schematisch?: { bestand: string };
}
