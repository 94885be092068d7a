import { formatCompact, formatNumber } from '../format/number';
import { cityCounts, query, setQuery } from '../state/incidents';
import { language, words } from '../state/prefs';
import { view } from '../state/view';

/** The city's figures; each is a filter of the list and the map. */
export function CountFilters() {
  const w = words.value.counts;
  const counts = cityCounts.value;
  const now = query.value;
  const items = [
    { key: 'unacknowledged', label: w.unacknowledged, count: counts?.unacknowledged, on: now.acknowledged === false, tone: 'alert' },
    { key: 'overdue', label: w.overdue, count: counts?.overdue, on: now.overdue === true, tone: 'late' },
    { key: 'open', label: w.open, count: counts?.open, on: now.open === true && now.acknowledged === null && now.overdue === null, tone: 'plain' },
  ] as const;
  // Drills count nowhere, so a figure opens a list without them.
  const toggle = (key: (typeof items)[number]['key'], on: boolean): void => {
    view.value = 'work';
    const exercise = on ? null : false;
    if (key === 'open') setQuery({ open: on ? null : true, overdue: null, acknowledged: null, exercise });
    else if (key === 'overdue') setQuery({ overdue: on ? null : true, open: on ? null : true, acknowledged: null, exercise });
    else setQuery({ acknowledged: on ? null : false, open: on ? null : true, overdue: null, exercise });
  };
  return (
    <div class="counts" role="group" aria-label={w.label}>
      {items.map((item) => (
        <button type="button" key={item.key} class={`count count-${item.tone}`} aria-pressed={item.on} onClick={() => toggle(item.key, item.on)}
          title={item.count === undefined ? item.label : `${item.label}: ${formatNumber(item.count, language.value)} (${words.value.list.noExercises.toLowerCase()})`}>
          <b>{item.count === undefined ? '–' : formatCompact(item.count, language.value)}</b><span>{item.label}</span>
        </button>
      ))}
    </div>
  );
}
