import { takeEarly } from './early';
import { Problem, readProblem } from './problem';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Sent as JSON. */
  body?: unknown;
  /** The same key for every try of one intent, so that a repeat after a lost answer does no harm. */
  idempotencyKey?: string;
  /** Display name recorded with a change. */
  actor?: string;
  signal?: AbortSignal;
}

/** Calls the server and reads JSON. Throws `Problem`, also when the network is down. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  if (options.actor) headers['X-Actor'] = encodeURIComponent(options.actor);
  const init: RequestInit = { method: options.method ?? 'GET', headers };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;
  let response: Response;
  try {
    response = (init.method === 'GET' ? await takeEarly(path) : null) ?? await fetch(path, init);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Problem(0, 'unreachable', String(error));
  }
  if (!response.ok) throw await readProblem(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
