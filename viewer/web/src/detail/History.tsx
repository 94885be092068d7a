import type { HistoryEntry } from '../api/types';
import { formatAge } from '../format/age';
import { formatDateTime } from '../format/dateTime';
import { now } from '../state/clock';
import { language, words } from '../state/prefs';
import { Skeleton } from '../ui/Skeleton';
import { nameOfFacility } from '../facilities/names';
import { tellEntry } from './tellEntry';

/** What happened, newest first, in plain words. */
export function History({ entries, until }: { entries: HistoryEntry[] | null; until: string | null }) {
  const w = words.value;
  const shown = entries?.filter((entry) => !until || Date.parse(entry.occurredAt) <= Date.parse(until));
  return (
    <section class="history" aria-labelledby="history-title">
      <h2 id="history-title">{w.incident.history.title}</h2>
      {!shown ? <Skeleton rows={3} /> : (
        <ol>
          {[...shown].reverse().map((entry) => {
            const told = tellEntry(entry, w, { entries: entries ?? [], facility: nameOfFacility });
            return (
              <li key={entry.sequence}>
                <p><b>{told.who}</b> {told.what}</p>
                {told.quote && <blockquote>{told.quote}</blockquote>}
                <time dateTime={entry.recordedAt} title={formatDateTime(entry.recordedAt, language.value)}>
                  {formatDateTime(entry.recordedAt, language.value)} · {w.incident.times.ago(formatAge(now.value - Date.parse(entry.recordedAt), w.units))}
                </time>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
