import type { Background } from '../state/view.svelte.ts';
import { toProbeAddress } from './sources.ts';

const probeTimeoutMs = 4000;
const probes = new Map<string, Promise<string | null>>();

/**
 * Why a background of PDOK cannot be shown, or null when it can. Asked once per background and page: the browser
 * logs a failed request, and once is enough.
 */
export function findBackgroundFailure(background: Exclude<Background, 'geen'>): Promise<string | null> {
  const known = probes.get(background);
  if (known) return known;
  const probe = load(toProbeAddress(background));
  probes.set(background, probe);
  return probe;
}

async function load(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(probeTimeoutMs), mode: 'cors' });
    return response.ok ? null : `PDOK antwoordt met ${response.status}`;
  } catch (error) {
    const slow = error instanceof DOMException && error.name === 'TimeoutError';
    return slow ? 'PDOK antwoordt niet op tijd' : 'PDOK is niet bereikbaar';
  }
}
