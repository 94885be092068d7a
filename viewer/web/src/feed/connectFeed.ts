import type { FeedEvent } from './feedReducer';
import { readFeature, type FeedMessage } from './feedMessages';

export interface FeedOptions {
  /** Called with what happens to the line. */
  onEvent: (event: FeedEvent) => void;
  /** Called with what happened in the city. */
  onMessage: (message: FeedMessage) => void;
}

/** How long to wait before asking again when the server refused the line outright. */
const retryMilliseconds = 3000;

/** Opens the live feed and keeps it open. Returns the function that closes it. */
export function connectFeed(options: FeedOptions): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hiddenAt = 0;

  const open = (): void => {
    clearTimeout(timer);
    // Only the browser's own retries carry Last-Event-ID. A line of our making has missed an unknown part: read everything again.
    const again = source !== null;
    let greeted = false;
    source?.close();
    source = new EventSource('/api/live?layers=incidents,facilities');
    source.onopen = () => options.onEvent({ kind: 'opened', at: Date.now() });
    source.onerror = () => {
      options.onEvent({ kind: 'lost', online: navigator.onLine, at: Date.now() });
      // The browser retries by itself unless the answer was an error; then it is up to us.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, retryMilliseconds);
    };
    on('hello', (data) => {
      const hello = data as { epoch: string | number; seq: number };
      options.onEvent({ kind: 'hello', epoch: String(hello.epoch), sequence: hello.seq, at: Date.now() });
      if (again && !greeted) options.onMessage({ kind: 'reload' });
      greeted = true;
    });
    on('feature', (_, text) => deliver(readFeature(text)));
    on('gone', (data) => {
      const gone = data as { layer: string; id: string; seq: number };
      deliver({ kind: 'gone', layer: gone.layer, id: gone.id, sequence: gone.seq });
    });
    on('notice', (data) => {
      const notice = data as Record<string, unknown>;
      deliver({ kind: 'notice', district: String(notice['district'] ?? ''), sequence: Number(notice['seq'] ?? 0), data: notice });
    });
    on('reset', (data) => {
      options.onEvent({ kind: 'reset', sequence: Number((data as { seq: number }).seq), at: Date.now() });
      options.onMessage({ kind: 'reload' });
    });
  };

  const on = (name: string, handle: (data: unknown, text: string) => void): void => {
    source?.addEventListener(name, (event) => {
      const message = event as MessageEvent<string>;
      handle(JSON.parse(message.data), message.data);
    });
  };

  const deliver = (message: FeedMessage | null): void => {
    if (!message || message.kind === 'reload') return;
    options.onEvent({ kind: 'change', sequence: message.sequence, at: Date.now() });
    options.onMessage(message);
  };

  // A sleeping machine keeps a dead line open without noticing: after a long absence a fresh line is cheap and certain.
  const onVisibility = (): void => {
    if (document.hidden) hiddenAt = Date.now();
    else if (hiddenAt && Date.now() - hiddenAt > 60_000) open();
  };
  const onOffline = (): void => options.onEvent({ kind: 'lost', online: false, at: Date.now() });

  document.addEventListener('visibilitychange', onVisibility);
  addEventListener('online', open);
  addEventListener('offline', onOffline);
  open();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onVisibility);
    removeEventListener('online', open);
    removeEventListener('offline', onOffline);
    source?.close();
  };
}
