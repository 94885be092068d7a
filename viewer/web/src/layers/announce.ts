import { signal } from '@preact/signals';

/** What a screen reader is told about the layers just now. */
export const announcement = signal('');

export function say(text: string): void {
  announcement.value = text;
}
