import { useMemo, useState } from 'preact/hooks';
import type { FacilityLimit, ReadingSeries } from '../api/types';
import { request } from '../api/request';
import { LineChart } from '../charts/LineChart';
import { formatDateTime } from '../format/dateTime';
import { formatNumber } from '../format/number';
import { explain } from '../state/explain';
import { language, words } from '../state/prefs';
import { asOf } from '../state/view';
import { useAsync } from '../ui/useAsync';
import { quantityOf } from './names';
import type { ReadingSpan } from './Readings';
import { seriesLines } from './seriesLines';

const steps = 240;
const hours: Record<ReadingSpan, number> = { day: 24, week: 7 * 24, month: 31 * 24 };

export interface ReadingChartProps {
  /** Its id. */
  facility: string;
  latest: { quantity: string; at: string; value: number };
  limit: FacilityLimit | undefined;
  span: ReadingSpan;
}

/** One quantity: the latest value with its limits, and how it came to it. */
export function ReadingChart({ facility, latest, limit, span }: ReadingChartProps) {
  const w = words.value.facility;
  const { name, unit } = quantityOf(latest.quantity);
  const [at, setAt] = useState<number | null>(null);
  // The last measurement is the end: a chart of a sensor that has been silent for long is not an empty one.
  const to = asOf.value && Date.parse(asOf.value) < Date.parse(latest.at) ? asOf.value : latest.at;
  const end = new Date(Date.parse(to) + 1000).toISOString();
  const params = new URLSearchParams({ quantity: latest.quantity, from: new Date(Date.parse(end) - hours[span] * 3_600_000).toISOString(), to: end, steps: String(steps) });
  const series = useAsync<ReadingSeries>(`${facility} ${params}`, () => request(`/api/facilities/${encodeURIComponent(facility)}/readings/series?${params}`));
  const [before, setBefore] = useState<ReadingSeries | null>(null);
  if (series.value && series.value !== before) setBefore(series.value);
  // While a newer series is on its way the one before it stays, so that nothing flickers.
  const shown = series.value ?? (before?.quantity === latest.quantity ? before : null);
  const drawn = useMemo(() => (shown ? seriesLines(shown, steps, limit, { mean: name, low: '', high: '', min: '', max: '' }) : null), [shown, limit, name]);
  const number = (value: number): string => `${formatNumber(value, language.value)}${unit ? ` ${unit}` : ''}`;
  const value = (index: number): string => {
    const mean = drawn?.lines.find((line) => line.kind === 'line')?.values[index];
    const [low, high] = (drawn?.lines ?? []).filter((line) => line.kind === 'edge').map((line) => line.values[index]);
    if (mean === null || mean === undefined) return words.value.layers.noData;
    return typeof low === 'number' && typeof high === 'number' && high > low ? `${number(mean)}, ${w.between(number(low), number(high))}` : number(mean);
  };
  const bounds = [limit?.min != null ? w.min(number(limit.min)) : '', limit?.max != null ? w.max(number(limit.max)) : ''].filter(Boolean).join(', ');
  return (
    <div class="reading">
      <p><span>{name}{bounds && <small> {bounds}</small>}</span>
        {limit?.crossed && <span class="tag tag-late">{w.crossed}</span>}
        <b class="figures">{number(latest.value)}</b></p>
      <p class="reading-read"><small>{at === null || !drawn ? formatDateTime(latest.at, language.value) : w.at(formatDateTime(drawn.times[at] ?? 0, language.value), value(at))}</small></p>
      {series.error !== null && !shown ? <p class="field-hint" role="alert">{explain(series.error)}</p>
        : drawn && drawn.times.length < 2 ? <p class="field-hint">{w.noReadings}</p>
        : drawn ? <LineChart label={w.reading(name, number(latest.value))} times={drawn.times} lines={drawn.lines} height={132} fromZero={false}
            tell={(index) => w.at(formatDateTime(drawn.times[index] ?? 0, language.value), value(index))} onIndex={setAt} />
        : <div class="chart-wait" aria-hidden="true" />}
    </div>
  );
}
