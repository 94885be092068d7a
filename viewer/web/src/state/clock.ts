import { signal } from '@preact/signals';

/** The moment ages are counted from, in milliseconds; moves once in 20 s so that rows do not flicker. */
export const now = signal(Date.now());

export function keepClock(): void {
  setInterval(() => (now.value = Date.now()), 20_000);
}
