import { signal } from '@preact/signals';

export interface Toast {
  id: number;
  text: string;
  tone: 'info' | 'good' | 'bad';
  /** A short verb, and what it does. */
  action?: { label: string; run: () => void };
  /** Milliseconds on the screen; 0 stays until closed. */
  stays: number;
  /** A toast of the same topic is replaced instead of piling up. */
  topic?: string;
}

export const toasts = signal<Toast[]>([]);
let next = 1;

export function showToast(toast: Omit<Toast, 'id' | 'stays' | 'tone'> & Partial<Pick<Toast, 'stays' | 'tone'>>): void {
  const shown: Toast = { id: next++, tone: 'info', stays: 5000, ...toast };
  toasts.value = [...toasts.value.filter((other) => !shown.topic || other.topic !== shown.topic), shown].slice(-4);
  if (shown.stays > 0) setTimeout(() => dismissToast(shown.id), shown.stays);
}

export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}
