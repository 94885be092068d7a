import type { IncidentCounts } from '../api/types';
import { request } from '../api/request';
import { language } from './prefs';

/** The agencies and units that have something to do, in the reader's order. */
export async function agencyNames(): Promise<string[]> {
  const counts = await request<IncidentCounts>('/api/incidents/counts?by=agency');
  const names = counts.rows.map((row) => row['agency']).filter((name): name is string => typeof name === 'string' && name !== '');
  return names.sort((a, b) => a.localeCompare(b, language.value));
}
