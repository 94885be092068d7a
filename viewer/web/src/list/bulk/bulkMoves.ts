import type { Incident } from '../../api/types';
import type { BulkCommand } from './sendBulk';

/** The states a move of many is possible in; any other needs another move first. */
const statesOf: Partial<Record<BulkCommand, readonly string[]>> = { receive: ['New'], assign: ['Received', 'Assigned', 'InProgress', 'Reopened'] };

/** How many of the chosen a move is possible for. */
export const countAble = (chosen: Iterable<Incident>, command: BulkCommand): number =>
  [...chosen].filter((incident) => statesOf[command]?.includes(incident.state) ?? incident.open).length;

/** What has to be done before an incident can be assigned; null when nothing or unknown. */
export function neededFirst(command: BulkCommand, state: string): 'receive' | 'reopen' | null {
  if (command !== 'assign' || statesOf.assign?.includes(state)) return null;
  return state === 'New' ? 'receive' : 'reopen';
}
