import type { Incident } from '../api/types';
import { deliver } from '../connection/outbox';
import { commandPath } from '../connection/waitingMoves';
import { moveName, type Command } from '../detail/moveOrder';
import { actor, words } from './prefs';
import { takeIncidents } from './incidents';

/** Sends one move. The key belongs to the attempt: the same when it is tried again after a lost answer. */
export async function sendCommand(incident: Incident, command: string, args: Record<string, unknown>, key: string): Promise<Incident> {
  const answer = await deliver<Incident>({
    key, path: commandPath(incident.id), body: { command, expectedVersion: incident.version, ...args }, actor: actor.value,
    label: `${moveName(command as Command, incident.state, words.value)} · ${incident.title}`,
  });
  takeIncidents([answer]);
  return answer;
}
