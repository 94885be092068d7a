import { useEffect } from 'preact/hooks';
import { formatNumber } from '../format/number';
import { atTop, clearQuery, hasFilter, list, loadIncidents, loadMore, showWaiting, sort, waiting } from '../state/incidents';
import { language, words } from '../state/prefs';
import type { IncidentSort } from '../query/incidentQuery';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { Icon } from '../ui/Icon';
import { Skeleton } from '../ui/Skeleton';
import { BulkBar } from './bulk/BulkBar';
import { ViewsMenu } from '../views/ViewsMenu';
import { ExportMenu } from './ExportMenu';
import { FilterBar } from './FilterBar';
import { IncidentRows } from './IncidentRows';

/** The work list: filters as chips, sorted, live, virtualised. */
export function IncidentList() {
  const w = words.value.incident;
  const { items, matched, loading, error } = list.value;
  useEffect(() => () => { atTop.value = true; }, []);
  return (
    <section class="list" aria-labelledby="list-title" id="list">
      <header class="list-head">
        <h1 id="list-title">{w.listTitle}</h1>
        <span class="list-count" role="status">{loading === 'first' && !items.length ? '' : w.matched(formatNumber(matched, language.value))}</span>
        <SortSelect />
        <ViewsMenu />
        <ExportMenu />
      </header>
      <FilterBar />
      {waiting.value.length > 0 && (
        <button type="button" class="waiting" onClick={showWaiting}><Icon name="chevron" size={16} />{w.newOnes(formatNumber(waiting.value.length, language.value))}</button>
      )}
      {error !== null && !items.length ? <ErrorState error={error} retry={() => void loadIncidents()} />
        : loading === 'first' && !items.length ? <Skeleton rows={12} />
        : !items.length ? <Nothing />
        : <IncidentRows items={items} dim={loading === 'first'} onEnd={() => void loadMore()} />}
      {loading === 'more' && <p class="list-more" role="status">{words.value.loadingMore}</p>}
      <BulkBar />
    </section>
  );
}

function Nothing() {
  const w = words.value.incident.empty;
  if (!hasFilter.value) return <EmptyState icon="inbox" title={w.none} hint={w.noneHint} />;
  return (
    <EmptyState icon="filter" title={w.filtered} hint={w.filteredHint}>
      <button type="button" class="button" onClick={clearQuery}>{words.value.incident.filters.clear}</button>
    </EmptyState>
  );
}

function SortSelect() {
  const w = words.value.incident.sort;
  const options: Array<[IncidentSort, string]> = [['-recordedAt', w.newest], ['recordedAt', words.value.list.oldest], ['-severity', w.severity], ['dueAt', w.deadline], ['-updatedAt', w.updated]];
  return (
    <label class="sort" title={w.label}>
      <Icon name="sort" size={16} /><span class="visually-hidden">{w.label}</span>
      <select value={sort.value} onChange={(event) => (sort.value = event.currentTarget.value as IncidentSort)}>
        {options.map(([value, label]) => <option key={value} value={value}>{label}</option>)}
      </select>
    </label>
  );
}
