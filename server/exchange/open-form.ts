import { excelGrenzen } from '../../data/exchange/lijst.ts';
import { WorkbookRefusal } from './refusal.ts';
import type { Upload } from './upload.ts';

export const FORM = 'multipart/form-data';
export const tooLargeText = `Een werkmap mag hoogstens ${excelGrenzen.megabytes} MB zijn. Deel de lijst op.`;

/** The file in the body: the body itself, or the one file of a form. Throws a WorkbookRefusal when the form holds none. */
export async function openUpload({ body, type, naam }: Upload): Promise<{ naam: string; bytes: Uint8Array }> {
  if (!type.startsWith(FORM)) return { naam: toName(naam), bytes: body };
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => null);
  const file = form?.get('bestand');
  if (!(file instanceof File)) {
    throw new WorkbookRefusal(
      'Er is geen bestand. Verwacht: een Excel-werkmap (.xlsx) in het formulierveld bestand.',
    );
  }
  if (file.size > excelGrenzen.megabytes * 1024 * 1024) throw new WorkbookRefusal(tooLargeText, 413);
  return { naam: toName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** The bare name, fit to be shown and written down. */
function toName(given: string | undefined): string {
  const bare = (given ?? '').split(/[/\\]/).at(-1)!.replace(/\p{C}/gu, '').trim();
  return bare.slice(0, 120) || 'werkmap.xlsx';
}
