import { words } from '../state/prefs';

export interface MarkProps {
  severity: number;
  state: string;
  overdue?: boolean;
  dueSoon?: boolean;
  unacknowledged?: boolean;
  /** Hidden from readers when the same is said in words beside it. */
  decorative?: boolean;
}

const shapes: Record<string, string> = { InProgress: 'half', FixClaimed: 'ring', FixVerified: 'ring', Closed: 'tick', Rejected: 'tick' };

/** An incident's mark as on the map: the number is the severity, the shape the state, the corner clock the deadline. */
export function Mark(props: MarkProps) {
  const { severity, state, overdue, dueSoon, unacknowledged, decorative } = props;
  const shape = shapes[state] ?? 'full';
  const label = decorative ? {} : { role: 'img' as const, 'aria-label': words.value.incident.severityOf(severity) };
  return (
    <span class={`mark mark-${shape} sev-${severity}${unacknowledged ? ' mark-halo' : ''}`} {...label} aria-hidden={decorative ? 'true' : undefined}>
      {shape === 'tick' ? <svg viewBox="0 0 20 20"><path d="M5 10.5 8.6 14 15 6.5" /></svg> : severity}
      {(overdue || dueSoon) && <i class={overdue ? 'notch notch-late' : 'notch'}><svg viewBox="0 0 12 12"><path d="M6 3v3.2l2 1.2" /></svg></i>}
    </span>
  );
}
