/** For whom, and as of when, the database answers; row-level security and the views read it (schema/009, 011). */
export interface Viewpoint {
  /** Id of the account; null for nobody. */
  account: string | null;
  /** Code of the organisation it acts for; null for nobody. */
  organisatie: string | null;
  /** Instant (ISO 8601, with offset) of which the knowledge is shown; null = now. */
  bekendOp: string | null;
  /** Date (yyyy-mm-dd) in the world that is shown; null = today. */
  geldigOp: string | null;
}

/** Somebody who did not sign in, looking at today. */
export const publicViewpoint: Viewpoint = {
  account: null,
  organisatie: null,
  bekendOp: null,
  geldigOp: null,
};
