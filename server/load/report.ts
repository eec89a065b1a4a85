import type { LoadHerkomst } from './reading.ts';

/** What became of one dataset. */
export interface DatasetReport {
  id: string;
  titel: string;
  /** 'ongewijzigd': what is loaded is what the source gives now. 'geen bron': no source for it answers here. */
  uitkomst: 'geladen' | 'ongewijzigd' | 'geweigerd' | 'geen bron';
  /** Where what is loaded now came from; null when nothing is loaded. */
  herkomst: LoadHerkomst | null;
  aantal: number | null;
  duurMs: number;
  /** Dutch; why it was refused, or why there is no source. */
  reden: string | null;
  /** What a person should know although it was loaded: repaired geometry, a better source that was refused. */
  waarschuwingen: string[];
  /** Parts that were left out, each with its reason: single plans. */
  geweigerdeOnderdelen: { onderdeel: string; reden: string }[];
}

export interface LoadReport {
  datasets: DatasetReport[];
  /** True when a dataset was refused; what was loaded before is still there. */
  geweigerd: boolean;
}
