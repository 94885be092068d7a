import { formatDateTime } from '../format/dateTime';
import { words, language } from '../state/prefs';
import { asOf } from '../state/view';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';
import { TimeForm } from './TimeForm';

/** "Now", or the moment looked at; opens the calendar. */
export function TimeControl() {
  const w = words.value.time;
  const past = asOf.value;
  return (
    <Popover label={w.button} align="end" class={`time-button${past ? ' time-past' : ''}`}
      button={<><Icon name="clock" size={18} /><span class="visually-hidden">{w.button}</span><span>{past ? formatDateTime(past, language.value) : w.now}</span><Icon name="chevron" size={14} /></>}>
      {(close) => <TimeForm close={close} />}
    </Popover>
  );
}
