import type { NoticeState } from '../../state/notices.svelte.ts';

/** Puts text on the clipboard and says so; where the browser does not allow it the text is shown to copy by hand. */
export async function copyText(text: string, notices: NoticeState, said = 'Gekopieerd.'): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notices.speak(`${said} ${text}`);
  } catch (error) {
    if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error;
    notices.show(`Kopiëren lukt in deze browser niet. Neem het over: ${text}`, 'warning');
  }
}
