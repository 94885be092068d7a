import type { Incident } from '../api/types';
import { request } from '../api/request';
import { actor } from './prefs';
import { takeIncidents } from './incidents';

/** Sends one move. The key belongs to the attempt: the same when it is tried again after a lost answer. */
export async function sendCommand(incident: Incident, command: string, args: Record<string, unknown>, key: string): Promise<Incident> {
  const answer = await request<Incident>(`/api/incidents/${encodeURIComponent(incident.id)}/commands`, {
    method: 'POST', body: { command, expectedVersion: incident.version, ...args }, idempotencyKey: key, actor: actor.value,
  });
  takeIncidents([answer]);
  return answer;
}
