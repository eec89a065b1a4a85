/** Values by key, at most `size`; the one asked for longest ago goes first. */
export interface Kept<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/** An empty Kept. */
export function createKept<Value>(size: number): Kept<Value> {
  const values = new Map<string, Value>();
  return {
    get(key) {
      const value = values.get(key);
      if (value !== undefined) {
        values.delete(key);
        values.set(key, value);
      }
      return value;
    },
    set(key, value) {
      values.delete(key);
      values.set(key, value);
      const oldest = values.size > size ? values.keys().next().value : undefined;
      if (oldest !== undefined) values.delete(oldest);
    },
  };
}
