import type { Incident } from '../../api/types';
import type { Theme } from '../style/palette';

const shapes: Readonly<Record<string, string>> = { InProgress: 'half', FixClaimed: 'ring', FixVerified: 'ring', Closed: 'tick', Rejected: 'tick' };

/** The name of the image of an incident's mark, as the style's own expression (`markImage`) makes it. */
export const markName = (incident: Pick<Incident, 'severity' | 'state' | 'overdue' | 'dueSoon'>, theme: Theme): string =>
  `mark|${theme}|${incident.severity}|${shapes[incident.state] ?? 'full'}|${incident.overdue ? 'overdue' : incident.dueSoon ? 'soon' : 'none'}`;
