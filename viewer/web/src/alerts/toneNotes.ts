import type { Tone } from './alertPrefs';

/** One sound: how high, when it begins and how long it lasts, in seconds. */
export interface Note { hertz: number; at: number; seconds: number }

/** What each tone sounds like: the more urgent, the more notes, rising. Made by the browser, so there is no file to load. */
export const toneNotes: Record<Exclude<Tone, 'none'>, readonly Note[]> = {
  soft: [{ hertz: 660, at: 0, seconds: 0.22 }],
  double: [{ hertz: 784, at: 0, seconds: 0.16 }, { hertz: 988, at: 0.2, seconds: 0.22 }],
  urgent: [0, 0.55].flatMap((at) => [{ hertz: 784, at, seconds: 0.13 }, { hertz: 988, at: at + 0.15, seconds: 0.13 }, { hertz: 1319, at: at + 0.3, seconds: 0.2 }]),
};
