import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../state/prefs';
import { IconButton } from '../ui/IconButton';
import { addDays, cityDay, dayNumber, monthWeeks, type CityDay } from './monthDays';

/** A month of the city's calendar to choose a day from: arrows move by day and week, Page Up and Page Down by month. */
export function Calendar({ value, onChoose }: { value: CityDay; onChoose: (day: CityDay) => void }) {
  const w = words.value.time.calendar;
  const [shown, setShown] = useState({ year: value.year, month: value.month });
  const table = useRef<HTMLTableElement>(null);
  const follow = useRef(false);
  const today = dayNumber(cityDay(Date.now()));
  useEffect(() => setShown({ year: value.year, month: value.month }), [value.year, value.month]);
  useEffect(() => {
    if (follow.current) table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    follow.current = false;
  }, [dayNumber(value), shown.month]);
  const turn = (by: number): void => {
    const next = new Date(Date.UTC(shown.year, shown.month - 1 + by, 1));
    setShown({ year: next.getUTCFullYear(), month: next.getUTCMonth() + 1 });
  };
  const choose = (day: CityDay): void => { if (dayNumber(day) <= today) onChoose(day); };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 };
    const days = steps[event.key];
    if (days === undefined) return;
    follow.current = true;
    choose(addDays(value, days));
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="calendar">
      <div class="calendar-head">
        <IconButton icon="back" label={w.previous} onClick={() => turn(-1)} />
        <b aria-live="polite">{w.month(shown.month, shown.year)}</b>
        <IconButton icon="back" class="calendar-next" label={w.next} onClick={() => turn(1)} disabled={Date.UTC(shown.year, shown.month, 1) / 86_400_000 > today} />
      </div>
      <table ref={table} onKeyDown={onKeyDown} aria-label={w.month(shown.month, shown.year)}>
        <thead><tr>{w.weekdays.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {monthWeeks(shown.year, shown.month).map((week) => (
            <tr key={dayNumber(week[0]!)}>{week.map((day) => <td key={dayNumber(day)}><Day day={day} other={day.month !== shown.month} value={value} today={today} onChoose={choose} /></td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Day({ day, other, value, today, onChoose }: { day: CityDay; other: boolean; value: CityDay; today: number; onChoose: (day: CityDay) => void }) {
  const at = dayNumber(day);
  const chosen = at === dayNumber(value);
  return (
    <button type="button" class={`calendar-day${other ? ' calendar-other' : ''}`} tabIndex={chosen ? 0 : -1} aria-pressed={chosen} aria-current={at === today ? 'date' : undefined}
      disabled={at > today} aria-label={`${day.day}/${day.month}/${day.year}`} onClick={() => onChoose(day)}>{day.day}</button>
  );
}
