import { signal } from '@preact/signals';
import type { Command } from '../detail/moveOrder';

/** A move asked for by a key, of the incident that was open then; whoever carries it out takes it away. */
export const moveRequest = signal<{ id: string; command: Command } | null>(null);

/** Closes the form of a move that is open; what was typed into it is kept. */
export const moveForm = signal<(() => void) | null>(null);
