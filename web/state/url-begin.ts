import type { PlacingStart } from './placing.svelte.ts';
import type { UrlParameter } from './url.ts';
import { matching } from './url-values.ts';

/** What is written to the URL and read from it; placing is only begun from there. */
export type UrlPart = 'view' | 'layers' | 'filters' | 'selection' | 'questions' | 'draw' | 'peildatum';

/**
 * What placing begins with: `nieuw`, `zonder-plek`, `sjabloon:150/20 kV-station`, `concept:<key>` or
 * `onderdeel:<project>:<component>`. Read once and never written: where it lies and what it is may be confidential.
 */
export const beginParameter: UrlParameter = {
  name: 'begin',
  step: false,
  write: () => null,
  read: (text, { placing }) => {
    if (text !== null && placing) placing.start = readStart(text);
  },
};

/** Throws when the text is none of these. */
function readStart(text: string): PlacingStart {
  const [kind = '', ...rest] = text.split(':');
  if (text === 'nieuw') return { kind: 'nieuw' };
  if (text === 'zonder-plek') return { kind: 'nieuw', zonderPlek: true };
  if (kind === 'sjabloon') return { kind: 'nieuw', sjabloon: matching(rest.join(':'), /^[\w /-]{1,80}$/) };
  if (kind === 'concept') return { kind: 'concept', sleutel: matching(rest.join(':'), /^[\w-]{1,80}$/) };
  const [projectId = '', componentId = ''] = rest;
  if (kind !== 'onderdeel') throw new Error(`${text} is geen begin`);
  const id = /^[\w.-]{1,80}$/;
  return { kind, projectId: matching(projectId, id), componentId: matching(componentId, id) };
}
