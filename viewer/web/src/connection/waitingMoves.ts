import type { Command } from '../detail/moveOrder';
import { outbox, type Outgoing } from './outbox';

/** Where moves of an incident go. */
export const commandPath = (id: string): string => `/api/incidents/${encodeURIComponent(id)}/commands`;

interface MoveBody { command: Command; expectedVersion: number }

/** The move something outgoing asks for; null when it is none. */
export const moveOf = (item: Outgoing): MoveBody | null => (item.path.endsWith('/commands') ? (item.body as MoveBody) : null);

/** The moves of an incident that wait for the server, oldest first. */
export const waitingMoves = (id: string): Command[] => outbox.value.flatMap((item) => (item.path === commandPath(id) ? (moveOf(item)?.command ?? []) : []));

/**
 * What still waits once a move was done: moves decided on the same sight of the incident follow from that move, so they expect the version it
 * made. When somebody else changes the incident in between, they are refused as ever.
 */
export function rebased(items: readonly Outgoing[], done: Outgoing, version: number): readonly Outgoing[] {
  const seen = moveOf(done)?.expectedVersion;
  return items.map((item) => {
    const move = item.path === done.path ? moveOf(item) : null;
    return move && move.expectedVersion === seen ? { ...item, body: { ...move, expectedVersion: version } } : item;
  });
}
