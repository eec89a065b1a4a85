import { ApiError } from './api-error.ts';

// One way to talk HTTP with our own server. What goes wrong is always an ApiError in Dutch.

export const defaultTimeoutMs = 15_000;

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  query?: URLSearchParams;
  /** Sent as JSON; makes it a POST unless `method` says otherwise. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
  accept?: string;
}

/** The JSON of one request; null when the answer has no body. Throws an ApiError. */
export function request(path: string, options: RequestOptions = {}): Promise<unknown> {
  return send(path, options, readJson);
}

/** The JSON of one request and its ETag. Throws an ApiError. */
export function requestTagged(
  path: string,
  options: RequestOptions = {},
): Promise<{ body: unknown; etag: string | null }> {
  return send(path, options, async (response) => ({
    body: await readJson(response),
    etag: response.headers.get('ETag'),
  }));
}

/** The answer as a file. Throws an ApiError. */
export function requestBlob(path: string, options: RequestOptions = {}): Promise<Blob> {
  return send(path, options, (response) => {
    // A server that cannot make this kind of file answers with another: that must not be kept under this name.
    const type = response.headers.get('Content-Type') ?? '';
    if (options.accept && !type.startsWith(options.accept))
      throw new ApiError('fault', `De server kan dit niet als ${options.accept} geven.`);
    return response.blob();
  });
}

async function readJson(response: Response): Promise<unknown> {
  return response.status === 204 ? null : response.json();
}

async function send<Result>(
  path: string,
  { method, query, body, headers, signal, timeoutMs = defaultTimeoutMs, accept }: RequestOptions,
  read: (response: Response) => Promise<Result>,
): Promise<Result> {
  const signals = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])];
  const joint = path.includes('?') ? '&' : '?';
  try {
    const response = await fetch(query?.size ? `${path}${joint}${query}` : path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        Accept: accept ?? 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.any(signals),
    });
    if (!response.ok) throw await ApiError.fromResponse(response);
    return await read(response);
  } catch (error) {
    throw ApiError.from(error);
  }
}

/** Query parameters in a fixed order; empty ones are left out. */
export function toQuery(values: Readonly<Record<string, string | null>>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== ''),
  );
}
