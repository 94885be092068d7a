import type { Incident } from '../../api/types';
import { request } from '../../api/request';
import { actor } from '../../state/prefs';
import type { BulkAnswer } from './bulkOutcome';

export type BulkCommand = 'acknowledge' | 'receive' | 'assign';

/** Only adds to the history: what somebody else did meanwhile does not contradict it. */
const addsOnly = (command: BulkCommand): boolean => command === 'acknowledge';

/**
 * Sends one command for many. Those that somebody else changed meanwhile are asked once more on what they are by now, if the command cannot
 * contradict the change.
 */
export async function sendBulk(chosen: readonly Incident[], command: BulkCommand, args: Record<string, unknown>, key: string): Promise<BulkAnswer> {
  const first = await send(chosen, command, args, key);
  if (!addsOnly(command)) return first;
  const changed = first.items.flatMap((item) => (item.problem?.code === 'version_conflict' && item.problem.current ? [item.problem.current] : []));
  if (!changed.length) return first;
  const second = await send(changed, command, args, `${key}/2`);
  const later = new Map(second.items.map((item) => [item.id, item]));
  return { done: first.done + second.done, items: first.items.map((item) => later.get(item.id) ?? item) };
}

const send = (chosen: readonly Incident[], command: BulkCommand, args: Record<string, unknown>, key: string): Promise<BulkAnswer> =>
  request<BulkAnswer>('/api/incidents/commands', {
    method: 'POST', idempotencyKey: key, actor: actor.value,
    body: { command, ...args, items: chosen.map((incident) => ({ id: incident.id, expectedVersion: incident.version })) },
  });
