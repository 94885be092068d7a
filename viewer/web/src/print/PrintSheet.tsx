import type { District, Facility, Incident } from '../api/types';
import { districtTitle } from '../districts/DistrictList';
import { facilityName } from '../facilities/names';
import { formatDateTime } from '../format/dateTime';
import { formatNumber } from '../format/number';
import { districtName, districts, stateName, typeName } from '../state/city';
import { facilities } from '../state/facilities';
import { list } from '../state/incidents';
import { language, theme, words } from '../state/prefs';
import { detail, view } from '../state/view';
import { PrintHeader } from './PrintHeader';
import { PrintTable } from './PrintTable';
import { printing } from './printing';

/** The page on paper: a head, the map in view, and the list as a table. What is open beside the map follows as it stands. */
export function PrintSheet() {
  const now = printing.value;
  if (!now) return null;
  const w = words.value;
  const open = detail.value;
  const number = (value: number): string => formatNumber(value, language.value);
  return (
    <div class={`print-sheet${open || !tables.includes(view.value) ? ' print-panel' : ''}`}>
      <PrintHeader title={open ? '' : w.views[view.value as 'work'] ?? ''} filtered={!open && (view.value === 'work' || view.value === 'map')} />
      {now.map && <figure class={`print-map${theme.value === 'night' ? ' print-night' : ''}`}><img src={now.map} alt={w.aids.printed.map} /></figure>}
      {!open && (view.value === 'work' || view.value === 'map') && (
        <>
          <p>{w.aids.printed.rows(number(list.value.items.length), number(list.value.matched))}</p>
          <PrintTable<Incident> columns={incidentColumns()} items={list.value.items} />
        </>
      )}
      {!open && view.value === 'districts' && <PrintTable<District> columns={districtColumns(number)} items={districts.value ?? []} />}
      {!open && view.value === 'facilities' && <PrintTable<Facility> columns={facilityColumns()} items={facilities.value ?? []} />}
    </div>
  );
}

/** Views whose lists are written as tables; any other prints as it stands. */
const tables: readonly string[] = ['map', 'work', 'districts', 'facilities'];

function incidentColumns() {
  const c = words.value.aids.printed.columns;
  const time = (value: string | null): string => (value ? formatDateTime(value, language.value) : '');
  return [
    { title: c.severity, numeric: true, cell: (item: Incident) => String(item.severity) },
    { title: c.title, cell: (item: Incident) => item.title },
    { title: c.type, cell: (item: Incident) => typeName(item.type) },
    { title: c.state, cell: (item: Incident) => stateName(item.state) },
    { title: c.place, cell: (item: Incident) => item.address ?? districtName(item.district) },
    { title: c.reported, cell: (item: Incident) => time(item.recordedAt) },
    { title: c.due, cell: (item: Incident) => time(item.dueAt) },
  ];
}

function districtColumns(number: (value: number) => string) {
  const { counts, aids } = words.value;
  return [
    { title: aids.printed.columns.name, cell: (item: District) => districtTitle(item) },
    { title: counts.open, numeric: true, cell: (item: District) => number(item.counts.open) },
    { title: counts.overdue, numeric: true, cell: (item: District) => number(item.counts.overdue) },
    { title: counts.unacknowledged, numeric: true, cell: (item: District) => number(item.counts.unacknowledged) },
  ];
}

function facilityColumns() {
  const c = words.value.aids.printed.columns;
  const statuses = words.value.facilities.statuses as Record<string, string>;
  return [
    { title: c.name, cell: (item: Facility) => facilityName(item) },
    { title: c.status, cell: (item: Facility) => statuses[item.status] ?? '' },
    { title: c.place, cell: (item: Facility) => item.address ?? '' },
  ];
}
