import { effect, signal, untracked } from '@preact/signals';
import { connectFeed } from '../feed/connectFeed';
import { feedReducer, type FeedEvent } from '../feed/feedReducer';
import type { FeedMessage } from '../feed/feedMessages';
import { initialFeed } from '../feed/feedState';
import { asOf } from './view';

export const feed = signal(initialFeed);

type Listener = (messages: FeedMessage[]) => void;
const listeners = new Set<Listener>();
let queue: FeedMessage[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Events reach the page in small batches, so that a burst costs one drawing. */
const batchMilliseconds = 120;

export function onFeed(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function deliver(): void {
  timer = undefined;
  const batch = queue;
  queue = [];
  for (const listener of listeners) listener(batch);
}

function enqueue(message: FeedMessage): void {
  queue.push(message);
  timer ??= setTimeout(deliver, batchMilliseconds);
}

const dispatch = (event: FeedEvent): void => {
  const before = feed.value;
  const after = feedReducer(before, event);
  feed.value = after;
  if (after.reload !== before.reload && event.kind !== 'reset') enqueue({ kind: 'reload' });
};

/** Grows when a person asks to try again now. */
const tries = signal(0);
export const reconnect = (): void => void tries.value++;

/**
 * Keeps the line open while the present is looked at, and closed while the past is. The line starts at a position read before anything
 * else was, so that nothing falls between a list and the feed.
 */
export function keepFeed(start: string): void {
  let position = start;
  let close: (() => void) | undefined;
  effect(() => {
    const past = asOf.value !== null;
    void tries.value;
    untracked(() => {
      close?.();
      close = undefined;
      if (past) {
        dispatch({ kind: 'paused', at: Date.now() });
        return;
      }
      if (feed.value.connection.kind === 'paused') feed.value = { ...feed.value, connection: { kind: 'connecting' } };
      close = connectFeed({ onEvent: dispatch, onMessage: enqueue, position, onPosition: (reached) => (position = reached) });
    });
  });
}
