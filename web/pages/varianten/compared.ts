import type { Registratie } from '../../../data/schema/registratie.ts';
import type { Geometrie } from '../../../data/schema/geometrie.ts';
import type { KeptDraft } from '../../placing/draft.svelte.ts';
import type { PlacedFacts } from '../../placing/live.svelte.ts';
import { findTypeInfra, typeInfraNamen } from '../../../data/rules/type-infra.ts';

// What is compared: the alternatives of one component, saved or still a draft in this browser.

export interface ComparedVariant {
  letter: string;
  naam: string | null;
  toelichting: string | null;
  ligging: string;
  geometrie: Geometrie | null;
  corridorM: number | null;
  sjabloon: string | null;
  /** Null for a draft. */
  id: string | null;
  etag: string | null;
  isVoorkeur: boolean;
  keuzeReden: string | null;
  mayChoose: boolean;
}

export interface Compared {
  title: string;
  /** Null for a draft. */
  projectId: string | null;
  componentId: string | null;
  componentNaam: string | null;
  facts: PlacedFacts;
  variants: ComparedVariant[];
}

/** The part of GET /projecten/{id}/fiche that is compared. */
export interface ComparedFiche {
  project: Registratie;
  componenten: Registratie[];
  varianten: Registratie[];
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Each component that has alternatives, in the order of the fiche; `[]` when none has. */
export function listCompared({ project, componenten, varianten }: ComparedFiche, title: string): Compared[] {
  return componenten.flatMap((component): Compared[] => {
    const own = varianten.filter(({ gegevens }) => gegevens['componentId'] === component.id);
    if (own.length === 0) return [];
    const { gegevens } = project;
    const kv = component.gegevens['spanningKv'];
    const typeInfra = text(gegevens['typeInfra']);
    return [
      {
        title,
        projectId: project.id,
        componentId: component.id,
        componentNaam: text(component.gegevens['naam']),
        facts: toFacts(
          text(gegevens['energiedrager']) ?? '',
          String(component.gegevens['soort'] ?? ''),
          typeInfra,
          text(gegevens['aard']) ?? 'nieuw',
          Array.isArray(kv) ? kv.map(Number) : [],
        ),
        variants: own.map(toVariant).sort((a, b) => a.letter.localeCompare(b.letter)),
      },
    ];
  });
}

/** A draft of this browser. */
export function toComparedDraft({ velden, plaatsing, basis }: KeptDraft): Compared {
  const kv = velden.spanning
    .split(/[^\d]+/)
    .map(Number)
    .filter((each) => each > 0);
  return {
    title: basis?.projectTitel ?? (velden.naam || 'Nieuw project'),
    projectId: null,
    componentId: null,
    componentNaam: null,
    facts: toFacts(velden.energiedrager, velden.groep, velden.typeInfra || null, velden.aanleg, kv),
    variants: plaatsing.varianten.map((variant) => ({
      letter: variant.letter,
      naam: variant.naam || null,
      toelichting: variant.toelichting || null,
      ligging: variant.ligging,
      geometrie: variant.geometrie,
      corridorM: variant.corridorM,
      sjabloon: variant.sjabloon,
      id: null,
      etag: null,
      isVoorkeur: false,
      keuzeReden: null,
      mayChoose: false,
    })),
  };
}

function toVariant({ id, gegevens, versie, mag }: Registratie): ComparedVariant {
  const corridorM = gegevens['corridorM'];
  return {
    letter: String(gegevens['letter']),
    naam: text(gegevens['naam']),
    toelichting: text(gegevens['toelichting']),
    ligging: String(gegevens['ligging']),
    geometrie: (gegevens['geometrie'] as Geometrie | null) ?? null,
    corridorM: typeof corridorM === 'number' ? corridorM : null,
    sjabloon: text(gegevens['sjabloon']),
    id,
    etag: `"${versie.rij}"`,
    isVoorkeur: gegevens['isVoorkeur'] === true,
    keuzeReden: text(gegevens['keuzeReden']),
    mayChoose: mag.wijzigen,
  };
}

function toFacts(
  energiedrager: string,
  groep: string,
  typeInfra: string | null,
  aanleg: string,
  kv: readonly number[],
): PlacedFacts {
  return {
    energiedrager,
    groep,
    aanleg,
    spanningKv: kv.length > 0 ? String(Math.max(...kv)) : '',
    typeInfra: typeInfra !== null && typeInfraNamen.includes(typeInfra) ? typeInfra : '',
    soortObject: findTypeInfra(typeInfra).soortObject ?? (groep === 'station' ? 'station' : ''),
  };
}
