import { onWake } from '../connection/onWake';
import type { FeedEvent } from './feedReducer';
import { readFeature, type FeedMessage } from './feedMessages';

export interface FeedOptions {
  /** Called with what happens to the line. */
  onEvent: (event: FeedEvent) => void;
  /** Called with what happened in the city. */
  onMessage: (message: FeedMessage) => void;
  /** Where to go on: `{epoch}-{sequence}` of what the page has read already. */
  position: string;
  /** Told the position reached, for the next line. */
  onPosition: (position: string) => void;
}

/** How long to wait before asking again when the server refused the line outright. */
const retryMilliseconds = 3000;

/** The server lets itself be heard every 15 s at least: three times that is silence. */
const silenceMilliseconds = 45_000;

/** Opens the live feed and keeps it open. Returns the function that closes it. */
export function connectFeed(options: FeedOptions): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heardAt = Date.now();
  let position = options.position;

  const open = (): void => {
    clearTimeout(timer);
    source?.close();
    // The browser's own retries carry the last position in a header; a line of our making says it in the address.
    source = new EventSource(`/api/live?layers=incidents,facilities&lastEventId=${encodeURIComponent(position)}`);
    source.onopen = () => {
      heardAt = Date.now();
      options.onEvent({ kind: 'opened', at: heardAt });
    };
    on('beat', () => undefined);
    source.onerror = () => {
      options.onEvent({ kind: 'lost', online: navigator.onLine, at: Date.now() });
      // The browser retries by itself unless the answer was an error; then it is up to us.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, retryMilliseconds);
    };
    on('hello', (data) => {
      const hello = data as { epoch: string | number; seq: number };
      options.onEvent({ kind: 'hello', epoch: String(hello.epoch), sequence: hello.seq, at: Date.now() });
    });
    on('feature', (data) => deliver(readFeature(data)));
    on('gone', (data) => {
      const gone = data as { layer: string; id: string; seq: number };
      deliver({ kind: 'gone', layer: gone.layer, id: gone.id, sequence: gone.seq });
    });
    on('layer', (data) => {
      const layer = data as { layer: string; seq: number };
      deliver({ kind: 'layer', layer: layer.layer, sequence: layer.seq });
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

  const on = (name: string, handle: (data: unknown) => void): void => {
    source?.addEventListener(name, (event) => {
      const message = event as MessageEvent<string>;
      heardAt = Date.now();
      handle(JSON.parse(message.data));
      if (message.lastEventId && message.lastEventId !== position) {
        position = message.lastEventId;
        options.onPosition(position);
      }
    });
  };

  const deliver = (message: FeedMessage | null): void => {
    if (!message || message.kind === 'reload') return;
    options.onEvent({ kind: 'change', sequence: message.sequence, at: Date.now() });
    options.onMessage(message);
  };

  // A dead line says nothing, and a sleeping machine does not hear: a fresh line is cheap and certain.
  const watch = setInterval(() => {
    if (source?.readyState === EventSource.OPEN && Date.now() - heardAt > silenceMilliseconds) {
      options.onEvent({ kind: 'lost', online: navigator.onLine, at: heardAt });
      open();
    }
  }, silenceMilliseconds / 4);
  const stopWake = onWake((since) => {
    options.onEvent({ kind: 'woke', since, at: Date.now() });
    open();
  });
  const onOffline = (): void => options.onEvent({ kind: 'lost', online: false, at: Date.now() });

  addEventListener('online', open);
  addEventListener('offline', onOffline);
  open();
  return () => {
    clearTimeout(timer);
    clearInterval(watch);
    stopWake();
    removeEventListener('online', open);
    removeEventListener('offline', onOffline);
    source?.close();
  };
}
