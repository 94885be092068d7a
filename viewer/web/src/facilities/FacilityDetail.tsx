import { useEffect, useState } from 'preact/hooks';
import type { Facility, HistoryEntry } from '../api/types';
import { request } from '../api/request';
import { formatCoordinates } from '../format/coordinates';
import { formatDateTime } from '../format/dateTime';
import { formatNumber } from '../format/number';
import { districtNames } from '../state/city';
import { onFeed } from '../state/feed';
import { language, words } from '../state/prefs';
import { asOf, closeDetail, focusOnFacility, openIncident } from '../state/view';
import { ErrorState } from '../ui/ErrorState';
import { Mark } from '../ui/Mark';
import { PanelHead } from '../ui/PanelHead';
import { Skeleton } from '../ui/Skeleton';
import { useAsync } from '../ui/useAsync';
import { EditFacility } from './EditFacility';
import { FacilityIcon } from './FacilityIcon';
import { facilityName, kindName, statusName } from './names';
import { NearbyIncidents } from './NearbyIncidents';
import { Readings } from './Readings';
import { StatusStrip } from './StatusStrip';
import { StatusForm } from './StatusForm';
import { StatusPill } from './StatusPill';

/** One facility: how it is, what it measures, which incidents belong to it. */
export function FacilityDetail({ id }: { id: string }) {
  const w = words.value;
  const past = asOf.value ? `?asOf=${encodeURIComponent(asOf.value)}` : '';
  const record = useAsync<Facility>(`${id}${past}`, () => request(`/api/facilities/${encodeURIComponent(id)}${past}`));
  const [remote, setRemote] = useState(0);
  const facility = record.value;
  useEffect(() => onFeed((messages) => {
    if (messages.some((message) => message.kind === 'reload' || (message.kind === 'facility' && message.facility.id === id))) setRemote((n) => n + 1);
  }), [id]);
  useEffect(() => { if (remote) record.reload(); }, [remote]);
  useEffect(() => { if (facility) focusOnFacility(facility); }, [facility]);
  return (
    <article class="detail" aria-label={w.facilities.title}>
      <PanelHead label={w.facilities.title} onClose={closeDetail} />
      {record.error !== null && !facility ? <ErrorState error={record.error} retry={record.reload} />
        : !facility ? <Skeleton rows={6} />
        : (
          <div class="detail-body">
            <header class="headline">
              <FacilityIcon kind={facility.kind} status={facility.status} />
              <div>
                <h1>{facilityName(facility)}</h1>
                <p class="headline-tags"><span class="tag">{kindName(facility.kind)}</span><StatusPill status={facility.status} /></p>
              </div>
            </header>
            {!asOf.value && <StatusForm facility={facility} onChange={() => record.reload()} />}
            {!asOf.value && <EditFacility facility={facility} onChange={() => record.reload()} />}
            <section class="facts"><dl>
              {facility.reason && <div class="fact"><dt>{w.facility.reason}</dt><dd>{facility.reason}</dd></div>}
              {facility.address && <div class="fact"><dt>{w.incident.fields.address}</dt><dd>{facility.address}</dd></div>}
              {facility.district && <div class="fact"><dt>{w.incident.fields.district}</dt><dd>{areaName(facility)}</dd></div>}
              {facility.capacity !== null && <div class="fact"><dt>{w.facilities.capacity}</dt><dd><Capacity facility={facility} /></dd></div>}
              {facility.updatedAt && <div class="fact"><dt>{w.incident.fields.updated}</dt><dd>{formatDateTime(facility.updatedAt, language.value)}</dd></div>}
              <div class="fact"><dt>{w.incident.fields.coordinates}</dt><dd class="figures">{formatCoordinates(facility.position)}</dd></div>
            </dl></section>
            <Readings facility={facility} />
            <StatusStrip facility={facility} />
            <LinkedIncidents facility={facility} />
            <NearbyIncidents facility={facility} />
            <FacilityHistory entries={facility.history ?? []} />
          </div>
        )}
    </article>
  );
}

function areaName(facility: Facility): string {
  const area = facility.district;
  if (!area) return words.value.incident.noDistrict;
  if (typeof area === 'string') return districtNames.value.get(area) ?? words.value.incident.noDistrict;
  return districtNames.value.get(area.id) ?? area.name;
}

function Capacity({ facility }: { facility: Facility }) {
  const capacity = facility.capacity ?? 0;
  if (facility.used === null) return <>{formatNumber(capacity, language.value)}</>;
  return (
    <>
      {words.value.facilities.used(formatNumber(facility.used, language.value), formatNumber(capacity, language.value))}
      <meter class="meter" min={0} max={Math.max(1, capacity)} value={facility.used} aria-label={words.value.facilities.capacity} />
    </>
  );
}

function LinkedIncidents({ facility }: { facility: Facility }) {
  const w = words.value.facilities;
  const linked = facility.incidents ?? [];
  return (
    <section class="block"><h2>{w.linked}</h2>
      {!linked.length && <p class="field-hint">{w.linkedNone}</p>}
      <ul class="choose">
        {linked.map((incident) => (
          <li key={incident.id}><button type="button" class="choose-item" onClick={() => openIncident(incident)}><Mark severity={incident.severity} state={incident.state} decorative /><span>{incident.title}</span></button></li>
        ))}
      </ul>
    </section>
  );
}

function FacilityHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const w = words.value;
  if (!entries.length) return null;
  const what = (entry: HistoryEntry): string => {
    const events = w.facilities.events;
    if (entry.kind === 'facility.defined') return events.defined;
    if (entry.kind === 'facility.status_changed') return events.status(statusName(String(entry.data['status'] ?? '')).toLowerCase());
    if (entry.kind === 'facility.capacity_changed') return events.capacity;
    return entry.kind === 'facility.limit_crossed' ? events.limit : w.incident.history.other;
  };
  return (
    <section class="history"><h2>{w.facilities.history}</h2>
      <ol>
        {[...entries].reverse().slice(0, 30).map((entry) => (
          <li key={entry.sequence}>
            <p><b>{!entry.actor || entry.actor === 'anonymous' ? w.incident.history.anonymous : entry.actor}</b> {what(entry)}</p>
            {typeof entry.data['reason'] === 'string' && <blockquote>{entry.data['reason']}</blockquote>}
            <time dateTime={entry.recordedAt}>{formatDateTime(entry.recordedAt, language.value)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
