import { signal } from '@preact/signals';

/** The row the keyboard stands on. */
export const cursor = signal<string | null>(null);
