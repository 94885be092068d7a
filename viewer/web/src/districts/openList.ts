import { emptyQuery, type IncidentQuery } from '../query/incidentQuery';
import { query } from '../state/incidents';
import { closeDetail, view } from '../state/view';

/** Shows the incidents behind a figure of a district: the open ones, unless the figure is about others. No figure counts drills. */
export function openList(district: string, part: Partial<IncidentQuery> = {}): void {
  query.value = { ...emptyQuery, open: true, exercise: false, districts: [district], ...part };
  view.value = 'work';
  closeDetail();
}
