import { formatClock } from '../format/dateTime';
import { feed } from '../state/feed';
import { words } from '../state/prefs';

/** Whether what is shown is true right now. */
export function ConnectionState() {
  const w = words.value.connection;
  const connection = feed.value.connection;
  const text = {
    live: () => w.live,
    connecting: () => w.connecting,
    catchingUp: () => w.catchingUp,
    paused: () => w.paused,
    stale: () => w.stale(formatClock('since' in connection ? connection.since : 0)),
    offline: () => w.offline,
  }[connection.kind]();
  return (
    <span class={`connection connection-${connection.kind}`} role="status" title={w.hint} data-connection={connection.kind}>
      <i aria-hidden="true" /><span>{text}</span>
    </span>
  );
}
