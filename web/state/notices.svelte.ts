/** What the atlas says out loud: shown in a quiet strip and spoken through one aria-live region. */
export interface Notice {
  id: number;
  text: string;
  kind: 'info' | 'warning';
}

export class NoticeState {
  #next = 1;
  list = $state<Notice[]>([]);
  /** The latest spoken text that is not shown, for instance how many projects a filter leaves. */
  spoken = $state('');

  /** Shows a line until it is dismissed; the same text twice is shown once. */
  show(text: string, kind: Notice['kind'] = 'info'): void {
    if (this.list.some((notice) => notice.text === text)) return;
    this.list.push({ id: this.#next++, text, kind });
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  /** Speaks to a screen reader without showing anything. */
  speak(text: string): void {
    this.spoken = text;
  }
}
