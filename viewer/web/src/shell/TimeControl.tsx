import { useState } from 'preact/hooks';
import { formatDateTime } from '../format/dateTime';
import { parseDateTime } from '../format/parseDateTime';
import { words, language } from '../state/prefs';
import { asOf, closeDetail } from '../state/view';
import { tool } from '../state/draft';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';

const hour = 3_600_000;

/** Leaves the present for a moment of the past, or comes back. */
export function goTo(moment: Date | null): void {
  tool.value = null;
  closeDetail();
  asOf.value = moment ? moment.toISOString().replace(/\.\d{3}Z$/, 'Z') : null;
}

/** "Now", or the moment looked at. */
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

function TimeForm({ close }: { close: () => void }) {
  const w = words.value.time;
  const [text, setText] = useState(() => formatDateTime(asOf.value ?? new Date(), 'vi'));
  const [problem, setProblem] = useState('');
  const apply = (moment: Date | null): void => {
    goTo(moment);
    close();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const moment = parseDateTime(text);
    if (!moment) setProblem(w.bad);
    else if (moment.getTime() > Date.now()) setProblem(w.future);
    else apply(moment);
  };
  const presets = [[w.presets.hour, hour], [w.presets.day, 24 * hour], [w.presets.week, 7 * 24 * hour], [w.presets.month, 30 * 24 * hour]] as const;
  return (
    <form class="time-form" onSubmit={submit} noValidate>
      <h2>{w.title}</h2>
      <label class="field"><span>{w.field}</span>
        <input value={text} inputMode="numeric" aria-describedby="time-help" aria-invalid={problem !== ''} onInput={(event) => { setText(event.currentTarget.value); setProblem(''); }} />
      </label>
      <p id="time-help" class={problem ? 'field-problem' : 'field-hint'} role={problem ? 'alert' : undefined}>{problem || w.format}</p>
      <div class="time-presets">
        {presets.map(([label, back]) => <button type="button" class="chip" key={label} onClick={() => apply(new Date(Date.now() - back))}>{label}</button>)}
      </div>
      <div class="form-buttons">
        {asOf.value && <button type="button" class="button" onClick={() => apply(null)}>{w.back}</button>}
        <button type="submit" class="button button-primary">{w.apply}</button>
      </div>
    </form>
  );
}
