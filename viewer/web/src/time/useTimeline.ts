import { useEffect, useState } from 'preact/hooks';
import { request } from '../api/request';
import { mapQuery } from '../state/incidents';
import type { Stretch } from './span';

const refreshMilliseconds = 60_000;

/** How many incidents occurred in each column of a stretch, filtered by what does not change with time. Null until it is known. */
export function useTimeline(stretch: Stretch, bars: number): number[] | null {
  const [counts, setCounts] = useState<number[] | null>(null);
  const { types, severities, districts, text } = mapQuery.value;
  const params = new URLSearchParams({ from: new Date(stretch.from).toISOString(), to: new Date(stretch.to).toISOString(), bars: String(bars) });
  if (types.length) params.set('types', types.join(','));
  if (severities.length) params.set('severities', severities.join(','));
  if (districts.length) params.set('districts', districts.join(','));
  if (text.trim()) params.set('q', text.trim().normalize('NFC'));
  const wanted = params.toString();
  useEffect(() => {
    const abort = new AbortController();
    const load = (): void => {
      // A bar without columns still moves through time, so a failure only leaves them out.
      request<{ bars: number[] }>(`/api/incidents/timeline?${wanted}`, { signal: abort.signal }).then((answer) => setCounts(answer.bars), () => undefined);
    };
    load();
    const timer = setInterval(load, refreshMilliseconds);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, [wanted]);
  return counts;
}
