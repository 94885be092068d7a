export type Connection =
  | { kind: 'connecting' }
  | { kind: 'live' }
  /** Back on the line, still reading what was missed. */
  | { kind: 'catchingUp' }
  /** The line is down; what is shown was true at `since` (milliseconds). */
  | { kind: 'stale'; since: number }
  | { kind: 'offline'; since: number }
  | { kind: 'paused' };

export interface FeedState {
  connection: Connection;
  /** Changes with a restore of the store: sequences of another epoch mean nothing. */
  epoch: string | null;
  /** The last sequence seen. */
  sequence: number;
  /** Grows when everything must be read again: another epoch, or too long away. */
  reload: number;
}

export const initialFeed: FeedState = { connection: { kind: 'connecting' }, epoch: null, sequence: 0, reload: 0 };
