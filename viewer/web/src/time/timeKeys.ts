import { goTo, stepHours } from './goTo';
import { togglePlay } from './player';
import { showBar } from './timeState';

/** The keys of time: brackets step by an hour, with Shift by a day, 0 is now. */
export const timeKeys: Record<string, () => void> = {
  't': () => {
    showBar(true);
    requestAnimationFrame(() => document.getElementById('time-slider')?.focus());
  },
  'p': togglePlay,
  '[': () => stepHours(-1),
  ']': () => stepHours(1),
  '{': () => stepHours(-24),
  '}': () => stepHours(24),
  '0': () => goTo(null),
};
