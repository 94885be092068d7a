import { useRef } from 'preact/hooks';
import { formatClock, formatDateTime } from '../format/dateTime';
import { formatNumber } from '../format/number';
import { narrow } from '../state/layout';
import { now } from '../state/clock';
import { language, words } from '../state/prefs';
import { Columns } from './Columns';
import { goTo, stepHours } from './goTo';
import { day, spans, ticksOf } from './span';
import { isWhole, underBadge } from './tickRoom';
import { moment, scrub, span, stretch } from './timeState';
import { useTimeline } from './useTimeline';

/** How long the hand may rest before the city follows it. */
const restMilliseconds = 160;

/** Half a time of the bar as it is written, in pixels. */
const halfTick = 24;

/** The bar itself: columns of what occurred, the time below, and a handle that is the moment looked at. */
export function TimeSlider() {
  const w = words.value.time;
  const { from, to } = stretch.value;
  const track = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const counts = useTimeline({ from, to }, Math.round((to - from) / spans[span.value].bar));
  const at = scrub.value ?? moment.value ?? now.value;
  const share = (time: number): number => Math.min(1, Math.max(0, (time - from) / (to - from)));
  const live = moment.value === null && scrub.value === null;

  const timeAt = (x: number): number => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return at;
    const time = from + Math.min(1, Math.max(0, (x - box.left) / box.width)) * (to - from);
    return Math.min(now.value, Math.round(time / 60_000) * 60_000);
  };
  const apply = (time: number): void => goTo(time >= now.value - 60_000 ? null : new Date(time));
  const hold = (event: PointerEvent): void => {
    const time = timeAt(event.clientX);
    scrub.value = time;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => apply(time), restMilliseconds);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -24, PageUp: 24 };
    const hours = steps[event.key];
    if (hours !== undefined) stepHours(hours);
    else if (event.key === 'Home') goTo(new Date(from));
    else if (event.key === 'End') goTo(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = formatDateTime(at, language.value);
  const width = track.current?.clientWidth || 700;
  return (
    <div class="time-slider">
      <div class={`time-track${live ? ' time-track-live' : ''}`} ref={track} role="slider" tabIndex={0} aria-label={w.slider} id="time-slider"
        aria-valuemin={Math.round(from / 1000)} aria-valuemax={Math.round(to / 1000)} aria-valuenow={Math.round(at / 1000)} aria-valuetext={live ? w.now : shown}
        title={counts ? w.histogram(formatNumber(counts.reduce((sum, count) => sum + count, 0), language.value), formatDateTime(from, language.value), formatDateTime(Math.min(to, now.value), language.value)) : undefined}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); hold(event); }}
        onPointerMove={(event) => { if (scrub.value !== null) hold(event); }}
        onPointerUp={() => {
          clearTimeout(timer.current);
          if (scrub.value !== null) apply(scrub.value);
          scrub.value = null;
        }}
        onPointerCancel={() => { clearTimeout(timer.current); scrub.value = null; }}>
        <Columns counts={counts} />
        <i class="time-future" style={{ left: `${share(now.value) * 100}%` }} />
        <i class="time-handle" style={{ left: `${share(at) * 100}%` }}><b class={share(at) > 0.5 ? 'time-left' : ''}>{live ? w.now : shown}</b></i>
      </div>
      <div class="time-ticks" aria-hidden="true">
        {ticksOf({ from, to }, narrow.value ? 4 : 9).filter((tick) => isWhole(share(tick), halfTick / width) && !underBadge(share(tick), share(at), (live ? 84 : 150) / width)).map((tick) => <span key={tick} style={{ left: `${share(tick) * 100}%` }}>{tickText(tick, to - from)}</span>)}
      </div>
    </div>
  );
}

/** Days where days are shown, hours where hours are. */
function tickText(tick: number, length: number): string {
  const text = formatDateTime(tick, language.value);
  const date = language.value === 'vi' ? text.slice(0, 5) : text.split(' ').slice(0, 2).join(' ');
  return length > day && formatClock(tick) === '00:00' ? date : length > 2 * day ? date : formatClock(tick) === '00:00' ? date : formatClock(tick);
}
