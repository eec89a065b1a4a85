// Parts of the atlas are fetched when they are wanted. A module that did not come is asked again by the next import; its
// style sheet is not, since the bundler remembers that it asked: the part would be shown without its style.

const missing = new Set<string>();

/** Notes which style sheets do not come. */
export function watchStyles(): void {
  const note = ({ target }: Event) => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
    missing.add(target.href);
    target.remove();
  };
  document.addEventListener('error', note, { capture: true }); // errors of files do not bubble
}

/** A part, with the style sheets that an earlier try left missing. Rejects when any of it does not come. */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  await Promise.all([...missing].map(fetchStyle));
  return load();
}

function fetchStyle(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => {
      missing.delete(href);
      resolve();
    };
    link.onerror = () => reject(new Error(`No style sheet ${href}`));
    document.head.append(link);
  });
}
