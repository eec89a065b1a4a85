/** OGC API Features of a publisher: collection, and the query that narrows it. */
export interface OgcApiReader {
  url: string;
  collectie: string;
  query?: Record<string, string>;
}

/** One file that a publisher offers whole. What it cannot say of itself stands here. */
export interface DownloadReader {
  url: string;
  uitgever: string;
  licentie: string;
  toelichting: string;
}

/**
 * Layers of an ArcGIS feature service that make up a dataset together. What differs from the other sources of the
 * dataset, of which the document tells, stands here.
 */
export interface ArcGisReader {
  /** Address of the FeatureServer. */
  url: string;
  /** Numbers of the layers, all with these columns. */
  lagen: readonly number[];
  /** Our column → column of the layers; `bron_id` is their object id unless it is told. */
  kolommen: Record<string, string>;
  uitgever: string;
  licentie: string;
  toelichting: string;
  /** As in the document. */
  opZee?: boolean;
}

/** The API of ruimtelijke plannen: it lists the plans of an overheid, each with the address of its GML. */
export interface PlanApiReader {
  url: string;
  plannenPer: 'overheid';
  toelichting: string;
}

/** One INSPIRE GML file of the whole country, too large to hold: read member by member. */
export interface InspireSitesReader extends DownloadReader {
  /** Local name of the elements that are its objects. */
  element: 'ProtectedSite';
  /** Fewer objects than this are not the whole country. */
  minstAantal: number;
  /** As in the document. */
  opZee?: boolean;
}

/** Where and how the publisher itself is read. */
export type OfficialReader =
  OgcApiReader | DownloadReader | InspireSitesReader | ArcGisReader | PlanApiReader;

/** Where a dataset can be read, in the order of trust: the publisher, a local mirror, what we ship. */
export interface SourceReaders {
  officieel?: OfficialReader;
  /** The id of the dataset in the mirror's bronnen.json; `naast`: the file to read beside the one named there. */
  spiegel?: { dataset: string; naast?: string };
  /** The file under data/seed. */
  schematisch?: { bestand: string };
}
