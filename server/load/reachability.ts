const TIMEOUT_MS = 2_000;

/**
 * Asks whether a host answers: one try, two seconds, once per host. On a closed network every official source is
 * passed over at the cost of the slowest host, and not of every dataset.
 */
export function createReachability(ask: typeof fetch = fetch): (url: string) => Promise<boolean> {
  const answers = new Map<string, Promise<boolean>>();
  return (url) => {
    const { host } = new URL(url);
    const answer = answers.get(host) ?? tryOnce(url, ask);
    answers.set(host, answer);
    return answer;
  };
}

async function tryOnce(url: string, ask: typeof fetch): Promise<boolean> {
  try {
    const response = await ask(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'follow' });
    await response.body?.cancel();
    // Whatever it says, it is there; how it treats a request is for the harvest to find out.
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
