import { useEffect, useState } from 'preact/hooks';
import { formatClock, formatDateTime } from '../format/dateTime';
import { ConnectionState } from '../shell/ConnectionState';
import { info } from '../state/city';
import { feed } from '../state/feed';
import { language, words } from '../state/prefs';
import { readAt } from './wallData';

/** Whose city, what time it is there, and whether what is shown is true; says so across the wall when it is not. */
export function WallHead() {
  const w = words.value.wall;
  const [time, setTime] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setTime(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const connection = feed.value.connection;
  const away = connection.kind === 'stale' || connection.kind === 'offline';
  const date = formatDateTime(time, language.value).replace(/,? ?\d{2}:\d{2}$/, '');
  return (
    <>
      <header class="wall-head">
        <h1>{info.value?.name ?? 'CityMap'}{info.value?.illustrative && <span class="badge badge-illustrative">{words.value.illustrative}</span>}</h1>
        <ConnectionState />
        <p class="wall-clock"><span>{date}</span><b>{formatClock(time)}</b></p>
      </header>
      {(away || readAt.value === null) && (
        <p class="wall-away" role="status">{readAt.value === null ? w.never : w.stale(formatClock(away ? Math.min(connection.since, readAt.value) : readAt.value))}</p>
      )}
    </>
  );
}
