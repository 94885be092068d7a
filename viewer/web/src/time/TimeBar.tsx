import { narrow } from '../state/layout';
import { words } from '../state/prefs';
import { asOf } from '../state/view';
import { IconButton } from '../ui/IconButton';
import { stepHours } from './goTo';
import { playing, speed, speeds, togglePlay, type Speed } from './player';
import { spans, type Span } from './span';
import { barOpen, showBar, span } from './timeState';
import { TimeSlider } from './TimeSlider';

/** The bar below every view: now, or any moment; step, drag, play. In the past it cannot be hidden. */
export function TimeBar() {
  const w = words.value.time;
  const past = asOf.value !== null;
  if (!past && (!barOpen.value || narrow.value)) return null;
  return (
    <section class={`timebar${past ? ' timebar-past' : ''}`} aria-label={w.bar}>
      <div class="timebar-group">
        <IconButton icon={playing.value ? 'pause' : 'play'} label={`${playing.value ? w.pause : w.play} (P)`} onClick={togglePlay} />
        <Select label={w.speed} value={speed.value} onChange={(value) => (speed.value = value as Speed)} options={(Object.keys(speeds) as Speed[]).map((key) => [key, w.speeds[key]])} />
      </div>
      <div class="timebar-group timebar-steps">
        <Step label={`${w.dayBack} ({)`} text={`−${w.steps.day}`} hours={-24} />
        <Step label={`${w.hourBack} ([)`} text={`−${w.steps.hour}`} hours={-1} />
      </div>
      <TimeSlider />
      <div class="timebar-group timebar-steps">
        <Step label={`${w.hourOn} (])`} text={`+${w.steps.hour}`} hours={1} disabled={!past} />
        <Step label={`${w.dayOn} (})`} text={`+${w.steps.day}`} hours={24} disabled={!past} />
      </div>
      <div class="timebar-group">
        <Select label={w.span} value={span.value} onChange={(value) => (span.value = value as Span)} options={(Object.keys(spans) as Span[]).map((key) => [key, w.spans[key]])} />
        {!past && <IconButton icon="chevron" label={w.hide} onClick={() => showBar(false)} />}
      </div>
    </section>
  );
}

function Step({ label, text, hours, disabled = false }: { label: string; text: string; hours: number; disabled?: boolean }) {
  return <button type="button" class="time-step" title={label} disabled={disabled} onClick={() => stepHours(hours)}>{text}</button>;
}

function Select({ label, value, options, onChange }: { label: string; value: string; options: ReadonlyArray<readonly [string, string]>; onChange: (value: string) => void }) {
  return (
    <select class="time-select" aria-label={label} title={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(([key, text]) => <option key={key} value={key}>{text}</option>)}
    </select>
  );
}
