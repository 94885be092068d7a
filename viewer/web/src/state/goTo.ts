import { signal } from '@preact/signals';

/** Whether coordinates can be typed to go there. */
export const goToOpen = signal(false);
