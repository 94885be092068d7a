import { useEffect, useState } from 'preact/hooks';
import type { Incident } from '../api/types';
import { formatAge } from '../format/age';
import { formatNumber } from '../format/number';
import { emptyQuery } from '../query/incidentQuery';
import { now } from '../state/clock';
import { explain } from '../state/explain';
import { onFeed } from '../state/feed';
import { cityCounts, query, sort } from '../state/incidents';
import { language, words } from '../state/prefs';
import { openIncident, view } from '../state/view';
import { knowsWhoActs } from '../state/whoActs';
import { ErrorState } from '../ui/ErrorState';
import { Mark } from '../ui/Mark';
import { Skeleton } from '../ui/Skeleton';
import { useAsync } from '../ui/useAsync';
import { acknowledge } from './acknowledge';
import { alertPrefs } from './alertPrefs';
import { unacknowledged } from './unacknowledged';

const shown = 8;
/** The queue follows the feed at most this often. */
const paceMilliseconds = 1500;

/** What nobody has acknowledged: the worst first, then the oldest. */
export function AlertQueue({ close }: { close: () => void }) {
  const w = words.value.alerts;
  const queue = useAsync<Incident[]>(`queue ${alertPrefs.value.exercises}`, () => unacknowledged(shown, alertPrefs.value.exercises));
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState<readonly string[]>([]);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onFeed((messages) => {
      if (messages.some((message) => message.kind === 'incident' || message.kind === 'reload')) {
        timer ??= setTimeout(() => { timer = undefined; setTurn((n) => n + 1); }, paceMilliseconds);
      }
    });
    return () => { stop(); clearTimeout(timer); };
  }, []);
  useEffect(() => { if (turn) queue.reload(); }, [turn]);
  // The panel opens before the queue is there: the hand begins at its first row.
  const ready = queue.value !== null;
  useEffect(() => { if (ready) document.querySelector<HTMLElement>('.alert-queue button')?.focus(); }, [ready]);
  if (queue.error !== null && !queue.value) return <ErrorState error={queue.error} retry={queue.reload} />;
  if (!queue.value) return <Skeleton rows={3} />;
  const items = queue.value.filter((incident) => !done.includes(incident.id));
  const total = cityCounts.value?.unacknowledged ?? items.length;
  const take = async (incident: Incident): Promise<void> => {
    if (!(await knowsWhoActs())) return;
    setDone((before) => [...before, incident.id]);
    setProblem('');
    acknowledge(incident).then(queue.reload, (error: unknown) => {
      setDone((before) => before.filter((id) => id !== incident.id));
      setProblem(explain(error));
    });
  };
  const all = (): void => {
    close();
    query.value = { ...emptyQuery, open: true, acknowledged: false, exercise: false };
    sort.value = '-severity';
    view.value = 'work';
  };
  return (
    <>
      {!items.length && <p class="alert-none" role="status">{w.none}</p>}
      <ul class="alert-queue">
        {items.map((incident) => (
          <li key={incident.id}>
            <button type="button" class="row" onClick={() => { close(); view.value = 'work'; openIncident(incident); }}>
              <Mark severity={incident.severity} state={incident.state} overdue={incident.overdue} dueSoon={incident.dueSoon} unacknowledged />
              <span class="row-main"><span class="row-title">{incident.title}</span>
                <span class="row-sub">{formatAge(now.value - Date.parse(incident.recordedAt), words.value.units)} · {incident.address || words.value.incident.noAddress}</span></span>
            </button>
            <button type="button" class="button alert-take" aria-label={w.acknowledge(incident.title)} onClick={() => void take(incident)}>{words.value.incident.moves.acknowledge}</button>
          </li>
        ))}
      </ul>
      {problem && <p class="field-problem" role="alert">{problem}</p>}
      {total > shown && <button type="button" class="button button-wide" onClick={all}>{w.all(formatNumber(total, language.value))}</button>}
      {items.length > 0 && <p class="field-hint alert-key"><kbd>⇧ A</kbd><span>{w.firstHint}</span></p>}
    </>
  );
}
