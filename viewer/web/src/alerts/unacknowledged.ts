import type { Incident, IncidentPage } from '../api/types';
import { request } from '../api/request';

/** The worst first, and of the same severity the one that has waited longest. */
export async function unacknowledged(most: number, exercises: boolean): Promise<Incident[]> {
  const found: Incident[] = [];
  for (let severity = 5; severity >= 1 && found.length < most; severity--) {
    const params = new URLSearchParams({ open: 'true', acknowledged: 'false', severities: String(severity), sort: 'recordedAt', limit: String(most - found.length) });
    if (!exercises) params.set('exercise', 'false');
    found.push(...(await request<IncidentPage>(`/api/incidents?${params}`)).items);
  }
  return found;
}
