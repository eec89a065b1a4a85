import { soortenGebied } from '../../data/vocabulary.ts';
import type { Atlas } from './contexts.ts';
import { listFilters, sortings } from './filters.svelte.ts';
import { choice, listFilter } from './url-choice.ts';
import type { UrlPart } from './url-begin.ts';
import { readGeometry, writeGeometry } from './url-geometry.ts';
import { lastParameters } from './url-right.ts';
import { timeParameters } from './url-time.ts';
import { openCard, readInput, readParams, toCardText } from './url-question.ts';
import {
  fixed,
  idPattern,
  inNederland,
  matching,
  oneOf,
  readCorridor,
  readLayers,
  readNumbers,
  writeLayers,
} from './url-values.ts';
import {
  backgrounds,
  defaultCenter,
  defaultZoom,
  isDefaultCamera,
  leftPanels,
  sheetHeights,
  themes,
} from './view.svelte.ts';

// Everything that makes the view, as query parameters: one row per parameter, the only place that reads or writes
// the URL. `write` gives null for the default, which leaves the parameter out; `read(null)` puts the default back;
// `read` throws when the text cannot be used, and the reader is told which parameter was passed over.
// The order matters: view before the rest, questions after the drawing.

/** The part of the atlas that lives in the URL. */
export type UrlState = Pick<Atlas, UrlPart> & Partial<Pick<Atlas, 'placing'>>;

export interface UrlParameter {
  name: string;
  /** A change of this parameter is a step the back button returns from. */
  step: boolean;
  write(state: UrlState): string | null;
  read(text: string | null, state: UrlState): void;
}

const ofView = (state: UrlState) => state.view;
const ofFilters = (state: UrlState) => state.filters;

