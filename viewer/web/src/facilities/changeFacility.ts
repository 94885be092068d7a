import type { Facility, Position } from '../api/types';
import { Problem } from '../api/problem';
import { request } from '../api/request';
import { explain } from '../state/explain';
import { actor, words } from '../state/prefs';

/** Says what a facility is, at another place. Its address is found anew, its status stays. */
export function moveFacility(facility: Facility, position: Position): Promise<Facility> {
  const { kind, name, nameEn, capacity, used, limits = [], version } = facility;
  return send(facility, 'PUT', '', {
    kind, name, nameEn, position, capacity, used, expectedVersion: version,
    limits: limits.map(({ quantity, min, max, hysteresis, incidentType, severity }) => ({ quantity, min, max, hysteresis, incidentType, severity })),
  });
}

/** Says how many it can take and how many it has; null is unknown. */
export const fillFacility = (facility: Facility, capacity: number | null, used: number | null): Promise<Facility> =>
  send(facility, 'POST', '/capacity', { capacity, used, expectedVersion: facility.version });

/** What went wrong with a change, in the reader's words. */
export const explainChange = (error: unknown): string =>
  error instanceof Problem && error.code === 'version_conflict' ? words.value.facility.conflict : explain(error);

const send = (facility: Facility, method: 'PUT' | 'POST', route: string, body: unknown): Promise<Facility> =>
  request(`/api/facilities/${encodeURIComponent(facility.id)}${route}`, { method, body, idempotencyKey: crypto.randomUUID(), actor: actor.value });
