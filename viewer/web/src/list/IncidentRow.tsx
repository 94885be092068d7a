import type { Incident } from '../api/types';
import { deadlineText } from '../format/deadline';
import { formatAge } from '../format/age';
import { knownSince } from '../format/knownSince';
import { stateName, typeName } from '../state/city';
import { now } from '../state/clock';
import { words } from '../state/prefs';
import { asOf } from '../state/view';
import { Mark } from '../ui/Mark';

export interface IncidentRowProps {
  incident: Incident;
  index: number;
  total: number;
  top: number;
  height: number;
  selected: boolean;
  current: boolean;
  hovered: boolean;
  /** Chosen for a command for many; null where nothing can be chosen. */
  chosen: boolean | null;
  onOpen: () => void;
  /** Chooses it or not; with `range` everything from the last chosen row to this one. */
  onChoose: (range: boolean) => void;
  onHover: (over: boolean) => void;
}

/** One incident in two lines: what and how old; where, which state, what needs a person. */
export function IncidentRow(props: IncidentRowProps) {
  const { incident, index } = props;
  const w = words.value;
  const at = asOf.value ? Date.parse(asOf.value) : now.value;
  const late = deadlineText(incident, at, w);
  const classes = ['row', props.selected && 'row-selected', props.current && 'row-current', props.hovered && 'row-hovered', !incident.open && 'row-done', props.chosen && 'row-chosen'];
  return (
    <div id={`row-${index}`} class={classes.filter(Boolean).join(' ')} role="option" aria-selected={props.selected} aria-checked={props.chosen ?? undefined} aria-posinset={index + 1} aria-setsize={props.total}
      style={{ transform: `translateY(${props.top}px)`, height: `${props.height}px` }} onClick={(event) => (event.shiftKey && props.chosen !== null ? props.onChoose(true) : props.onOpen())} onMouseEnter={() => props.onHover(true)} onMouseLeave={() => props.onHover(false)}
      data-incident={incident.id}>
      {props.chosen !== null && (
        <span class="row-check" title={w.bulk.keys.toggle} aria-hidden="true" onClick={(event) => { event.stopPropagation(); props.onChoose(event.shiftKey); }}>
          <i><svg viewBox="0 0 20 20"><path d="M4 10.5 8 14.5 16 5.5" /></svg></i>
        </span>
      )}
      <Mark severity={incident.severity} state={incident.state} overdue={late?.tone === 'late'} dueSoon={late?.tone === 'soon'} unacknowledged={!incident.acknowledged && incident.open} />
      <span class="row-main">
        <span class="row-line" title={incident.title}>
          <span class="row-title">{incident.title}</span>
          <span class="row-side">{formatAge(at - knownSince(incident, at, !!asOf.value), w.units)}</span>
        </span>
        <span class="row-line" title={incident.address ?? undefined}>
          <span class="row-sub">{typeName(incident.type)} · {incident.address || w.incident.noAddress}</span>
          <span class={late ? `row-side row-flag row-${late.tone}` : 'row-side'}>{late ? late.text : stateName(incident.state)}</span>
        </span>
      </span>
      {incident.exercise && <span class="row-exercise">{w.incident.exercise}</span>}
    </div>
  );
}
