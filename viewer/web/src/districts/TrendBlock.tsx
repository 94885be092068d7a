import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { District, TrendPage, TrendRange } from '../api/types';
import { request } from '../api/request';
import type { ChartLine } from '../charts/chartOptions';
import { LineChart } from '../charts/LineChart';
import { formatDateTime } from '../format/dateTime';
import { formatNumber } from '../format/number';
import { language, words } from '../state/prefs';
import { asOf } from '../state/view';
import { goTo } from '../time/goTo';
import { ErrorState } from '../ui/ErrorState';
import { Segmented } from '../ui/Segmented';
import { Skeleton } from '../ui/Skeleton';
import { useAsync } from '../ui/useAsync';
import { districtTitle } from './DistrictList';
import { changedQuery } from './changedQuery';
import { openList } from './openList';

export const trendRanges: readonly TrendRange[] = ['24h', '7d', '90d'];

/** How much was open in a district over a day, a week or a quarter; a moment that is clicked opens its list. */
export function TrendBlock({ district, turn }: { district: District; turn: number }) {
  const w = words.value.trends;
  const [range, setRange] = useState<TrendRange>('7d');
  const [at, setAt] = useState<number | null>(null);
  const params = new URLSearchParams({ range, districts: district.id, ...(asOf.value ? { asOf: asOf.value } : {}) });
  const page = useAsync<TrendPage>(String(params), () => request(`/api/districts/trend?${params}`));
  const [seen, setSeen] = useState(turn);
  if (seen !== turn) {
    setSeen(turn);
    page.reload();
  }
  const trend = page.value?.items[0];
  const times = useMemo(() => page.value?.times.map((time) => Date.parse(time)) ?? [], [page.value]);
  const lines = useMemo((): ChartLine[] => (trend ? [{ label: w.open, values: trend.open, colour: '--accent', kind: 'area' }] : []), [trend, w]);
  const number = (value: number | undefined): string => formatNumber(value ?? 0, language.value);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const tell = (index: number): string => w.at(formatDateTime(times[index] ?? 0, language.value), number(trend?.open[index]), number(trend?.opened[index - 1]), number(trend?.closed[index - 1]));
  const begun = new Date(times[0] ?? 0);
  const pick = (index: number): void => {
    if (index < times.length - 1) goTo(new Date(times[index] ?? 0));
    openList(district.id);
  };
  return (
    <section class="block">
      <div class="trend-head"><h2>{w.title}</h2>
        <Segmented label={w.range} value={range} options={trendRanges.map((value) => ({ value, label: w.ranges[value] }))} onChange={setRange} /></div>
      {page.error !== null && !trend ? <ErrorState error={page.error} retry={page.reload} />
        : !trend ? <Skeleton rows={3} />
        : (
          <>
            <p class="trend-read">
              <span>{at === null ? w.whole(w.ranges[range]) : formatDateTime(times[at] ?? 0, language.value)}</span>
              <Total onClick={() => openList(district.id)}><b>{number(trend.open[at ?? times.length - 1])}</b> {w.open}</Total>
              <Total tone="opened" title={w.openedHint} onClick={() => openList(district.id, changedQuery('reported', begun))}><b>+{number(at === null ? sum(trend.opened) : trend.opened[at - 1])}</b> {w.opened}</Total>
              <Total tone="closed" title={w.closedHint} onClick={() => openList(district.id, changedQuery('resolved', begun))}><b>−{number(at === null ? sum(trend.closed) : trend.closed[at - 1])}</b> {w.closed}</Total>
            </p>
            <LineChart label={w.chart(districtTitle(district), w.ranges[range], number(trend.open.at(-1)), number(sum(trend.opened)), number(sum(trend.closed)))}
              times={times} lines={lines} stepped tell={tell} onIndex={setAt} onPick={pick} />
            <p class="field-hint">{w.pickHint}</p>
          </>
        )}
    </section>
  );
}

/** A figure of the whole span; it opens the list behind it. */
function Total({ tone = '', title, onClick, children }: { tone?: string; title?: string; onClick: () => void; children: ComponentChildren }) {
  return <button type="button" class={`trend-total ${tone}`} title={title ?? words.value.districts.showList} onClick={onClick}>{children}</button>;
}
