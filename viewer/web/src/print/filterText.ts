import type { Words } from '../i18n/words';
import { ageLabel, sinceLabel, type FilterNames } from '../list/filterChips';
import { sinces, type IncidentQuery } from '../query/incidentQuery';

/** A query in words, for a reader who sees no chips; empty for no filter. */
export function filterText(query: IncidentQuery, names: FilterNames, words: Words): string {
  const parts: string[] = [];
  const list = (values: string[]): void => { if (values.length) parts.push(values.join(', ')); };
  if (query.overdue) parts.push(words.counts.overdue);
  if (query.acknowledged === false) parts.push(words.counts.unacknowledged);
  if (query.open && !query.overdue && query.acknowledged !== false) parts.push(words.counts.open);
  if (query.exercise !== null) parts.push(query.exercise ? words.list.exercises : words.list.noExercises);
  if (query.box) parts.push(words.saved.inView);
  if (query.maxAge) parts.push(ageLabel('maxAge', query.maxAge, words));
  if (query.minAge) parts.push(ageLabel('minAge', query.minAge, words));
  for (const since of sinces) if (query[since]) parts.push(sinceLabel(since, query[since], names.language ?? 'vi', words));
  list(query.types.map(names.type));
  list(query.states.map(names.state));
  list(query.severities.map((severity) => words.incident.severityOf(severity)));
  list(query.districts.map(names.district));
  list(query.agencies);
  if (query.text.trim()) parts.push(`“${query.text.trim()}”`);
  return parts.join(' · ');
}
