import { useEffect, useState } from 'preact/hooks';
import { request } from '../api/request';
import { words } from '../state/prefs';
import { asOf } from '../state/view';
import { ErrorState } from '../ui/ErrorState';
import { Icon } from '../ui/Icon';
import { Skeleton } from '../ui/Skeleton';
import { useAsync } from '../ui/useAsync';
import { HandoverForm } from './HandoverForm';
import { HandoverLog } from './HandoverLog';
import { HandoverNotes } from './HandoverNotes';
import { HandoverNow } from './HandoverNow';
import { HandoverSign } from './HandoverSign';
import type { HandoverPage, HandoverSummary } from './handoverTypes';

/** Another desk may write into the log, too. */
const lookMilliseconds = 20_000;

/** What this watch leaves to the next one, and what the watches before left. */
export function HandoverView() {
  const w = words.value.handover;
  const past = asOf.value;
  const summary = useAsync<HandoverSummary>('summary', () => request('/api/handovers/summary'));
  const log = useAsync<HandoverPage>(`log ${past ?? ''}`, () => request(`/api/handovers?limit=50${past ? `&asOf=${encodeURIComponent(past)}` : ''}`));
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((n) => n + 1), lookMilliseconds);
    return () => clearInterval(timer);
  }, []);
  const reload = (): void => {
    summary.reload();
    log.reload();
  };
  useEffect(() => { if (turn) reload(); }, [turn]);
  return (
    <section class="list handover" aria-labelledby="list-title" id="list">
      <header class="list-head">
        <h1 id="list-title">{w.title}</h1>
        <span class="list-count" />
        <button type="button" class="button button-quiet" onClick={() => window.print()}><Icon name="print" size={18} />{w.print}</button>
      </header>
      <div class="handover-body">
        {past ? <p class="moves-past">{w.past}</p>
          : summary.error !== null && !summary.value ? <ErrorState error={summary.error} retry={reload} />
          : !summary.value ? <Skeleton rows={4} />
          : (
            <>
              <HandoverNow summary={summary.value} />
              <HandoverNotes notes={summary.value.notes} onChange={reload} />
              <HandoverForm version={summary.value.version} onChange={reload} />
              <HandoverSign />
            </>
          )}
        <HandoverLog page={log.value} error={log.error} retry={log.reload} />
      </div>
    </section>
  );
}
