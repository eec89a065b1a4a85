/** What one request may ask; stated in the OpenAPI document and in the answer that refuses more. */
export const limits = {
  bodyMegabytes: 5,
  vertices: 20_000,
  /** Longest time the database works on one question (server/db/pool.ts). */
  seconds: 30,
} as const;
