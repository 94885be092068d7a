import type { Incident } from '../api/types';
import type { Words } from '../i18n/words';
import { formatAge, formatLeft } from './age';

/** What the deadline asks for, in words, when it asks for something: overdue, or due soon. Null otherwise and when finished. */
export function deadlineText(incident: Pick<Incident, 'open' | 'overdue' | 'dueSoon' | 'dueAt'>, at: number, words: Words): { tone: 'late' | 'soon'; text: string } | null {
  if (!incident.open || !incident.dueAt) return null;
  const left = Date.parse(incident.dueAt) - at;
  if (incident.overdue || left < 0) return { tone: 'late', text: words.incident.times.late(formatAge(left, words.units)) };
  if (incident.dueSoon) return { tone: 'soon', text: words.incident.times.left(formatLeft(left, words.units)) };
  return null;
}
