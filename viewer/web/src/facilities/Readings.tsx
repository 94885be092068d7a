import { useState } from 'preact/hooks';
import type { Facility } from '../api/types';
import { words } from '../state/prefs';
import { Segmented } from '../ui/Segmented';
import { ReadingChart } from './ReadingChart';

export type ReadingSpan = 'day' | 'week' | 'month';
const spans: readonly ReadingSpan[] = ['day', 'week', 'month'];

/** What a facility measures: for each quantity the latest value, its limits, and a chart over a day, a week or a month. */
export function Readings({ facility }: { facility: Facility }) {
  const w = words.value;
  const [span, setSpan] = useState<ReadingSpan>('day');
  const latest = facility.readings ?? [];
  return (
    <section class="block">
      <div class="trend-head"><h2>{w.facilities.readings}</h2>
        {latest.length > 0 && <Segmented label={w.facility.range} value={span} options={spans.map((value) => ({ value, label: w.facility.ranges[value] }))} onChange={setSpan} />}</div>
      {!latest.length && <p class="field-hint">{w.facilities.readingsNone}</p>}
      {latest.map((reading) => (
        <ReadingChart key={reading.quantity} facility={facility.id} latest={reading} span={span} limit={facility.limits?.find((other) => other.quantity === reading.quantity)} />
      ))}
    </section>
  );
}
