import { useEffect, useState } from 'preact/hooks';
import type { District, Incident } from '../api/types';
import { request } from '../api/request';
import { formatAge } from '../format/age';
import { formatNumber } from '../format/number';
import { stateName, typeName } from '../state/city';
import { now } from '../state/clock';
import { facilities } from '../state/facilities';
import { onFeed } from '../state/feed';
import type { IncidentQuery } from '../query/incidentQuery';
import { language, words } from '../state/prefs';
import { asOf, closeDetail, openFacility, openIncident } from '../state/view';
import { FacilityIcon } from '../facilities/FacilityIcon';
import { facilityName } from '../facilities/names';
import { StatusPill } from '../facilities/StatusPill';
import { ErrorState } from '../ui/ErrorState';
import { Icon } from '../ui/Icon';
import { PanelHead } from '../ui/PanelHead';
import { Skeleton } from '../ui/Skeleton';
import { useAsync } from '../ui/useAsync';
import { ChangesBlock } from './ChangesBlock';
import { CountBars } from './CountBars';
import { districtTitle } from './DistrictList';
import { openList as openListOf } from './openList';
import { ThresholdForm } from './ThresholdForm';
import { TrendBlock } from './TrendBlock';

/** One district: what is open, how bad, how old, and what is broken there. Every number opens its list. */
export function DistrictDetail({ id }: { id: string }) {
  const w = words.value;
  const past = asOf.value ? `?asOf=${encodeURIComponent(asOf.value)}` : '';
  const record = useAsync<District>(`${id}${past}`, () => request(`/api/districts/${encodeURIComponent(id)}${past}`));
  const [remote, setRemote] = useState(0);
  const district = record.value;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onFeed((messages) => {
      const mine = messages.some((message) => message.kind === 'reload' || (message.kind === 'incident' && message.incident.district?.id === id));
      if (mine) timer ??= setTimeout(() => { timer = undefined; setRemote((n) => n + 1); }, 1000);
    });
    return () => { stop(); clearTimeout(timer); };
  }, [id]);
  useEffect(() => { if (remote) record.reload(); }, [remote]);
  const openList = (part: Partial<IncidentQuery>): void => openListOf(id, part);
  return (
    <article class="detail" aria-label={w.districts.title}>
      <PanelHead label={w.districts.title} onClose={closeDetail} />
      {record.error !== null && !district ? <ErrorState error={record.error} retry={record.reload} />
        : !district ? <Skeleton rows={6} />
        : (
          <div class="detail-body">
            <header class="headline"><div><h1>{districtTitle(district)}</h1></div></header>
            <div class="figures-row">
              <Figure value={district.counts.open} label={w.counts.open} onClick={() => openList({})} />
              <Figure value={district.counts.overdue} label={w.counts.overdue} tone={district.counts.overdue ? 'late' : ''} onClick={() => openList({ overdue: true })} />
              <Figure value={district.counts.unacknowledged} label={w.counts.unacknowledged} onClick={() => openList({ acknowledged: false })} />
            </div>
            <TrendBlock district={district} turn={remote} />
            {!asOf.value && <ChangesBlock district={district} turn={remote} />}
            <Oldest district={district} />
            <CountBars title={w.districts.bySeverity} byKey counts={district.counts.bySeverity} name={(key) => `${key} · ${w.incident.severities[Number(key) as 1] ?? ''}`}
              tone={(key) => `sev-${key}`} onOpen={(key) => openList({ severities: [Number(key)] })} />
            <CountBars title={w.districts.byState} counts={district.counts.byState} name={stateName} beside={(key) => key === 'Closed' || key === 'Rejected'} onOpen={(key) => openList({ open: null, states: [key] })} />
            <CountBars title={w.districts.byType} counts={district.counts.byType} name={typeName} onOpen={(key) => openList({ types: [key] })} />
            <Trouble district={district} />
            {!asOf.value && <ThresholdForm district={district} onChange={record.reload} />}
          </div>
        )}
    </article>
  );
}

function Figure({ value, label, tone = '', onClick }: { value: number; label: string; tone?: string; onClick: () => void }) {
  return <button type="button" class={`figure ${tone}`} onClick={onClick} title={words.value.districts.showList}><b>{formatNumber(value, language.value)}</b><span>{label}</span></button>;
}

function Oldest({ district }: { district: District }) {
  const w = words.value;
  const oldest = district.oldestOpen;
  const past = asOf.value ? `?asOf=${encodeURIComponent(asOf.value)}` : '';
  const incident = useAsync<Incident | null>(`${oldest?.id ?? ''}${past}`, () => (oldest ? request(`/api/incidents/${encodeURIComponent(oldest.id)}${past}`) : Promise.resolve(null)));
  if (!oldest) return <p class="field-hint">{w.districts.noneOpen}</p>;
  const at = asOf.value ? Date.parse(asOf.value) : now.value;
  return (
    <section class="block"><h2>{w.districts.oldest}</h2>
      {incident.value && (
        <button type="button" class="choose-item" onClick={() => { if (incident.value) openIncident(incident.value); }}>
          <Icon name="clock" /><span>{incident.value.title}</span><small>{formatAge(at - Date.parse(oldest.recordedAt), w.units)}</small>
        </button>
      )}
    </section>
  );
}

function Trouble({ district }: { district: District }) {
  const w = words.value;
  const here = (facilities.value ?? []).filter((facility) => {
    const area = typeof facility.district === 'string' ? facility.district : facility.district?.id;
    return area === district.id && (facility.inTrouble || facility.status === 'Down' || facility.status === 'Degraded');
  });
  if (!here.length) return null;
  return (
    <section class="block"><h2>{w.districts.trouble}</h2>
      <ul class="choose">
        {here.map((facility) => <li key={facility.id}><button type="button" class="choose-item" onClick={() => openFacility(facility)}><FacilityIcon kind={facility.kind} /><span>{facilityName(facility)}</span><StatusPill status={facility.status} /></button></li>)}
      </ul>
    </section>
  );
}
