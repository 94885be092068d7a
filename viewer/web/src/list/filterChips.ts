import { formatAge } from '../format/age';
import { formatDateTime } from '../format/dateTime';
import type { Language } from '../i18n/words';
import type { Words } from '../i18n/words';
import { sinces, type IncidentQuery } from '../query/incidentQuery';
import { spanMilliseconds } from '../query/span';

/** One condition in words, and the query without it. */
export interface FilterChip { key: string; label: string; without: Partial<IncidentQuery> }

export interface FilterNames { type: (code: string) => string; state: (code: string) => string; district: (id: string) => string; agency?: (name: string) => string; language?: Language }

/** A query as conditions that can be taken away one by one. */
export function filterChips(now: IncidentQuery, names: FilterNames, words: Words): FilterChip[] {
  const w = words.incident;
  const chips: FilterChip[] = [];
  const add = (key: string, label: string, without: Partial<IncidentQuery>): number => chips.push({ key, label, without });
  if (now.text.trim()) add('q', w.filters.text(now.text.trim()), { text: '' });
  if (now.open !== null) add('open', now.open ? w.filters.open : w.filters.closed, { open: null });
  if (now.overdue !== null) add('overdue', now.overdue ? w.filters.overdue : words.list.inTime, { overdue: null });
  if (now.acknowledged !== null) add('ack', now.acknowledged ? w.flags.acknowledged : w.filters.unacknowledged, { acknowledged: null });
  if (now.exercise !== null) add('exercise', now.exercise ? words.list.exercises : words.list.noExercises, { exercise: null });
  if (now.box) add('box', words.saved.inView, { box: null });
  if (now.maxAge) add('maxAge', ageLabel('maxAge', now.maxAge, words), { maxAge: '' });
  if (now.minAge) add('minAge', ageLabel('minAge', now.minAge, words), { minAge: '' });
  for (const since of sinces) if (now[since]) add(since, sinceLabel(since, now[since], names.language ?? 'vi', words), { [since]: '' });
  for (const severity of now.severities) add(`s${severity}`, w.severityOf(severity), { severities: now.severities.filter((other) => other !== severity) });
  for (const type of now.types) add(type, names.type(type), { types: now.types.filter((other) => other !== type) });
  for (const state of now.states) add(state, names.state(state), { states: now.states.filter((other) => other !== state) });
  for (const id of now.districts) add(id, names.district(id), { districts: now.districts.filter((other) => other !== id) });
  for (const agency of now.agencies) add(`a${agency}`, names.agency?.(agency) ?? agency, { agencies: now.agencies.filter((other) => other !== agency) });
  return chips;
}

/** The moment a condition begins at, in words. */
export const sinceLabel = (since: (typeof sinces)[number], at: string, language: Language, words: Words): string => words.list[since](formatDateTime(at, language));

/** An age limit in words. */
export function ageLabel(side: 'minAge' | 'maxAge', span: string, words: Words): string {
  const age = formatAge(spanMilliseconds(span) ?? 0, words.units);
  return side === 'maxAge' ? words.list.younger(age) : words.list.older(age);
}
