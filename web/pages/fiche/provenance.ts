import type { Registratie } from '../../../data/schema/registratie.ts';
import type { ProjectDetail } from '../../../data/schema/project.ts';
import { vertrouwelijkheidLabels } from '../../../data/vocabulary.ts';
import { formatDate } from '../../format.ts';

/** Who says so: what is known of where a value comes from. Null is not known. */
export interface Provenance {
  bron: string | null;
  /** ISO date, as precise as the source. */
  datum: string | null;
  /** gepland, werkelijk or geschat. */
  aard: string | null;
  /** Since when the atlas knows the version it stands in. */
  bekendVan: string | null;
  /** Organisation that recorded it. */
  door: string | null;
  /** Of this field alone, where it is not openbaar. */
  niveau: string | null;
}

type Versie = Registratie['versie'];

/** What is known of a field of a record: its own provenance first, else that of the register it came with. */
export function toProvenance(
  versie: Versie | null,
  veld: string,
  register: Pick<ProjectDetail, 'bronnen' | 'bronDatum'> | null = null,
): Provenance {
  const own = versie?.herkomst[veld];
  return {
    bron: own?.bron ?? register?.bronnen[0] ?? null,
    datum: own?.datum ?? register?.bronDatum ?? null,
    aard: own?.aard ?? null,
    bekendVan: versie?.bekendVan ?? null,
    door: versie?.doorOrganisatie ?? null,
    niveau:
      versie && versie.vertrouwelijkheid !== 'openbaar'
        ? vertrouwelijkheidLabels[versie.vertrouwelijkheid]
        : null,
  };
}

/** The lines of the note beside a value; `[]` when nothing is known. */
export function toProvenanceLines({ bron, datum, aard, bekendVan, door, niveau }: Provenance): string[] {
  return [
    bron && `Bron: ${bron}`,
    datum && `Datum van de bron: ${formatDate(datum)}`,
    aard && `Waarde: ${aard}`,
    bekendVan && `In de atlas sinds ${formatDate(bekendVan)}${door ? `, door ${door}` : ''}`,
    niveau && `Zichtbaar: ${niveau.toLowerCase()}`,
  ].filter((line): line is string => typeof line === 'string' && line !== '');
}
