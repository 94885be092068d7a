import { effect, signal } from '@preact/signals';
import { mapHandle } from '../map/mapHandle';
import { list } from '../state/incidents';
import { asOf } from '../state/view';
import { goTo } from './goTo';
import { day, hour } from './span';
import { moment, stretch } from './timeState';

/** Milliseconds of the city in one second of the reader. */
export const speeds = { slow: hour / 6, hour, quarter: 6 * hour, day } as const;
export type Speed = keyof typeof speeds;
export const speed = signal<Speed>('hour');
export const playing = signal(false);

const tickMilliseconds = 1000;
/** A picture that takes longer than this is left behind: the film goes on. */
const mostWaiting = 5;

/** Starts the film at the moment looked at, or at the beginning of the bar; or stops it. */
export function togglePlay(): void {
  if (!playing.value && moment.value === null) goTo(new Date(stretch.value.from));
  playing.value = !playing.value;
}

/** The next picture waits until the one before was read and drawn. */
const drawn = (): boolean => list.value.loading !== 'first' && mapHandle.value?.areTilesLoaded() !== false;

/** Turns the film on: picture by picture until now. */
export function keepPlaying(): void {
  let waited = 0;
  effect(() => {
    if (!playing.value) return undefined;
    const timer = setInterval(() => {
      if (moment.value === null) playing.value = false;
      else if (!drawn() && waited < mostWaiting) waited++;
      else {
        waited = 0;
        const next = moment.value + speeds[speed.value];
        goTo(next >= Date.now() ? null : new Date(next));
      }
    }, tickMilliseconds);
    return () => clearInterval(timer);
  });
  // Whoever goes back to now by another way has seen enough.
  effect(() => { if (asOf.value === null) playing.value = false; });
}
