/** Where the loading of one dataset is. `klaar`, `overgeslagen` and `geweigerd` come once, at its end. */
export type LoadFase = 'lezen' | 'controleren' | 'schrijven' | 'klaar' | 'overgeslagen' | 'geweigerd';

export interface LoadEvent {
  dataset: string;
  fase: LoadFase;
  gedaan: number;
  /** 0 when it is not known how much there is to do. */
  totaal: number;
  /** Dutch; why it was refused or skipped. */
  reden?: string;
}

export type OnProgress = (event: LoadEvent) => void;
