import type { Registratie } from '../../data/schema/registratie.ts';
import { findTypeInfra, typeInfraNamen } from '../../data/rules/type-infra.ts';
import type { Energiedrager, SoortAanleg, TypeInfraGroep, Vertrouwelijkheid } from '../../data/vocabulary.ts';
import type { PlacedFacts } from './live.svelte.ts';
import { createVariant, letters, type Placement } from './placement.ts';

// What is known of a project before it is saved. Kept in this browser from the first letter on.

export const steps = ['wat', 'waar', 'varianten', 'zicht', 'opslaan'] as const;
export type Step = (typeof steps)[number];
export const stepLabels: Record<Step, string> = {
  wat: 'Wat',
  waar: 'Waar',
  varianten: 'Varianten',
  zicht: 'Wie ziet het',
  opslaan: 'Opslaan',
};

/** A party named with a new project. */
export interface DraftParty {
  organisatie: string;
  rol: string;
  vertrouwd: boolean;
}

/** "Dit klopt niet", said before there was a project to say it of. */
export interface DraftContest {
  letter: string;
  laag: string;
  object: string;
  uitkomst: Record<string, unknown>;
  bezwaar: string;
}

/** The existing component whose place is changed. */
export interface Basis {
  projectId: string;
  projectTitel: string;
  componentId: string;
  /** ETag of the version that is changed. */
  etag: string | null;
  /** Versions of its alternatives that are changed, by id; absent in drafts of before they were kept. */
  rijen?: Record<string, number>;
}

/** From here on this version is the one that is changed: of the component, or of one of its alternatives. */
export function takeVersion(basis: Basis, { id, versie }: Pick<Registratie, 'id' | 'versie'>): void {
  if (id === basis.componentId) basis.etag = `"${versie.rij}"`;
  else basis.rijen = { ...basis.rijen, [id]: versie.rij };
}

export interface DraftFields {
  naam: string;
  doel: string;
  energiedrager: Energiedrager;
  typeInfra: string;
  groep: TypeInfraGroep;
  aanleg: SoortAanleg;
  /** Voltages as typed: `150, 20`. */
  spanning: string;
  netbeheerder: string;
  /** Codes; empty: as the place says. */
  provincies: string[];
  vertrouwelijkheid: Vertrouwelijkheid;
  embargoTot: string;
  buitenbeeld: 'gemeente' | 'niets';
  buitenbeeldPlek: 'km-cel' | 'gemeente' | 'niets';
  partijen: DraftParty[];
  betwistingen: DraftContest[];
}

const empty: DraftFields = {
  naam: '',
  doel: '',
  energiedrager: 'elektriciteit',
  typeInfra: '',
  groep: 'station',
  aanleg: 'nieuw',
  spanning: '',
  netbeheerder: '',
  provincies: [],
  vertrouwelijkheid: 'partijen',
  embargoTot: '',
  buitenbeeld: 'gemeente',
  buitenbeeldPlek: 'gemeente',
  partijen: [],
  betwistingen: [],
};

/** A draft as it is kept. */
export interface KeptDraft {
  sleutel: string;
  gewijzigdOp: string;
  stap: Step;
  velden: DraftFields;
  plaatsing: Placement;
  basis: Basis | null;
}

export class PlacingDraft {
  readonly sleutel: string;
  readonly basis: Basis | null;
  step = $state<Step>('wat');
  fields = $state<DraftFields>({ ...empty });
  /** Something was changed since it was begun or saved. */
  dirty = $state(false);

  constructor(kept: Partial<KeptDraft> = {}) {
    this.sleutel = kept.sleutel ?? crypto.randomUUID();
    this.basis = kept.basis ?? null;
    this.step = kept.stap ?? (this.basis ? 'waar' : 'wat');
    this.fields = { ...empty, ...kept.velden };
  }

  /** The voltages in kV, highest first; `[]` when none are filled in. */
  get spanningenKv(): number[] {
    const typed = this.fields.spanning.split(/[^\d]+/).map(Number);
    return [...new Set(typed.filter((kv) => kv > 0 && kv <= 1000))].sort((a, b) => b - a);
  }

  /** What the questions may know of it; what is not known is left empty. */
  get facts(): PlacedFacts {
    const { energiedrager, groep, typeInfra, aanleg } = this.fields;
    const [highest] = this.spanningenKv;
    return {
      energiedrager,
      groep,
      aanleg,
      spanningKv: highest === undefined ? '' : String(highest),
      typeInfra: typeInfraNamen.includes(typeInfra) ? typeInfra : '',
      soortObject: findTypeInfra(typeInfra || null).soortObject ?? (groep === 'station' ? 'station' : ''),
    };
  }

  /** Takes the kind and the voltages of a type_infra text; what it does not say stays. */
  takeType(typeInfra: string): void {
    this.fields.typeInfra = typeInfra;
    const { groep, spanningenKv } = findTypeInfra(typeInfra);
    if (groep !== 'onbekend') this.fields.groep = groep;
    if (spanningenKv.length > 0) this.fields.spanning = spanningenKv.join(', ');
  }

  toKept(plaatsing: Placement): KeptDraft {
    return {
      sleutel: this.sleutel,
      gewijzigdOp: new Date().toISOString(),
      stap: this.step,
      velden: $state.snapshot(this.fields),
      plaatsing,
      basis: this.basis,
    };
  }
}

/** A draft out of what was kept, or null when it cannot be used. */
export function readKept(value: unknown): KeptDraft | null {
  const kept = value as Partial<KeptDraft> | null;
  const variants = kept?.plaatsing?.varianten;
  const sound =
    typeof kept?.sleutel === 'string' &&
    typeof kept.velden === 'object' &&
    Array.isArray(variants) &&
    variants.length > 0 &&
    variants.every(({ letter }) => letters.includes(letter));
  if (!sound) return null;
  const { varianten, actief } = kept.plaatsing!;
  const known = varianten.some(({ letter }) => letter === actief) ? actief : varianten[0]!.letter;
  return {
    gewijzigdOp: '',
    stap: 'wat',
    basis: null,
    ...kept,
    velden: { ...empty, ...kept.velden },
    plaatsing: {
      varianten: varianten.map((each) => createVariant(each.letter, each)),
      actief: known,
    },
  } as KeptDraft;
}
