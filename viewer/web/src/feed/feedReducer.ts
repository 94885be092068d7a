import type { Connection, FeedState } from './feedState';

/** What happens on the line, each with the moment it happened in milliseconds. */
export type FeedEvent =
  | { kind: 'opened'; at: number }
  | { kind: 'hello'; epoch: string; sequence: number; at: number }
  | { kind: 'change'; sequence: number; at: number }
  | { kind: 'reset'; sequence: number; at: number }
  | { kind: 'lost'; online: boolean; at: number }
  | { kind: 'woke'; since: number; at: number }
  | { kind: 'paused'; at: number };

/** The next state of the feed. Pure: the caller owns the line and the clock. */
export function feedReducer(state: FeedState, event: FeedEvent): FeedState {
  switch (event.kind) {
    case 'opened':
      return state.sequence > 0 ? { ...state, connection: { kind: 'catchingUp' } } : state;
    case 'hello':
      return hello(state, event.epoch, event.sequence);
    case 'change': {
      const sequence = Math.max(state.sequence, event.sequence);
      return { ...state, sequence, connection: { kind: 'live' } };
    }
    case 'reset':
      return { ...state, sequence: event.sequence, connection: { kind: 'live' }, reload: state.reload + 1 };
    case 'lost':
      return { ...state, connection: lost(state.connection, event.online, event.at) };
    case 'woke':
      // While the page slept things happened that it does not show: it was right until then.
      return { ...state, connection: lost(state.connection, true, event.since) };
    case 'paused':
      return { ...state, connection: { kind: 'paused' } };
  }
}

function hello(state: FeedState, epoch: string, sequence: number): FeedState {
  // Another epoch is another history. Within one, the greeting names where the line goes on, which may lie before what was seen.
  const another = state.epoch !== null && state.epoch !== epoch;
  return {
    connection: { kind: 'live' },
    epoch,
    sequence: another ? sequence : Math.max(state.sequence, sequence),
    reload: state.reload + (another ? 1 : 0),
  };
}

function lost(before: Connection, online: boolean, at: number): Connection {
  // While the line was open silence meant that nothing had happened, so what is shown was true until it broke.
  const since = before.kind === 'stale' || before.kind === 'offline' ? before.since : at;
  return { kind: online ? 'stale' : 'offline', since };
}
