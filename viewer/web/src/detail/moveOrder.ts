import type { IconName } from '../ui/iconPaths';
import type { Words } from '../i18n/words';

export type Command = 'receive' | 'assign' | 'start' | 'claimFix' | 'verifyFix' | 'close' | 'reject' | 'reopen'
  | 'correct' | 'move' | 'drawFootprint' | 'note' | 'acknowledge' | 'linkFacility';

/** Moves that carry the incident on; the first allowed one is the primary button. */
const forward: readonly Command[] = ['receive', 'start', 'assign', 'verifyFix', 'close', 'claimFix', 'reopen'];
const beside: readonly Command[] = ['acknowledge', 'assign', 'claimFix', 'reopen', 'reject'];
const tools: readonly Command[] = ['correct', 'move', 'drawFootprint', 'linkFacility'];

/** Adding to the history cannot clash with what somebody else did: tried again on the newer version without asking. */
export const addsOnly = (command: Command): boolean => command === 'note' || command === 'acknowledge';

export interface MoveOrder { primary: Command | null; secondary: Command[]; tools: Command[] }

/** What comes next for each state; an operator's hand finds it in the same place. */
const nextOf: Record<string, readonly Command[]> = {
  New: ['receive'], Received: ['assign', 'start'], Assigned: ['start'], InProgress: ['claimFix'], FixClaimed: ['verifyFix'], FixVerified: ['close'],
  Reopened: ['receive', 'assign', 'start'], Closed: ['reopen'], Rejected: ['reopen'],
};

/** Sorts the allowed commands into one primary button, others beside it, and tools. Acknowledging is offered only while it is missing. */
export function orderMoves(allowed: readonly string[], state: string, acknowledged: boolean): MoveOrder {
  const can = (command: Command): boolean => allowed.includes(command) && !(command === 'acknowledge' && acknowledged);
  const primary = (nextOf[state] ?? []).find(can) ?? forward.find((command) => can(command) && command !== 'reopen') ?? null;
  const rest = [...beside, ...forward].filter((command, at, all) => all.indexOf(command) === at);
  return { primary, secondary: rest.filter((command) => command !== primary && can(command)), tools: tools.filter(can) };
}

export const moveIcons: Record<Command, IconName> = {
  receive: 'inbox', assign: 'assign', start: 'play', claimFix: 'wrench', verifyFix: 'shieldCheck', close: 'lock', reject: 'ban', reopen: 'reopen',
  correct: 'edit', move: 'pin', drawFootprint: 'shape', note: 'note', acknowledge: 'eye', linkFacility: 'link',
};

export function moveName(command: Command, state: string, words: Words): string {
  const moves = words.incident.moves;
  return command === 'assign' && (state === 'Assigned' || state === 'InProgress') ? moves.reassign : moves[command];
}
