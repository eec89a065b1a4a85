import { closedValues, type ListFilter } from './filters.svelte.ts';
import type { UrlParameter, UrlState } from './url.ts';
import { idPattern, matching, oneOf } from './url-values.ts';

// Parameters of the URL whose value is one or more of a list.

/** A field with a closed list of values; `nullWord` writes null where null is one of them. */
export function choice<Owner extends object, Key extends keyof Owner & string>(
  name: string,
  owner: (state: UrlState) => Owner,
  key: Key,
  values: readonly Owner[Key][],
  standard: Owner[Key],
  nullWord = '',
  step = false,
): UrlParameter {
  const toText = (value: Owner[Key]) => (value === null ? nullWord : String(value));
  return {
    name,
    step,
    write: (state) => (owner(state)[key] === standard ? null : toText(owner(state)[key])),
    read: (text, state) => {
      const found = text === null ? standard : values.find((value) => toText(value) === text);
      if (found === undefined) throw new Error(`${text} is geen waarde van ${name}`);
      owner(state)[key] = found;
    },
  };
}

/** A filter of the list: values with commas between them. */
export function listFilter(key: ListFilter): UrlParameter {
  return {
    name: key,
    step: false,
    write: ({ filters }) => (filters[key].length > 0 ? filters[key].join(',') : null),
    read: (text, { filters }) => {
      const values = text === null || text === '' ? [] : [...new Set(text.split(','))];
      const closed = closedValues[key];
      for (const value of values)
        if (closed) oneOf(value, closed);
        else matching(value, idPattern);
      (filters[key] as string[]) = values;
    },
  };
}
