import type { Words } from '../i18n/words';
import type { IncidentQuery } from '../query/incidentQuery';

export interface FilterNames { type: (code: string) => string; state: (code: string) => string; district: (id: string) => string }

/** A query in words, for a reader who sees no chips; empty for no filter. */
export function filterText(query: IncidentQuery, names: FilterNames, words: Words): string {
  const parts: string[] = [];
  const list = (values: string[]): void => { if (values.length) parts.push(values.join(', ')); };
  if (query.overdue) parts.push(words.counts.overdue);
  if (query.acknowledged === false) parts.push(words.counts.unacknowledged);
  if (query.open && !query.overdue && query.acknowledged !== false) parts.push(words.counts.open);
  list(query.types.map(names.type));
  list(query.states.map(names.state));
  list(query.severities.map((severity) => words.incident.severityOf(severity)));
  list(query.districts.map(names.district));
  if (query.text.trim()) parts.push(`“${query.text.trim()}”`);
  return parts.join(' · ');
}
