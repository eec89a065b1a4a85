// Makes one workbook in a thread of its own and ends. See write-apart.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { findExcelLijst } from '../../data/exchange/index.ts';
import { toOrganisaties } from './cell-text.ts';
import type { WriteRequest } from './write-apart.ts';
import { writeWorkbook } from './write-workbook.ts';

const { lijst: naam, ...rest } = workerData as WriteRequest;
const lijst = findExcelLijst(naam);
if (!lijst) throw new Error(`no list ${naam}`);
const bytes = await writeWorkbook({ ...rest, lijst, register: toOrganisaties(rest.organisaties) });
parentPort!.postMessage(bytes, [bytes.buffer]);
