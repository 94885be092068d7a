import { useEffect, useState } from 'preact/hooks';
import type { HistoryEntry, Incident } from '../api/types';
import { request } from '../api/request';
import { waitingMoves } from '../connection/waitingMoves';
import { onFeed } from '../state/feed';
import { words } from '../state/prefs';
import { asOf, closeDetail, focusOn } from '../state/view';
import { tool } from '../state/draft';
import { ErrorState } from '../ui/ErrorState';
import { PanelHead } from '../ui/PanelHead';
import { Skeleton } from '../ui/Skeleton';
import { useAsync } from '../ui/useAsync';
import { Around } from './Around';
import { Facts } from './Facts';
import { Headline } from './Headline';
import { History } from './History';
import { MapInset } from './MapInset';
import { Moves } from './Moves';

const withAsOf = (path: string): string => (asOf.value ? `${path}?asOf=${encodeURIComponent(asOf.value)}` : path);

/** Everything about one incident, live: what it is, why it is where it is, what can be done, and what happened. */
export function IncidentDetail({ id }: { id: string }) {
  const path = `/api/incidents/${encodeURIComponent(id)}`;
  const key = `${id} ${asOf.value ?? ''}`;
  const record = useAsync<Incident>(key, () => request(withAsOf(path)));
  const history = useAsync<{ items: HistoryEntry[] }>(key, () => request(`${path}/history`));
  const [remote, setRemote] = useState(0);
  // An acknowledgement that waits for the server was given all the same.
  const incident = record.value && waitingMoves(id).includes('acknowledge') ? { ...record.value, acknowledged: true } : record.value;

  useEffect(() => onFeed((messages) => {
    const mine = messages.some((message) => message.kind === 'reload' || (message.kind === 'incident' && message.incident.id === id));
    if (mine) setRemote((n) => n + 1);
  }), [id]);
  useEffect(() => {
    if (!remote) return;
    record.reload();
    history.reload();
  }, [remote]);
  useEffect(() => {
    if (incident) focusOn(incident);
  }, [record.value]);
  useEffect(() => () => { tool.value = null; }, [id]);

  const update = (next: Incident): void => {
    record.set({ ...incident, ...next });
    if (!next.allowed || next.jurisdiction === undefined) record.reload();
    history.reload();
  };
  return (
    <article class="detail" aria-label={words.value.incident.one}>
      <PanelHead label={words.value.incident.one} onClose={closeDetail} />
      {record.error !== null && !incident ? <ErrorState error={record.error} retry={record.reload} />
        : !incident ? <Skeleton rows={6} />
        : (
          <div class="detail-body">
            <Headline incident={incident} />
            <Moves incident={incident} entries={history.value?.items ?? []} onChange={update} key={incident.id} />
            <Facts incident={incident} />
            <MapInset incident={incident} />
            <Around id={incident.id} />
            <History entries={history.value?.items ?? null} until={asOf.value} />
          </div>
        )}
    </article>
  );
}
