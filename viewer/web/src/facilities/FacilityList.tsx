import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Facility } from '../api/types';
import { formatNumber } from '../format/number';
import { useVirtual } from '../list/useVirtual';
import { facilities, facilitiesError, facilityKind, facilityStatus, loadFacilities } from '../state/facilities';
import { language, words } from '../state/prefs';
import { detail, openFacility } from '../state/view';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { Skeleton } from '../ui/Skeleton';
import { FacilityIcon } from './FacilityIcon';
import { facilityName, kindName, statusName } from './names';
import { StatusPill } from './StatusPill';

const worst: Record<string, number> = { Down: 0, Degraded: 1, Unknown: 2, Working: 3 };

/** Facilities, those in trouble first; filtered by kind and status. */
export function FacilityList() {
  const w = words.value.facilities;
  const all = facilities.value;
  const kinds = useMemo(() => [...new Set((all ?? []).map((facility) => facility.kind))].sort((a, b) => kindName(a).localeCompare(kindName(b), language.value)), [all, language.value]);
  const shown = useMemo(() => (all ?? [])
    .filter((facility) => (!facilityKind.value || facility.kind === facilityKind.value) && (!facilityStatus.value || facility.status === facilityStatus.value))
    .sort((a, b) => (worst[a.status] ?? 2) - (worst[b.status] ?? 2) || facilityName(a).localeCompare(facilityName(b), language.value)), [all, facilityKind.value, facilityStatus.value, language.value]);
  return (
    <section class="list" aria-labelledby="list-title" id="list">
      <header class="list-head"><h1 id="list-title">{w.title}</h1><span class="list-count" role="status">{all ? w.matched(formatNumber(shown.length, language.value)) : ''}</span></header>
      <div class="filters" role="group" aria-label={words.value.incident.filters.label}>
        <label class="select-chip"><span class="visually-hidden">{words.value.incident.fields.type}</span>
          <select value={facilityKind.value ?? ''} onChange={(event) => (facilityKind.value = event.currentTarget.value || null)}>
            <option value="">{w.all}</option>
            {kinds.map((kind) => <option key={kind} value={kind}>{kindName(kind)}</option>)}
          </select>
        </label>
        {(['Down', 'Degraded', 'Working'] as const).map((status) => (
          <button type="button" class="chip" key={status} aria-pressed={facilityStatus.value === status} onClick={() => (facilityStatus.value = facilityStatus.value === status ? null : status)}>{statusName(status)}</button>
        ))}
      </div>
      {facilitiesError.value !== null && !all ? <ErrorState error={facilitiesError.value} retry={() => void loadFacilities()} />
        : !all ? <Skeleton rows={10} />
        : !shown.length ? <EmptyState icon="facility" title={w.empty} hint={w.emptyHint} />
        : <Rows items={shown} />}
    </section>
  );
}

function Rows({ items }: { items: readonly Facility[] }) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtual(box, items.length, 44);
  useEffect(() => { if (box.current) box.current.scrollTop = 0; }, [facilityKind.value, facilityStatus.value]);
  const selected = detail.value?.kind === 'facility' ? detail.value.id : null;
  return (
    <div class="rows" ref={box}>
      <ul class="rows-space" style={{ height: `${items.length * virtual.rowHeight}px` }}>
        {items.slice(virtual.first, virtual.last + 1).map((facility, at) => (
          <li key={facility.id} class="row-item" style={{ transform: `translateY(${(virtual.first + at) * virtual.rowHeight}px)`, height: `${virtual.rowHeight}px` }}>
            <button type="button" class={`row row-button${facility.id === selected ? ' row-selected' : ''}`} onClick={() => openFacility(facility)}>
              <FacilityIcon kind={facility.kind} status={facility.status} />
              <span class="row-main"><span class="row-title">{facilityName(facility)}</span><span class="row-sub">{kindName(facility.kind)}{facility.address ? ` · ${facility.address}` : ''}</span></span>
              {facility.status !== 'Working' && <StatusPill status={facility.status} />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
