import type { Incident } from '../api/types';
import { request } from '../api/request';
import { formatAge } from '../format/age';
import { formatDistance } from '../format/distance';
import { stateName } from '../state/city';
import { now } from '../state/clock';
import { language, words } from '../state/prefs';
import { asOf, hovered, openIncident } from '../state/view';
import { Mark } from '../ui/Mark';
import { Skeleton } from '../ui/Skeleton';
import { useAsync } from '../ui/useAsync';

interface Near { incident: Incident; distanceMetres: number }
type Kind = 'nearby' | 'similar';

const most = 5;

/** What else is open near by, and what was like it: perhaps the same, perhaps a pattern. */
export function Around({ id }: { id: string }) {
  return (
    <>
      <NearList id={id} kind="nearby" />
      <NearList id={id} kind="similar" />
    </>
  );
}

function NearList({ id, kind }: { id: string; kind: Kind }) {
  const w = words.value.around;
  const moment = asOf.value;
  const near = useAsync<{ items: Near[] }>(`${kind} ${id} ${moment ?? ''}`, () =>
    request(`/api/incidents/${encodeURIComponent(id)}/${kind}?limit=${most}${moment ? `&asOf=${encodeURIComponent(moment)}` : ''}`));
  const at = moment ? Date.parse(moment) : now.value;
  const title = w[kind];
  return (
    <section class="around" aria-label={title}>
      <h2>{title}</h2>
      {near.error !== null && !near.value ? <p class="field-hint">{w.failed} <button type="button" class="link" onClick={near.reload}>{words.value.retry}</button></p>
        : !near.value ? <Skeleton rows={2} />
        : !near.value.items.length ? <p class="field-hint">{w.none[kind]}</p>
        : (
          <ul>
            {near.value.items.map(({ incident, distanceMetres }) => (
              <li key={incident.id}>
                <button type="button" class="row" onClick={() => openIncident(incident)} onMouseEnter={() => (hovered.value = incident.id)} onMouseLeave={() => (hovered.value = null)}>
                  <Mark severity={incident.severity} state={incident.state} overdue={incident.overdue} dueSoon={incident.dueSoon} unacknowledged={!incident.acknowledged && incident.open} />
                  <span class="row-main">
                    <span class="row-line"><span class="row-title">{incident.title}</span><span class="row-side">{formatDistance(distanceMetres, language.value, words.value.units)}</span></span>
                    <span class="row-line"><span class="row-sub">{stateName(incident.state)}</span><span class="row-side">{words.value.incident.times.ago(formatAge(at - Date.parse(incident.recordedAt), words.value.units))}</span></span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
    </section>
  );
}
