import { signal } from '@preact/signals';

/** Whether the dialog that lays a map out for paper is open. */
export const paperOpen = signal(false);
