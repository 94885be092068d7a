import type { Incident } from '../api/types';

/**
 * Since when an incident is counted: since it was recorded. Seen from a past moment before that (`past`), since it occurred: an import
 * may be later than the past looked at. Of the present the record may be a little ahead, because our clock moves in steps.
 */
export function knownSince(incident: Pick<Incident, 'recordedAt' | 'occurredAt'>, at: number, past: boolean): number {
  const recorded = Date.parse(incident.recordedAt);
  if (recorded <= at || !past) return Math.min(at, recorded);
  return Math.min(at, Date.parse(incident.occurredAt));
}