export const urlParameters: readonly UrlParameter[] = [
  ...timeParameters,
  {
    name: 'kaart', // lat,lng,zoom
    step: false,
    write: ({ view }) =>
      isDefaultCamera(view)
        ? null
        : `${fixed(view.center[1], 5)},${fixed(view.center[0], 5)},${fixed(view.zoom, 2)}`,
    read: (text, { view }) => {
      if (text === null) {
        view.center = defaultCenter;
        view.zoom = defaultZoom;
        return;
      }
      const [lat, lng, zoom] = readNumbers(text, 3) as [number, number, number];
      if (zoom < 0 || zoom > 24) throw new Error('zoom buiten bereik');
      view.center = inNederland([lng, lat]);
      view.zoom = zoom;
    },
  },
  choice('paneel', ofView, 'leftPanel', [...leftPanels, null], 'projecten', 'dicht'),
  choice('blad', ofView, 'sheet', sheetHeights, 'half'),
  choice('thema', ofView, 'theme', themes, 'systeem'),
  {
    name: 'afdruk',
    step: true,
    write: ({ view }) => (view.print ? '1' : null),
    read: (text, { view }) => void (view.print = text !== null && oneOf(text, ['1']) === '1'),
  },
  choice('achtergrond', ofView, 'background', backgrounds, 'grijs'),
  {
    name: 'provincie',
    step: true,
    write: ({ view }) => view.provincie,
    read: (text, { view }) => {
      view.provincie = text === null ? null : matching(text, /^PV\d{2}$/);
    },
  },
  {
    name: 'lagen', // top to bottom; `-` before a hidden layer, `:60` for 60 % opacity
    step: false,
    write: ({ layers }) => {
      const text = writeLayers(layers.settings);
      return text === writeLayers(layers.defaults) ? null : text;
    },
    read: (text, { layers }) => layers.reset(text === null ? undefined : readLayers(text, layers.defaults)),
  },
  ...listFilters.map(listFilter),
  {
    name: 'metLocatie',
    step: false,
    write: ({ filters }) => (filters.metLocatie === null ? null : filters.metLocatie ? 'ja' : 'nee'),
    read: (text, { filters }) => {
      filters.metLocatie = text === null ? null : oneOf(text, ['ja', 'nee']) === 'ja';
    },
  },
  {
    name: 'q',
    step: false,
    write: ({ filters }) => filters.q || null,
    read: (text, { filters }) => {
      filters.q = (text ?? '').slice(0, 200);
    },
  },
  choice('sorteer', ofFilters, 'sorteer', sortings, 'fase'),
  {
    name: 'project',
    step: true,
    write: ({ selection }) => selection.projectId,
    read: (text, { selection }) => {
      selection.projectId = text === null ? null : matching(text, idPattern);
    },
  },
  {
    name: 'gebied', // soort:code
    step: true,
    write: ({ selection: { gebied } }) => gebied && `${gebied.soort}:${gebied.code}`,
    read: (text, { selection }) => {
      const [soort = '', ...code] = (text ?? '').split(':');
      selection.gebied =
        text === null
          ? null
          : { soort: oneOf(soort, soortenGebied), code: matching(code.join(':'), idPattern) };
    },
  },
  {
    name: 'punt', // lat,lng of the clicked point
    step: true,
    write: ({ selection: { point } }) => point && `${fixed(point[1], 6)},${fixed(point[0], 6)}`,
    read: (text, { selection }) => {
      const [lat, lng] = text === null ? [] : readNumbers(text, 2);
      selection.point = lat === undefined || lng === undefined ? null : inNederland([lng, lat]);
    },
  },
  {
    name: 'tekening',
    step: false,
    write: ({ draw }) => draw.shared && writeGeometry(draw.shared),
    read: (text, { draw }) => {
      // Going back or forward must not cost the reader the history of a drawing that stays the same.
      if (text === (draw.shared && writeGeometry(draw.shared))) return;
      draw.reset(text === null ? null : readGeometry(text), draw.placement ? null : draw.sketch);
    },
  },
  {
    name: 'corridor', // full width in metres around a drawn line
    step: false,
    write: ({ draw }) => (draw.corridorM === null || draw.placement ? null : fixed(draw.corridorM, 1)),
    read: (text, { draw }) => {
      if (!draw.placement) draw.corridorM = text === null ? null : readCorridor(text);
    },
  },
  {
    name: 'vraag', // question*input*key:value,key:value; input is `project:UT-01`, `gebied:gemeente:GM0307`, a geometry, `tekening`, or empty
    step: true,
    write: (state) => {
      const card = state.questions.active;
      if (!card) return null;
      return toCardText(card.vraag, card.input, card.params, state);
    },
    read: (text, state) => {
      if (text === null) {
        state.questions.activeKey = null;
        return;
      }
      const [vraag = '', input = '', params = ''] = text.split('*');
      openCard(matching(vraag, /^[a-z][a-z-]{1,40}$/), readInput(input, state), readParams(params), state);
    },
  },
  ...lastParameters,
];

/** The query string (without `?`) of the view; empty when everything is as it comes. */
export function writeUrl(state: UrlState): string {
  const query = new URLSearchParams();
  for (const { name, write } of urlParameters) {
    const text = write(state);
    if (text !== null) query.set(name, text);
  }
  // Commas, colons and the like are allowed in a query and make the address readable.
  return query.toString().replace(/%(2C|3A|2A|7E|21)/g, (code) => decodeURIComponent(code));
}

/** Puts the view as a query string says. Gives the names of the parameters that could not be used; those get their default. */
export function readUrl(query: string, state: UrlState): string[] {
  const given = new URLSearchParams(query);
  const unusable: string[] = [];
  for (const { name, read } of urlParameters) {
    try {
      read(given.get(name), state);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      unusable.push(name);
      read(null, state);
    }
  }
  return unusable;
}

/** True when going from one query to the other is a step for the back button, not just a moved map. */
export function isStep(from: string, to: string): boolean {
  const [before, after] = [new URLSearchParams(from), new URLSearchParams(to)];
  return urlParameters.some(({ name, step }) => step && before.get(name) !== after.get(name));
}
