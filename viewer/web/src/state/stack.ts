import { signal } from '@preact/signals';
import type { Position } from '../api/types';

/** Incidents that lie on one another at a clicked place. */
export interface Stack {
  position: Position;
  items: Array<{ id: string; title: string; type: string; severity: number; state: string; position: Position }>;
}
export const stack = signal<Stack | null>(null);
