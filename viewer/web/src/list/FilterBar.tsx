import { clearQuery, hasFilter, query, setQuery } from '../state/incidents';
import { districtNames, stateName, typeName } from '../state/city';
import { language, unit, words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';
import { filterChips } from './filterChips';
import { FilterForm } from './FilterForm';

/** The filters in force as chips that can be taken away, and the button that adds more. */
export function FilterBar() {
  const w = words.value.incident.filters;
  const district = (id: string): string => districtNames.value.get(id) ?? words.value.incident.fields.district;
  const chips = filterChips(query.value, { type: typeName, state: stateName, district, agency: (name) => (name === unit.value ? words.value.saved.mineIs(name) : name), language: language.value }, words.value);
  return (
    <div class="filters" role="group" aria-label={w.label}>
      <Popover label={w.label} class="chip chip-add" button={<><Icon name="filter" size={16} />{w.add}</>}>{() => <FilterForm />}</Popover>
      {chips.map((chip) => (
        <button type="button" class="chip chip-on" key={chip.key} aria-label={w.remove(chip.label)} title={w.remove(chip.label)} onClick={() => setQuery(chip.without)}>
          <span class="chip-text">{chip.label}</span><Icon name="close" size={14} />
        </button>
      ))}
      {hasFilter.value && chips.length > 1 && <button type="button" class="chip chip-clear" onClick={clearQuery}>{w.clear}</button>}
    </div>
  );
}
