/** What was read of all projects, kept until a project or a load changes it. */
export interface KeptRows<Row> {
  /** The row of `key` as of `stamp`: from memory, or else from `load`. What fails is not kept. */
  get(stamp: string, key: string, load: () => Promise<Row>): Promise<Row>;
}

/** At most `size` rows; the one asked for longest ago goes first. */
export function createKeptRows<Row>(size: number): KeptRows<Row> {
  const rows = new Map<string, { stamp: string; row: Promise<Row> }>();
  return {
    get(stamp, key, load) {
      const known = rows.get(key);
      rows.delete(key);
      const kept = known?.stamp === stamp ? known : { stamp, row: load() };
      rows.set(key, kept);
      if (kept !== known) {
        kept.row.catch(() => {
          if (rows.get(key) === kept) rows.delete(key);
        });
      }
      const oldest = rows.size > size ? rows.keys().next().value : undefined;
      if (oldest !== undefined) rows.delete(oldest);
      return kept.row;
    },
  };
}
