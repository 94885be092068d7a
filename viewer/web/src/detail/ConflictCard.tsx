import type { Incident } from '../api/types';
import { stateName, typeName } from '../state/city';
import { words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { describeChanges } from './describeChanges';

/** Somebody else moved first: what changed, before anything is done again. */
export function ConflictCard({ before, after, onDismiss }: { before: Incident; after: Incident; onDismiss: () => void }) {
  const c = words.value.incident.conflict;
  return (
    <div class="conflict" role="alert">
      <Icon name="alert" />
      <div>
        <b>{c.title}</b>
        <ul>{describeChanges(before, after, words.value, { type: typeName, state: stateName }).map((change) => <li key={change}>{change}</li>)}</ul>
        <p>{c.hint}</p>
      </div>
      <IconButton icon="close" label={words.value.close} onClick={onDismiss} />
    </div>
  );
}
