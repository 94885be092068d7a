import { useMemo, useState } from 'preact/hooks';
import type { District } from '../api/types';
import { formatNumber } from '../format/number';
import { districts, loadCity } from '../state/city';
import { language, words } from '../state/prefs';
import { detail, openDistrict } from '../state/view';
import { flyToBounds } from '../map/mapHandle';
import { EmptyState } from '../ui/EmptyState';
import { Skeleton } from '../ui/Skeleton';
import { ErrorState } from '../ui/ErrorState';
import { cityError } from '../state/city';
import { Segmented } from '../ui/Segmented';
import { CompareView } from '../shell/lazyParts';
import { SeverityBar } from './SeverityBar';

/** The districts, those with most to do first; or all of them side by side. */
export function DistrictList() {
  const w = words.value.districts;
  const all = districts.value;
  const shown = useMemo(() => [...(all ?? [])].sort((a, b) => b.counts.overdue - a.counts.overdue || b.counts.open - a.counts.open || a.name.localeCompare(b.name, 'vi')), [all]);
  const [mode, setMode] = useState<'list' | 'compare'>('list');
  const modes = words.value.trends.modes;
  const selected = detail.value?.kind === 'district' ? detail.value.id : null;
  return (
    <section class="list" aria-labelledby="list-title" id="list">
      <header class="list-head"><h1 id="list-title">{w.title}</h1><span class="list-count" role="status">{all ? w.matched(formatNumber(shown.length, language.value)) : ''}</span>
        <div class="list-modes"><Segmented label={modes.label} value={mode} options={[{ value: 'list', label: modes.list }, { value: 'compare', label: modes.compare }]} onChange={setMode} /></div></header>
      {cityError.value !== null && !all ? <ErrorState error={cityError.value} retry={() => void loadCity()} />
        : !all ? <Skeleton rows={8} />
        : !shown.length ? <EmptyState icon="area" title={w.empty} hint={w.emptyHint} />
        : mode === 'compare' ? <CompareView districts={shown} />
        : <ul class="rows">{shown.map((district) => <li key={district.id}><Row district={district} selected={district.id === selected} /></li>)}</ul>}
    </section>
  );
}

export function districtTitle(district: District): string {
  const kinds = words.value.districts.kinds;
  const name = (language.value === 'en' && district.nameEn) || district.name;
  const kind = district.kind in kinds ? kinds[district.kind as keyof typeof kinds] : '';
  if (!kind || name.toLowerCase().includes(kind.toLowerCase())) return name;
  return language.value === 'vi' ? `${kind} ${name}` : `${name} ${kind.toLowerCase()}`;
}

function Row({ district, selected }: { district: District; selected: boolean }) {
  const w = words.value.districts;
  const { open, overdue, bySeverity } = district.counts;
  return (
    <button type="button" class={`row row-button row-district${selected ? ' row-selected' : ''}`} onClick={() => { openDistrict(district.id); flyToBounds(district.bounds); }}>
      <span class="row-main"><span class="row-title">{districtTitle(district)}</span><SeverityBar counts={bySeverity} /></span>
      <span class="row-numbers"><span><b>{formatNumber(open, language.value)}</b> {w.open}</span>
        <span class={overdue ? 'late' : 'quiet'}><b>{formatNumber(overdue, language.value)}</b> {w.overdue}</span></span>
    </button>
  );
}
