/** What one request may ask; stated in the OpenAPI document and in the answer that refuses more. */
export const limits = {
  bodyMegabytes: 5,
  vertices: 20_000,
  /** Of lines and of the edges of areas together: the whole border of the country is about half of it. */
  kilometres: 5_000,
  /** Longest time the database works on one question (server/db/pool.ts). */
  seconds: 30,
} as const;
