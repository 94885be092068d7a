import { words } from '../state/prefs';
import { Mark } from '../ui/Mark';

/** What the marks of incidents say. */
export function Legend() {
  const w = words.value.layers;
  const rows = [
    { mark: <Mark severity={3} state="New" decorative />, text: w.legendStates.open },
    { mark: <Mark severity={3} state="InProgress" decorative />, text: w.legendStates.inProgress },
    { mark: <Mark severity={3} state="FixClaimed" decorative />, text: w.legendStates.fixClaimed },
    { mark: <Mark severity={3} state="Closed" decorative />, text: w.legendStates.done },
    { mark: <Mark severity={4} state="New" overdue decorative />, text: w.legendFlags.overdue },
    { mark: <Mark severity={4} state="New" dueSoon decorative />, text: w.legendFlags.dueSoon },
    { mark: <Mark severity={4} state="New" unacknowledged decorative />, text: w.legendFlags.unacknowledged },
  ];
  return (
    <section class="legend">
      <h3>{w.legend}</h3>
      <p class="legend-severity" aria-hidden="true">{[1, 2, 3, 4, 5].map((severity) => <Mark key={severity} severity={severity} state="New" decorative />)}</p>
      <p>{w.legendSeverity}</p>
      <ul>{rows.map((row) => <li key={row.text}>{row.mark}<span>{row.text}</span></li>)}</ul>
    </section>
  );
}
