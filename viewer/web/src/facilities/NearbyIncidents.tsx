import type { Facility, Incident } from '../api/types';
import { request } from '../api/request';
import { formatDistance } from '../format/distance';
import { explain } from '../state/explain';
import { language, words } from '../state/prefs';
import { asOf, openIncident } from '../state/view';
import { Mark } from '../ui/Mark';
import { Skeleton } from '../ui/Skeleton';
import { useAsync } from '../ui/useAsync';

/** What is open around a facility, the nearest first; what is linked to it already stands elsewhere. */
export function NearbyIncidents({ facility }: { facility: Facility }) {
  const w = words.value;
  const past = asOf.value ? `&asOf=${encodeURIComponent(asOf.value)}` : '';
  const { lon, lat } = facility.position;
  const near = useAsync<{ items: Array<{ incident: Incident; distanceMetres: number }> }>(`${facility.id} ${lon} ${lat}${past}`, () =>
    request(`/api/facilities/${encodeURIComponent(facility.id)}/nearby?radius=500&limit=8${past}`));
  const linked = new Set((facility.incidents ?? []).map((incident) => incident.id));
  const items = (near.value?.items ?? []).filter(({ incident }) => !linked.has(incident.id));
  return (
    <section class="block"><h2>{w.facility.nearby}</h2>
      {near.error !== null && !near.value ? <p class="field-hint" role="alert">{explain(near.error)}</p>
        : !near.value ? <Skeleton rows={2} />
        : <p class="field-hint">{items.length ? w.facility.nearbyHint : w.facility.nearbyNone}</p>}
      <ul class="choose">
        {items.map(({ incident, distanceMetres }) => (
          <li key={incident.id}><button type="button" class="choose-item" onClick={() => openIncident(incident)}>
            <Mark severity={incident.severity} state={incident.state} decorative /><span>{incident.title}</span><small>{formatDistance(distanceMetres, language.value, w.units)}</small></button></li>
        ))}
      </ul>
    </section>
  );
}
