import type { Incident } from '../api/types';
import { formatAge } from '../format/age';
import { deadlineText } from '../format/deadline';
import { districtName } from '../state/city';
import { now } from '../state/clock';
import { words } from '../state/prefs';
import { Mark } from '../ui/Mark';
import { newest, worst } from './wallData';

/** The newest incident, and the most severe of those open. */
export function WorstList() {
  const w = words.value.wall;
  const list = worst.value;
  return (
    <>
      <section class="wall-block"><h2>{w.newest}</h2><ul>{newest.value && <Line incident={newest.value} />}</ul></section>
      <section class="wall-block wall-worst"><h2>{w.worst}</h2>
        {list && !list.length ? <p>{w.none}</p> : <ul>{list?.map((incident) => <Line key={incident.id} incident={incident} />)}</ul>}
      </section>
    </>
  );
}

function Line({ incident }: { incident: Incident }) {
  const late = deadlineText(incident, now.value, words.value);
  const age = formatAge(now.value - Date.parse(incident.recordedAt), words.value.units);
  return (
    <li class="wall-line">
      <Mark severity={incident.severity} state={incident.state} overdue={late?.tone === 'late'} dueSoon={late?.tone === 'soon'} unacknowledged={!incident.acknowledged && incident.open} />
      <div><b>{incident.title}</b><p><span>{districtName(incident.district)}</span><span class={late ? `row-${late.tone}` : ''}>{late?.text ?? age}</span></p></div>
    </li>
  );
}
