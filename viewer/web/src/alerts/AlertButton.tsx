import { cityCounts } from '../state/incidents';
import { words } from '../state/prefs';
import { asOf } from '../state/view';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';
import { alertPrefs } from './alertPrefs';
import { AlertPanel } from './AlertPanel';
import { soundState } from './sound';

/** Opens the queue of what nobody has acknowledged, the notices, and what should be heard. */
export function AlertButton() {
  const w = words.value.alerts;
  const waiting = asOf.value === null ? cityCounts.value?.unacknowledged ?? 0 : 0;
  const silent = alertPrefs.value.muted || soundState.value === 'blocked' || soundState.value === 'unsupported';
  const label = waiting ? w.waiting(String(waiting)) : w.title;
  return (
    <Popover label={label} align="end" class="icon-button alert-button"
      button={<><Icon name={silent ? 'bellOff' : 'bell'} />{waiting > 0 && <i class="alert-dot" aria-hidden="true" />}<span class="visually-hidden">{label}</span></>}>
      {(close) => <AlertPanel close={close} />}
    </Popover>
  );
}
