import { clearQuery, hasFilter, query, setQuery } from '../state/incidents';
import { districtNames, districts, stateName, typeName } from '../state/city';
import { language, words } from '../state/prefs';
import type { IncidentQuery } from '../query/incidentQuery';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';

const states = ['New', 'Received', 'Assigned', 'InProgress', 'FixClaimed', 'FixVerified', 'Reopened', 'Closed', 'Rejected'];

/** The filters in force as chips that can be taken away, and the button that adds more. */
export function FilterBar() {
  const w = words.value.incident.filters;
  const chips = describe(query.value);
  return (
    <div class="filters" role="group" aria-label={w.label}>
      <Popover label={w.label} class="chip chip-add" button={<><Icon name="filter" size={16} />{w.add}</>}>{() => <FilterForm />}</Popover>
      {chips.map((chip) => (
        <button type="button" class="chip chip-on" key={chip.key} aria-label={w.remove(chip.label)} title={w.remove(chip.label)} onClick={() => setQuery(chip.without)}>
          {chip.label}<Icon name="close" size={14} />
        </button>
      ))}
      {hasFilter.value && chips.length > 1 && <button type="button" class="chip chip-clear" onClick={clearQuery}>{w.clear}</button>}
    </div>
  );
}

interface Chip { key: string; label: string; without: Partial<IncidentQuery> }

function describe(now: IncidentQuery): Chip[] {
  const w = words.value.incident;
  const chips: Chip[] = [];
  const add = (key: string, label: string, without: Partial<IncidentQuery>): number => chips.push({ key, label, without });
  if (now.text.trim()) add('q', w.filters.text(now.text.trim()), { text: '' });
  if (now.open !== null) add('open', now.open ? w.filters.open : w.filters.closed, { open: null });
  if (now.overdue !== null) add('overdue', w.filters.overdue, { overdue: null });
  if (now.acknowledged !== null) add('ack', now.acknowledged ? w.flags.acknowledged : w.filters.unacknowledged, { acknowledged: null });
  for (const severity of now.severities) add(`s${severity}`, w.severityOf(severity), { severities: now.severities.filter((other) => other !== severity) });
  for (const type of now.types) add(type, typeName(type), { types: now.types.filter((other) => other !== type) });
  for (const state of now.states) add(state, stateName(state), { states: now.states.filter((other) => other !== state) });
  for (const id of now.districts) add(id, districtNames.value.get(id) ?? w.fields.district, { districts: now.districts.filter((other) => other !== id) });
  return chips;
}

const toggle = <T,>(values: readonly T[], value: T): T[] => (values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);

function FilterForm() {
  const w = words.value.incident;
  const now = query.value;
  const types = Object.keys(w.types);
  return (
    <div class="filter-form">
      <Choices legend={w.fields.severity} items={[5, 4, 3, 2, 1]} name={(severity) => `${severity} · ${w.severities[severity as 1]}`} on={now.severities}
        onToggle={(severity) => setQuery({ severities: toggle(query.value.severities, severity) })} />
      <Choices legend={w.fields.state} items={states} name={stateName} on={now.states} onToggle={(state) => setQuery({ states: toggle(query.value.states, state) })} />
      <Choices legend={w.fields.type} items={types} name={typeName} on={now.types} onToggle={(type) => setQuery({ types: toggle(query.value.types, type) })} />
      {(districts.value?.length ?? 0) > 0 && (
        <label class="field"><span>{w.fields.district}</span>
          <select value="" onChange={(event) => { if (event.currentTarget.value) setQuery({ districts: [...new Set([...query.value.districts, event.currentTarget.value])] }); }}>
            <option value="">{words.value.facilities.all}</option>
            {[...(districts.value ?? [])].sort((a, b) => a.name.localeCompare(b.name, language.value)).map((district) => (
              <option key={district.id} value={district.id}>{districtNames.value.get(district.id)}</option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function Choices<T extends string | number>(props: { legend: string; items: readonly T[]; name: (item: T) => string; on: readonly T[]; onToggle: (item: T) => void }) {
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      <div>{props.items.map((item) => <button type="button" class="chip" key={item} aria-pressed={props.on.includes(item)} onClick={() => props.onToggle(item)}>{props.name(item)}</button>)}</div>
    </fieldset>
  );
}
