import { computed, signal } from '@preact/signals';
import { now } from '../state/clock';
import { asOf } from '../state/view';
import { stretchOf, type Span } from './span';

/** How much of the past the bar shows. */
export const span = signal<Span>('week');

/** Whether the bar is wanted while the present is looked at; in the past it is there anyway. */
export const barOpen = signal(read());

/** Where the hand holds the bar's handle, in milliseconds; null when it does not. */
export const scrub = signal<number | null>(null);

/** The moment looked at in milliseconds; null is now. */
export const moment = computed(() => (asOf.value ? Date.parse(asOf.value) : null));

/** The stretch the bar shows. */
export const stretch = computed(() => stretchOf(span.value, now.value, moment.value));

const key = 'citymap.timeBar';
function read(): boolean {
  try {
    return localStorage.getItem(key) !== 'hidden';
  } catch {
    return true;
  }
}

export function showBar(open: boolean): void {
  barOpen.value = open;
  try {
    localStorage.setItem(key, open ? 'shown' : 'hidden');
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
    return;
  }
}
