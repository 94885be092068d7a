import { formatClock, formatDateTime } from '../format/dateTime';
import { districtName, info, stateName, typeName } from '../state/city';
import { feed } from '../state/feed';
import { query } from '../state/incidents';
import { language, words } from '../state/prefs';
import { asOf } from '../state/view';
import { filterText } from './filterText';

/** What a sheet of paper must say by itself: whose figures, of when, filtered how, from where. */
export function PrintHeader({ title, filtered }: { title: string; filtered: boolean }) {
  const w = words.value.aids.printed;
  const printed = formatDateTime(Date.now(), language.value);
  const connection = feed.value.connection;
  const filter = filterText(query.value, { type: typeName, state: stateName, district: (id) => districtName({ id, name: id }), language: language.value }, words.value);
  return (
    <header class="print-head">
      <p><b>CityMap</b>{info.value ? ` · ${info.value.name}` : ''}{info.value?.illustrative ? ` · ${words.value.illustrative}` : ''}</p>
      {title && <h1>{title}</h1>}
      <p>{asOf.value ? w.asOf(formatDateTime(asOf.value, language.value), printed) : w.now(printed)}</p>
      {'since' in connection && <p><b>{w.stale(formatClock(connection.since))}</b></p>}
      {filtered && <p>{w.filter}: {filter || w.noFilter}</p>}
      <p>{w.source}: {location.href}</p>
    </header>
  );
}
