import type { AfstandTotNetAntwoord } from '../../../data/schema/antwoord.ts';
import { formatLength } from '../../format.ts';

type Antwoord = AfstandTotNetAntwoord['antwoord'];

export interface NearLine {
  id: string;
  soort: 'station' | 'lijn';
  name: string;
  /** What it is, its voltage and who manages it; what the source does not name says so. */
  facts: string;
  afstandM: number;
}

/** Stations and lines together, the nearest first. */
export function listNearest({ stations, lijnen }: Pick<Antwoord, 'stations' | 'lijnen'>): NearLine[] {
  const toLines = (soort: NearLine['soort'], found: Antwoord['stations']): NearLine[] =>
    found.map(({ id, naam, spanningKv, beheerder, afstandM }) => ({
      id,
      soort,
      name: naam ?? `${soort === 'lijn' ? 'Lijn' : 'Station'} zonder naam`,
      facts: [
        soort,
        spanningKv.length > 0 ? `${spanningKv.join('/')}\u202fkV` : 'spanning onbekend',
        beheerder ?? 'beheerder onbekend',
      ].join(' · '),
      afstandM,
    }));
  return [...toLines('station', stations), ...toLines('lijn', lijnen)].sort(
    (a, b) => a.afstandM - b.afstandM,
  );
}

/** `7,40 km tot de dichtstbijzijnde lijn`; of a place that may lie elsewhere in what was asked it is at least that. */
export function toNetLead({ gevraagd, spanningKv, ...net }: Antwoord): string {
  const [nearest] = listNearest(net);
  if (!nearest) return 'De afstand tot het net is onbekend';
  const isSure = gevraagd.ligging === 'exact';
  const ofKv = spanningKv === null ? '' : ` van ${spanningKv}\u202fkV`;
  const { soort, afstandM } = nearest;
  if (afstandM === 0) return `Raakt ${isSure ? '' : 'mogelijk '}een ${soort}${ofKv}`;
  const thing = soort === 'lijn' ? 'de dichtstbijzijnde lijn' : 'het dichtstbijzijnde station';
  return `${isSure ? '' : 'Ten minste '}${formatLength(afstandM)} tot ${thing}${ofKv}`;
}
