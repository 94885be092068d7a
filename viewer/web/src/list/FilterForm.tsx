import { agencyNames } from '../state/agencies';
import { districtNames, districts, stateName, typeName } from '../state/city';
import { query, setQuery } from '../state/incidents';
import { visibleBounds } from '../map/mapHandle';
import { unit, words } from '../state/prefs';
import { useAsync } from '../ui/useAsync';
import { ageLabel } from './filterChips';
import { Choices } from './Choices';
import { PickOne } from './PickOne';

const states = ['New', 'Received', 'Assigned', 'InProgress', 'FixClaimed', 'FixVerified', 'Reopened', 'Closed', 'Rejected'];
const ages = ['maxAge PT1H', 'maxAge P1D', 'maxAge P7D', 'minAge P1D', 'minAge P7D', 'minAge P30D'] as const;

const toggle = <T,>(values: readonly T[], value: T): T[] => (values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);

/** Everything incidents can be filtered by. */
export function FilterForm() {
  const w = words.value.incident;
  const now = query.value;
  const agencies = useAsync('agencies', loadAgencies);
  return (
    <div class="filter-form">
      <Choices legend={w.fields.severity} items={[5, 4, 3, 2, 1]} name={(severity) => `${severity} · ${w.severities[severity as 1]}`} on={now.severities}
        onToggle={(severity) => setQuery({ severities: toggle(query.value.severities, severity) })} />
      <Choices legend={w.fields.state} items={states} name={stateName} on={now.states} onToggle={(state) => setQuery({ states: toggle(query.value.states, state) })} />
      <Attention />
      <Choices legend={words.value.list.age} items={ages} name={ageName} on={ages.filter(isAge)} onToggle={toggleAge} />
      <Choices legend={w.fields.type} items={Object.keys(w.types)} name={typeName} on={now.types} onToggle={(type) => setQuery({ types: toggle(query.value.types, type) })} />
      <PickOne label={w.fields.district} onPick={(id) => setQuery({ districts: [...new Set([...query.value.districts, id])] })}
        items={(districts.value ?? []).map((district) => ({ value: district.id, label: districtNames.value.get(district.id) ?? district.name }))} />
      <PickOne label={w.fields.agency} onPick={(agency) => setQuery({ agencies: [...new Set([...query.value.agencies, agency])] })}
        items={(agencies.value ?? []).map((agency) => ({ value: agency, label: agency }))} />
    </div>
  );
}

type Watch = 'mine' | 'inView' | 'overdue' | 'unacknowledged' | 'exercises' | 'noExercises';

function Attention() {
  const { incident, list, saved } = words.value;
  const now = query.value;
  const names: Record<Watch, string> = {
    mine: saved.mine, inView: saved.inView, overdue: incident.filters.overdue, unacknowledged: incident.filters.unacknowledged, exercises: list.exercises, noExercises: list.noExercises,
  };
  const on: Record<Watch, boolean> = {
    mine: unit.value !== '' && now.agencies.includes(unit.value), inView: now.box !== null, overdue: now.overdue === true, unacknowledged: now.acknowledged === false, exercises: now.exercise === true, noExercises: now.exercise === false,
  };
  // Nothing is mine before somebody said who they are.
  const all: Watch[] = [...(unit.value ? (['mine'] as const) : []), 'inView', 'overdue', 'unacknowledged', 'exercises', 'noExercises'];
  const flip = (watch: Watch): void => {
    if (watch === 'mine') setQuery({ agencies: toggle(query.value.agencies, unit.value) });
    else if (watch === 'inView') setQuery({ box: on.inView ? null : visibleBounds() });
    else if (watch === 'overdue') setQuery({ overdue: on.overdue ? null : true });
    else if (watch === 'unacknowledged') setQuery({ acknowledged: on.unacknowledged ? null : false });
    else setQuery({ exercise: on[watch] ? null : watch === 'exercises' });
  };
  return <Choices legend={list.attention} items={all} name={(watch) => names[watch]} on={all.filter((watch) => on[watch])} onToggle={flip} />;
}

type Age = (typeof ages)[number];
const parts = (age: Age): ['minAge' | 'maxAge', string] => age.split(' ') as ['minAge' | 'maxAge', string];
const ageName = (age: Age): string => ageLabel(...parts(age), words.value);

function isAge(age: Age): boolean {
  const [side, span] = parts(age);
  return query.value[side] === span;
}

function toggleAge(age: Age): void {
  const [side, span] = parts(age);
  setQuery({ [side]: query.value[side] === span ? '' : span });
}

/** A name with a comma cannot be told from two names in the query, so it is not offered. */
const loadAgencies = async (): Promise<string[]> => (await agencyNames()).filter((name) => !name.includes(','));
