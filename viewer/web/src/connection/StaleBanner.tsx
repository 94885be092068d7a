import { useEffect, useState } from 'preact/hooks';
import { formatClock } from '../format/dateTime';
import { feed, reconnect } from '../state/feed';
import { words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { outbox } from './outbox';

/** A line that only hiccups is not worth a band over the page. */
const patienceMilliseconds = 4000;

/** Says across the page that what is shown may no longer be so, and since when. */
export function StaleBanner() {
  const w = words.value.connection;
  const connection = feed.value.connection;
  const since = connection.kind === 'stale' || connection.kind === 'offline' ? connection.since : null;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    setShown(false);
    if (since === null) return undefined;
    const timer = setTimeout(() => setShown(true), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, [since]);
  if (since === null || !shown) return null;
  return (
    <section class="stale-band" aria-label={w.hint}>
      <Icon name="alert" />
      <p><b>{(connection.kind === 'offline' ? w.bandOffline : w.bandStale)(formatClock(since))}</b><span>{outbox.value.length ? w.bandKept(String(outbox.value.length)) : w.bandHint}</span></p>
      <button type="button" class="button" onClick={reconnect}>{words.value.retry}</button>
    </section>
  );
}
