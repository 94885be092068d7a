import { signal } from '@preact/signals';
import type { Command } from '../detail/moveOrder';

/** A move asked for from elsewhere, by a key or beside what it is about, of the incident that was open then; whoever carries it out takes it away. With its arguments it is made at once. */
export const moveRequest = signal<{ id: string; command: Command; args?: Record<string, unknown> } | null>(null);

/** Closes the form of a move that is open; what was typed into it is kept. */
export const moveForm = signal<(() => void) | null>(null);
