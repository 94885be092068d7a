import type { IncidentPage } from '../../api/types';
import { request } from '../../api/request';
import { queryParams } from '../../query/incidentQuery';
import { explain } from '../../state/explain';
import { query, sort } from '../../state/incidents';
import { showToast } from '../../state/toasts';
import { mostSelected, selection } from './selection';

/** Chooses everything the list matches, in its order, up to the limit: also what has not been scrolled to yet. When that fails nothing else is chosen, and it says so. */
export async function selectMatched(): Promise<void> {
  const params = queryParams(query.value);
  params.set('sort', sort.value);
  params.set('limit', String(mostSelected));
  try {
    const page = await request<IncidentPage>(`/api/incidents?${params}`);
    selection.value = new Map(page.items.map((incident) => [incident.id, incident]));
  } catch (error) {
    showToast({ text: explain(error), tone: 'bad', topic: 'select' });
  }
}
