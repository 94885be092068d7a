import type { Incident } from '../api/types';
import { deadlineText } from '../format/deadline';
import { formatAge } from '../format/age';
import { knownSince } from '../format/knownSince';
import { stateName, typeName } from '../state/city';
import { now } from '../state/clock';
import { words } from '../state/prefs';
import { asOf } from '../state/view';
import { Icon } from '../ui/Icon';
import { Mark } from '../ui/Mark';
import { typeIcon } from '../ui/typeIcon';

/** Title, and at one glance: type, severity, state, deadline. */
export function Headline({ incident }: { incident: Incident }) {
  const w = words.value;
  const at = asOf.value ? Date.parse(asOf.value) : now.value;
  const late = deadlineText(incident, at, w);
  const severity = w.incident.severities[incident.severity as 1] ?? '';
  return (
    <header class="headline">
      <Mark severity={incident.severity} state={incident.state} overdue={incident.overdue} dueSoon={incident.dueSoon} unacknowledged={!incident.acknowledged && incident.open} decorative />
      <div>
        <h1>{incident.title}</h1>
        <p class="headline-tags">
          <span class="tag"><Icon name={typeIcon(incident.type)} size={16} />{typeName(incident.type)}</span>
          <span class={`tag tag-sev sev-ink-${incident.severity}`}>{w.incident.severityOf(incident.severity)} · {severity}</span>
          <span class={`tag tag-state${incident.open ? '' : ' tag-done'}`}>{stateName(incident.state)}</span>
          {late && <span class={`tag tag-${late.tone}`}><Icon name="clock" size={16} />{late.text}</span>}
          {!incident.acknowledged && incident.open && <span class="tag tag-unacknowledged"><Icon name="eye" size={16} />{w.incident.flags.unacknowledged}</span>}
          {incident.exercise && <span class="tag tag-exercise">{w.incident.exercise}</span>}
        </p>
        <p class="headline-age">{w.incident.times.ago(formatAge(at - knownSince(incident, at, !!asOf.value), w.units))}</p>
      </div>
    </header>
  );
}
