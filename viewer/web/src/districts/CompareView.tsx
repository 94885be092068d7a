import { useEffect, useMemo, useState } from 'preact/hooks';
import type { District, TrendPage, TrendRange } from '../api/types';
import { request } from '../api/request';
import { formatNumber } from '../format/number';
import { language, words } from '../state/prefs';
import { asOf } from '../state/view';
import { ErrorState } from '../ui/ErrorState';
import { Segmented } from '../ui/Segmented';
import { Skeleton } from '../ui/Skeleton';
import { useAsync } from '../ui/useAsync';
import { CompareCard } from './CompareCard';
import { commonTop, compareDistricts, compareFigures, type CompareFigure } from './compare';
import { trendRanges } from './TrendBlock';

const refreshMilliseconds = 60_000;

/** Every district beside every other: the same span, the same scale, in the order of one figure. */
export function CompareView({ districts }: { districts: readonly District[] }) {
  const w = words.value.trends;
  const [range, setRange] = useState<TrendRange>('7d');
  const [figure, setFigure] = useState<CompareFigure>('open');
  const params = new URLSearchParams({ range, ...(asOf.value ? { asOf: asOf.value } : {}) });
  const page = useAsync<TrendPage>(String(params), () => request(`/api/districts/trend?${params}`));
  useEffect(() => {
    if (asOf.value) return undefined;
    const timer = setInterval(() => page.reload(), refreshMilliseconds);
    return () => clearInterval(timer);
  }, [asOf.value]);
  const trends = page.value?.items ?? null;
  const compared = useMemo(() => (trends ? compareDistricts(districts, trends, figure) : []), [districts, trends, figure]);
  const begun = useMemo(() => new Date(page.value?.times[0] ?? 0), [page.value]);
  const top = trends ? commonTop(trends) : 1;
  return (
    <>
      <div class="compare-tools">
        <Segmented label={w.range} value={range} options={trendRanges.map((value) => ({ value, label: w.ranges[value] }))} onChange={setRange} />
        <label class="select-chip"><span class="visually-hidden">{w.compareBy}</span>
          <select value={figure} title={w.compareBy} onChange={(event) => setFigure(event.currentTarget.value as CompareFigure)}>
            {compareFigures.map((value) => <option key={value} value={value}>{w.figures[value]}</option>)}
          </select>
        </label>
      </div>
      {page.error !== null && !trends ? <ErrorState error={page.error} retry={page.reload} />
        : !trends ? <Skeleton rows={8} />
        : (
          <div class="compare-body">
            <p class="compare-note">{w.scale(formatNumber(top, language.value), w.ranges[range])}</p>
            <ul class="compare">{compared.map((one) => <li key={one.district.id}><CompareCard compared={one} figure={figure} top={top} begun={begun} /></li>)}</ul>
          </div>
        )}
    </>
  );
}
