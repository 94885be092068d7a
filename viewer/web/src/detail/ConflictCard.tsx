import type { HistoryEntry, Incident } from '../api/types';
import { formatDateTime } from '../format/dateTime';
import { stateName, typeName } from '../state/city';
import { nameOfFacility } from '../facilities/names';
import { language, words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { describeChanges } from './describeChanges';
import { tellEntry } from './tellEntry';

export interface ConflictCardProps {
  /** The incident as it was when the reader began. */
  before: Incident;
  after: Incident;
  /** Its history, as far as it is known. */
  entries: readonly HistoryEntry[];
  /** Whether something the reader typed is still there. */
  kept: boolean;
  onDismiss: () => void;
}

/** Somebody else moved first: who did what and when, and what differs by now, before anything is done again. */
export function ConflictCard({ before, after, entries, kept, onDismiss }: ConflictCardProps) {
  const w = words.value;
  const c = w.incident.conflict;
  const since = entries.filter((entry) => entry.version > before.version);
  return (
    <div class="conflict" role="alert">
      <Icon name="alert" />
      <div>
        <b>{c.title}</b>
        {since.map((entry) => {
          const told = tellEntry(entry, w, { entries, facility: nameOfFacility });
          return <p key={entry.sequence} class="conflict-who"><b>{told.who}</b> {told.what}{told.quote ? ` “${told.quote}”` : ''} · <time dateTime={entry.recordedAt}>{formatDateTime(entry.recordedAt, language.value)}</time></p>;
        })}
        <ul>{describeChanges(before, after, w, { type: typeName, state: stateName }).map((change) => <li key={change}>{change}</li>)}</ul>
        <p>{kept ? c.keptHint : c.hint}</p>
      </div>
      <IconButton icon="close" label={w.close} onClick={onDismiss} />
    </div>
  );
}
