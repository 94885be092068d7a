import { signal } from '@preact/signals';
import { actor } from './prefs';

/** What was answered to "who are you?": a name, to go on without one, or not to make the move after all. */
export type NameAnswer = { name: string } | 'unnamed' | 'cancel';

/** True while the console asks for the name of whoever makes a move. */
export const nameAsked = signal(false);

const storage = 'citymap.unnamed';
let unnamed = sessionStorageSays();
let asked: Promise<boolean> | null = null;
let settle: (go: boolean) => void = () => undefined;

function sessionStorageSays(): boolean {
  try {
    return sessionStorage.getItem(storage) === 'yes';
  } catch {
    return false;
  }
}

/**
 * Whether a move may go on. A person without a name is asked for it once in a session, before anything is sent; true is answered once a name stands
 * or they chose to act without. False: they gave the move up, and what they typed is to stay.
 */
export function knowsWhoActs(): Promise<boolean> {
  if (actor.value.trim() || unnamed) return Promise.resolve(true);
  asked ??= new Promise((resolve) => { settle = resolve; });
  nameAsked.value = true;
  return asked;
}

/** Takes the answer, and lets the move that waits for it go on or rest. */
export function answerWhoActs(answer: NameAnswer): void {
  if (!asked) return;
  if (typeof answer === 'object') actor.value = answer.name.normalize('NFC').trim();
  if (answer === 'unnamed') goUnnamed();
  nameAsked.value = false;
  asked = null;
  settle(answer !== 'cancel');
}

function goUnnamed(): void {
  unnamed = true;
  try {
    sessionStorage.setItem(storage, 'yes');
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
    return;
  }
}
