import { tool } from '../state/draft';
import { asOf, closeDetail, detail } from '../state/view';
import { hour } from './span';
import { moment } from './timeState';

/** Leaves the present for a moment of the past, or comes back. What is open stays open and shows itself as it was then. */
export function goTo(when: Date | null): void {
  tool.value = null;
  if (detail.value?.kind === 'report') closeDetail();
  asOf.value = when ? when.toISOString().replace(/\.\d{3}Z$/, 'Z') : null;
}

/** Moves by so many hours; a moment that has not come is now. */
export function stepHours(hours: number): void {
  const next = (moment.value ?? Date.now()) + hours * hour;
  if (moment.value === null && hours > 0) return;
  goTo(next >= Date.now() ? null : new Date(next));
}
