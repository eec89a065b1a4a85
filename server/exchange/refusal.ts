/** A file that is not read at all; the message (Dutch) says why and what would be right. */
export class WorkbookRefusal extends Error {
  override name = 'WorkbookRefusal';
  readonly status: 400 | 413 | 415;

  constructor(message: string, status: 400 | 413 | 415 = 400) {
    super(message);
    this.status = status;
  }
}

export const notAWorkbook = (): WorkbookRefusal =>
  new WorkbookRefusal(
    'Dit bestand is geen Excel-werkmap of is beschadigd. Verwacht: een .xlsx-bestand, zoals de atlas het aanbiedt.',
    415,
  );
