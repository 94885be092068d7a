import { formatNumber } from '../../format/number';
import { language, words } from '../../state/prefs';
import { openIncident } from '../../state/view';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import type { BulkResult } from './bulkOutcome';
import type { BulkCommand } from './sendBulk';

/** What was done, and each that was not with its reason. */
export function BulkOutcome({ result, onDismiss }: { result: BulkResult & { command: BulkCommand }; onDismiss: () => void }) {
  const w = words.value.bulk;
  const number = (value: number): string => formatNumber(value, language.value);
  const { done, refused, command } = result;
  return (
    <div class={`bulk-outcome${refused.length ? ' bulk-some' : ''}`} role="status">
      <p class="bulk-said">
        <Icon name={refused.length ? 'alert' : 'check'} size={18} />
        <span><b>{w.done[command](number(done.length))}</b>{refused.length > 0 && <> {w.notDone(number(refused.length))}</>}</span>
        <IconButton icon="close" label={words.value.close} onClick={onDismiss} />
      </p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ incident, why }) => (
            <li key={incident.id}><button type="button" class="link" onClick={() => openIncident(incident)}>{incident.title}</button><span>{why}</span></li>
          ))}
        </ul>
      )}
    </div>
  );
}
