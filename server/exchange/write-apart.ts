// Making a large workbook takes a tenth of a second or more of nothing else: that is done beside the thread that answers.
import { Worker } from 'node:worker_threads';
import { writeWorkbook, type WorkbookContents } from './write-workbook.ts';
import { toOrganisaties } from './cell-text.ts';

/** What the thread is given; a list goes by its name, for functions cannot be sent. */
export type WriteRequest = Omit<WorkbookContents, 'lijst' | 'register'> & { lijst: string };

/** Starting a thread takes longer than writing this many rows. */
const FEW_ROWS = 300;

/** The bytes of the .xlsx. */
export async function writeApart(
  contents: Omit<WorkbookContents, 'register'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { lijst, ...rest } = contents;
  if (rest.rijen.length <= FEW_ROWS) {
    return writeWorkbook({ ...contents, register: toOrganisaties(rest.organisaties) });
  }
  const request: WriteRequest = { ...rest, lijst: lijst.naam };
  const worker = new Worker(new URL('./write-boot.mjs', import.meta.url), { workerData: request });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the writing thread ended')));
    });
  } finally {
    await worker.terminate();
  }
}
