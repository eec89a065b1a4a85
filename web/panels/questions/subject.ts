import type { Geometrie } from '../../../data/schema/geometrie.ts';
import { soortGebiedLabels, type Ligging } from '../../../data/vocabulary.ts';
import { formatArea, formatLength, formatRd } from '../../format.ts';
import { toRd } from '../../map/rd.ts';
import type { QuestionInput, QuestionParams } from '../../state/questions.svelte.ts';

/** Names of what can be asked about; null while a name is not known. */
export interface SubjectNames {
  project: (id: string) => string | null;
  gebied: (soort: string, code: string) => string | null;
}

/** What the answer says it computed with. */
export interface AskedSize {
  ligging: Ligging;
  straalM: number | null;
  oppervlakteM2: number;
  lengteM: number;
}

/** What a question is asked about, in words: `Getekend vlak · 3,42 ha`. */
export function toSubject(
  { input, params }: { input: QuestionInput; params: QuestionParams },
  names: SubjectNames,
  size: AskedSize | null,
): string {
  const provincie = params['provincie'];
  switch (input.kind) {
    case 'project':
      return withSize(names.project(input.projectId) ?? `Project ${input.projectId}`, size);
    case 'gebied': {
      const kind = soortGebiedLabels[input.soort];
      return withSize(`${kind} ${names.gebied(input.soort, input.code) ?? input.code}`, size);
    }
    case 'geen':
      return provincie
        ? `Projecten van provincie ${names.gebied('provincie', provincie) ?? provincie}`
        : 'Alle projecten';
    case 'geometrie':
      return withSize(toGeometryWords(input.geometrie), size);
  }
}

function withSize(text: string, size: AskedSize | null): string {
  // The circle of an indicative place says where it may be, not how big it is.
  if (size?.ligging === 'indicatief' && size.straalM !== null)
    return `${text} · ergens binnen ${formatLength(size.straalM)}`;
  if (size && size.oppervlakteM2 > 0) return `${text} · ${formatArea(size.oppervlakteM2)}`;
  return size && size.lengteM > 0 ? `${text} · ${formatLength(size.lengteM)}` : text;
}

function toGeometryWords(geometry: Geometrie): string {
  switch (geometry.type) {
    case 'Point':
      return `Punt ${formatRd(toRd(geometry.coordinates))}`;
    case 'MultiPoint':
      return `${geometry.coordinates.length} punten`;
    case 'LineString':
      return 'Getekende lijn';
    case 'MultiLineString':
      return `${geometry.coordinates.length} getekende lijnen`;
    case 'Polygon':
      return 'Getekend vlak';
    case 'MultiPolygon':
      return `${geometry.coordinates.length} getekende vlakken`;
  }
}
