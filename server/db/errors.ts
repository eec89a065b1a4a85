/**
 * What can go wrong between the atlas and its database, apart from the ordinary errors of PostgreSQL
 * (those come through as `pg.DatabaseError`, with their SQLSTATE in `code`).
 */

/** The atlas cannot start as it was asked to. `message` is Dutch and says what is wrong and what would be right. */
export class StartError extends Error {
  override name = 'StartError';
}

/** The database cannot be reached just now, or took longer than allowed. Asking again later can help. */
export class UnavailableError extends Error {
  override name = 'UnavailableError';
  /** After how many seconds asking again has sense. */
  readonly retryAfterS: number = 5;
}

/** There is no room to write; what was asked has been undone. Reading goes on, and writing too once there is room. */
export class DiskFullError extends UnavailableError {
  override name = 'DiskFullError';
  override readonly retryAfterS = 60;
  constructor(options?: ErrorOptions) {
    super(
      'De schijf van de atlas is vol: er kan nu niets worden bewaard. Uw wijziging is niet opgeslagen; probeer het later opnieuw.',
      options,
    );
  }
}

/** GEOS refused a geometry. The statement, and the transaction around it, have been undone. */
export class GeosError extends Error {
  override name = 'GeosError';
}

/** The database ended a statement without its result and without an error: the statement has been undone. */
export class LostAnswerError extends Error {
  override name = 'LostAnswerError';
}
