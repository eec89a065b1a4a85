import type { Project } from '../../../data/schema/project.ts';
import type { ApiError } from '../../api-error.ts';
import { useAtlas } from '../../state/contexts.ts';

/** The part of the country a page is about. */
export interface Scope {
  /** Code of the provincie; null is the whole country. */
  readonly provincie: string | null;
  readonly naam: string;
  /** Whether there is such a part; true as long as the provincies are not known. */
  readonly exists: boolean;
  /** What narrows a list of the server to it. */
  readonly query: Record<string, string>;
  /** The projects in it, each once; null while none are known. */
  readonly projecten: readonly Project[] | null;
  readonly error: ApiError | null;
}

const wholeCountry = ['', 'nederland'];

/** What the address names: a provincie code, or the whole country. Call while a component initialises. */
export function useScope(name: () => string): Scope {
  const { api, projects } = useAtlas();
  const code = () => (/^PV\d{2}$/.test(name()) ? name() : null);
  return {
    get provincie() {
      return code();
    },
    get naam() {
      const chosen = code();
      if (chosen === null) return 'Nederland';
      const known = api.gebieden('provincie').data?.gebieden.find((each) => each.code === chosen);
      return known?.naam ?? chosen;
    },
    get exists() {
      const known = api.gebieden('provincie').data?.gebieden;
      const chosen = code();
      if (chosen === null) return wholeCountry.includes(name());
      return known === undefined || known.some((each) => each.code === chosen);
    },
    get query(): Record<string, string> {
      const chosen = code();
      return chosen === null ? {} : { provincie: chosen };
    },
    get projecten() {
      const chosen = code();
      return projects.all?.filter(({ provincies }) => chosen === null || provincies.includes(chosen)) ?? null;
    },
    get error() {
      return projects.resource.error;
    },
  };
}
