import { signal } from '@preact/signals';
import { Problem } from '../api/problem';
import { request } from '../api/request';

/** Something a person decided that may not have reached the server. */
export interface Outgoing {
  /** The key of the intent: sent again under the same one, it is done once. */
  key: string;
  path: string;
  body: unknown;
  actor: string;
  /** What it is, in the reader's words. */
  label: string;
}

const storage = 'citymap.outbox';

function read(): Outgoing[] {
  try {
    return JSON.parse(sessionStorage.getItem(storage) ?? '[]') as Outgoing[];
  } catch {
    return [];
  }
}

/** What waits for the server; kept over a reload of the page, of this tab only. */
export const outbox = signal<readonly Outgoing[]>(read());

/** Keeps what waits, in the order it is to be sent. */
export function keepOutgoing(items: readonly Outgoing[]): void {
  outbox.value = items;
  try {
    sessionStorage.setItem(storage, JSON.stringify(items));
  } catch {
    // Storage may be forbidden: what waits then lasts as long as the page.
    return;
  }
}

/** Takes something back, or strikes it off once it was answered. */
export const dropOutgoing = (key: string): void => {
  if (outbox.value.some((item) => item.key === key)) keepOutgoing(outbox.value.filter((item) => item.key !== key));
};

/** Whether the server was away: no answer, or not yet ready. */
export const isAway = (error: unknown): boolean => error instanceof Problem && (error.status === 0 || error.status === 503);

/** Sends it. When the server is away it waits in the outbox, and the failure is thrown as any other. */
export async function deliver<T>(item: Outgoing): Promise<T> {
  try {
    const answer = await request<T>(item.path, { method: 'POST', body: item.body, idempotencyKey: item.key, actor: item.actor });
    dropOutgoing(item.key);
    return answer;
  } catch (error) {
    if (!isAway(error)) dropOutgoing(item.key);
    // What waits already keeps its turn: moves build on one another.
    else if (!outbox.value.some((other) => other.key === item.key)) keepOutgoing([...outbox.value, item]);
    throw error;
  }
}
