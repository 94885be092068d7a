import { useState } from 'preact/hooks';
import { formatDateTime } from '../format/dateTime';
import { parseDateTime } from '../format/parseDateTime';
import { words } from '../state/prefs';
import { asOf } from '../state/view';
import { Calendar } from './Calendar';
import { goTo } from './goTo';
import { cityDay, type CityDay } from './monthDays';
import { day, hour } from './span';

/** A moment of the past, written, or chosen from a calendar and the hours of a day: all of them in the city's zone. */
export function TimeForm({ close }: { close: () => void }) {
  const w = words.value.time;
  const [text, setText] = useState(() => formatDateTime(asOf.value ?? new Date(), 'vi'));
  const [problem, setProblem] = useState('');
  const chosen = parseDateTime(text) ?? new Date();
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
  const write = (next: string): void => { setText(next); setProblem(''); };
  const clock = formatDateTime(chosen, 'vi').slice(11);
  const pickDay = ({ year, month, day: of }: CityDay): void => write(`${String(of).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year} ${clock}`);
  const presets = [[w.presets.hour, hour], [w.presets.day, day], [w.presets.week, 7 * day], [w.presets.month, 30 * day]] as const;
  return (
    <form class="time-form" onSubmit={submit} noValidate>
      <h2>{w.title}</h2>
      <div class="time-presets">
        {presets.map(([label, back]) => <button type="button" class="chip" key={label} onClick={() => apply(new Date(Date.now() - back))}>{label}</button>)}
      </div>
      <label class="field"><span>{w.field}</span>
        <input value={text} inputMode="numeric" aria-describedby="time-help" aria-invalid={problem !== ''} onInput={(event) => write(event.currentTarget.value)} />
      </label>
      <p id="time-help" class={problem ? 'field-problem' : 'field-hint'} role={problem ? 'alert' : undefined}>{problem || w.format}</p>
      <Calendar value={cityDay(chosen.getTime())} onChoose={pickDay} />
      <label class="time-hour"><span>{w.calendar.hours}</span>
        <input type="range" min="0" max="23" step="1" value={Number(clock.slice(0, 2))} aria-valuetext={clock}
          onInput={(event) => write(`${formatDateTime(chosen, 'vi').slice(0, 11)}${event.currentTarget.value.padStart(2, '0')}:00`)} />
        <output class="figures">{clock}</output></label>
      <div class="form-buttons">
        {asOf.value && <button type="button" class="button" onClick={() => apply(null)}>{w.back}</button>}
        <button type="submit" class="button button-primary">{w.apply}</button>
      </div>
    </form>
  );
}
