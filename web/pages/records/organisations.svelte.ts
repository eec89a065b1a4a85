import type { Organisatie } from '../../../data/schema/aanmelden.ts';
import type { ApiError } from '../../api-error.ts';
import { useAtlas } from '../../state/contexts.ts';
import { toFullName } from '../../organisation-name.ts';

/** The organisations of the atlas, for choosing and naming. */
export interface Organisations {
  /** Null while they are not known. */
  readonly all: readonly Organisatie[] | null;
  readonly error: ApiError | null;
  /** Its name; the code where that is not known. */
  nameOf(code: string): string;
}

/** Call while a component initialises. */
export function useOrganisations(): Organisations {
  const { api } = useAtlas();
  const resource = $derived(api.registraties<{ items: Organisatie[] }>('/organisaties'));
  return {
    get all() {
      return resource.data?.items ?? null;
    },
    get error() {
      return resource.error;
    },
    nameOf: (code) => {
      const found = resource.data?.items.find((each) => each.code === code);
      return found ? toFullName(found) : code;
    },
  };
}

/** Organisations whose name or code holds the text, those that begin with it first; at most `limit`. */
export function searchOrganisations(all: readonly Organisatie[], text: string, limit = 12): Organisatie[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  return all
    .map((each) => ({ each, rank: toRank(each, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || a.each.naam.localeCompare(b.each.naam, 'nl'))
    .slice(0, limit)
    .map(({ each }) => each);
}

function toRank({ code, naam }: Organisatie, wanted: string): number {
  const name = plain(naam);
  if (plain(code) === wanted || name === wanted) return 0;
  if (name.startsWith(wanted) || name.split(/[\s-]/).some((word) => word.startsWith(wanted))) return 1;
  return name.includes(wanted) || plain(code).startsWith(wanted) ? 2 : 3;
}

/** Without accents, quotes and capitals. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .trim()
    .toLowerCase();
