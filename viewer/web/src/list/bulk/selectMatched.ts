import type { IncidentPage } from '../../api/types';
import { request } from '../../api/request';
import { queryParams } from '../../query/incidentQuery';
import { query, sort } from '../../state/incidents';
import { mostSelected, selection } from './selection';

/** Chooses everything the list matches, in its order, up to the limit: also what has not been scrolled to yet. */
export async function selectMatched(): Promise<void> {
  const params = queryParams(query.value);
  params.set('sort', sort.value);
  params.set('limit', String(mostSelected));
  const page = await request<IncidentPage>(`/api/incidents?${params}`);
  selection.value = new Map(page.items.map((incident) => [incident.id, incident]));
}
