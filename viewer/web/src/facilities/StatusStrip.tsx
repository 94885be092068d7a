import type { Facility } from '../api/types';
import { formatDateTime } from '../format/dateTime';
import { formatNumber } from '../format/number';
import { now } from '../state/clock';
import { language, words } from '../state/prefs';
import { asOf } from '../state/view';
import { statusName } from './names';
import { availability, statusSpans } from './statusSpans';

const days = 30;

/** How a facility did in the last month, as one strip: each stretch says what and from when to when. */
export function StatusStrip({ facility }: { facility: Facility }) {
  const w = words.value.facility;
  const to = asOf.value ? Date.parse(asOf.value) : now.value;
  const from = to - days * 86_400_000;
  const spans = statusSpans(facility.history ?? [], from, to);
  const share = availability(spans);
  const start = spans[0]?.from ?? from;
  // Down to a tenth, and never rounded up to a whole that was not whole.
  const percent = share === null ? '' : `${formatNumber(share === 1 ? 100 : Math.floor(share * 1000) / 10, language.value)} %`;
  const known = Math.max(1, Math.round((to - start) / 86_400_000));
  return (
    <section class="block"><h2>{w.statusHistory}</h2>
      <p class="field-hint">{share === null ? w.noStatus : w.availability(percent, formatNumber(known, language.value))}</p>
      <ul class="status-strip" aria-label={w.statusHistory}>
        {start > from && <li class="strip-none" style={{ flexGrow: start - from }} aria-hidden="true" />}
        {spans.map((span) => {
          const text = w.span(statusName(span.status), formatDateTime(span.from, language.value), span.to === to && !asOf.value ? w.untilNow : formatDateTime(span.to, language.value));
          return <li key={span.from} class={`strip-${span.status.toLowerCase()}`} style={{ flexGrow: span.to - span.from }} title={text}><span class="visually-hidden">{text}</span></li>;
        })}
      </ul>
      <p class="strip-ends" aria-hidden="true"><span>{formatDateTime(from, language.value).split(language.value === 'vi' ? ' ' : ',')[0]}</span><span>{asOf.value ? formatDateTime(to, language.value) : w.untilNow}</span></p>
    </section>
  );
}
