import type { Incident } from '../api/types';

/** Since when an incident is counted: since it was recorded; seen from before that, since it occurred (an import may be later than the past looked at). */
export function knownSince(incident: Pick<Incident, 'recordedAt' | 'occurredAt'>, at: number): number {
  const recorded = Date.parse(incident.recordedAt);
  return recorded <= at ? recorded : Math.min(at, Date.parse(incident.occurredAt));
}
