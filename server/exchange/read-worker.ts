// Reads workbooks in a thread of its own: a hostile file takes this thread, not the server. See read-apart.ts.
import { parentPort } from 'node:worker_threads';
import { excelLijsten } from '../../data/exchange/index.ts';
import { toOrganisaties } from './cell-text.ts';
import type { ReadReply, ReadRequest } from './read-apart.ts';
import { openUpload } from './open-form.ts';
import { readList } from './read-list.ts';
import { WorkbookRefusal } from './refusal.ts';

async function read({ upload, organisaties }: ReadRequest): Promise<ReadReply> {
  try {
    const { naam, bytes } = await openUpload(upload);
    return { bestand: naam, gelezen: await readList(bytes, excelLijsten, toOrganisaties(organisaties)) };
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { geweigerd: error.message, status: error.status };
    throw error;
  }
}

parentPort!.on('message', async (request: ReadRequest) => parentPort!.postMessage(await read(request)));
