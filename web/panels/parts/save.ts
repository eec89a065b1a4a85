import { ApiError } from '../../api-error.ts';
import type { NoticeState } from '../../state/notices.svelte.ts';

/** Fetches a file and offers it to the reader to keep; what goes wrong is said, and nothing else changes. */
export async function saveFile(load: () => Promise<Blob>, name: string, notices: NoticeState): Promise<void> {
  try {
    const address = URL.createObjectURL(await load());
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser reads the address after this turn.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    notices.speak(`${name} is opgehaald.`);
  } catch (error) {
    const { message, advice } = ApiError.from(error);
    notices.show(`${name} kon niet worden opgehaald: ${message} ${advice}`, 'warning');
  }
}
