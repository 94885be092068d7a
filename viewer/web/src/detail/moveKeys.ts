import type { Command } from './moveOrder';

/** The key of each move while an incident is open. Free of the keys that work everywhere. */
export const moveKeys: Partial<Record<Command, string>> = {
  acknowledge: 'a', receive: 'e', assign: 's', start: 'w', claimFix: 'f', verifyFix: 'y', close: 'd', reject: 'b', reopen: 'o', correct: 'i',
};

/** The move a key stands for. */
export const moveOfKey = (key: string): Command | null =>
  (Object.keys(moveKeys) as Command[]).find((command) => moveKeys[command] === key) ?? null;
