import { faseUnknown, projectOrders, type ProjectFilter } from '../../data/project-filter.ts';
import {
  energiedragers,
  fases,
  liggingen,
  pmiekBewijzen,
  typeInfraGroepen,
  type Energiedrager,
  type Fase,
  type Ligging,
  type PmiekBewijs,
  type TypeInfraGroep,
} from '../../data/vocabulary.ts';
import type { ViewState } from './view.svelte.ts';

/** Order of the list; `-` before it turns it round, unknown values come last either way. */
export const sortings = [...projectOrders, ...projectOrders.map((order) => `-${order}` as const)] as const;
export type Sorting = (typeof sortings)[number];

/** `onbekend` asks for projects whose fase no source gives. */
const faseFilters = [...fases, faseUnknown] as const;
export type FaseFilter = Fase | typeof faseUnknown;

/** The values a filter can hold; empty lists and null mean "all". */
export class FilterState {
  readonly #view: ViewState;
  gemeente = $state<string[]>([]);
  resRegio = $state<string[]>([]);
  subregio = $state<string[]>([]);
  fase = $state<FaseFilter[]>([]);
  energiedrager = $state<Energiedrager[]>([]);
  typeInfraGroep = $state<TypeInfraGroep[]>([]);
  netbeheerder = $state<string[]>([]);
  ligging = $state<Ligging[]>([]);
  pmiekBewijs = $state<PmiekBewijs[]>([]);
  /** true: only with a location; false: only without; null: both. */
  metLocatie = $state<boolean | null>(null);
  q = $state('');
  sorteer = $state<Sorting>('fase');

  constructor(view: ViewState) {
    this.#view = view;
  }

  /** The chosen provincie is one fact: it frames the map and filters the list. */
  get provincie(): string | null {
    return this.#view.provincie;
  }

  /** What is asked for, as data/project-filter.ts reads it: the list and the map apply it themselves. */
  get value(): ProjectFilter {
    return {
      ...Object.fromEntries(listFilters.map((key) => [key, this[key]])),
      provincie: this.provincie ? [this.provincie] : [],
      metLocatie: this.metLocatie ?? undefined,
      q: this.q,
    };
  }

  /** Query parameters of GET /api/v1/projecten, in a fixed order so that one request has one key. */
  get query(): URLSearchParams {
    const query = new URLSearchParams();
    if (this.provincie) query.set('provincie', this.provincie);
    for (const key of listFilters) if (this[key].length > 0) query.set(key, [...this[key]].sort().join(','));
    if (this.metLocatie !== null) query.set('metLocatie', String(this.metLocatie));
    if (this.q.trim()) query.set('q', this.q.trim());
    query.set('sorteer', this.sorteer);
    return query;
  }

  /** How many filters beside the provincie are set. */
  get count(): number {
    const lists = listFilters.filter((key) => this[key].length > 0).length;
    return lists + (this.metLocatie === null ? 0 : 1) + (this.q.trim() ? 1 : 0);
  }

  /** Removes every filter but the provincie. */
  clear(): void {
    for (const key of listFilters) this[key] = [];
    this.metLocatie = null;
    this.q = '';
  }
}

/** The filters that hold a list, by their name in the API. */
export const listFilters = [
  'gemeente',
  'resRegio',
  'subregio',
  'fase',
  'energiedrager',
  'typeInfraGroep',
  'netbeheerder',
  'ligging',
  'pmiekBewijs',
] as const;
export type ListFilter = (typeof listFilters)[number];

/** Values a list filter may take, where the list is closed; null for codes and names that come from the server. */
export const closedValues: Record<ListFilter, readonly string[] | null> = {
  gemeente: null,
  resRegio: null,
  subregio: null,
  netbeheerder: null,
  fase: faseFilters,
  energiedrager: energiedragers,
  ligging: liggingen,
  typeInfraGroep: typeInfraGroepen,
  pmiekBewijs: pmiekBewijzen,
};
