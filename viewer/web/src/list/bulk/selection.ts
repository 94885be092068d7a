import { signal } from '@preact/signals';
import type { Incident } from '../../api/types';

/** The most incidents one command may be about: the server's limit. */
export const mostSelected = 500;

/** The incidents chosen in the list, by id, each as it was last seen: its version is what the command is decided on. */
export const selection = signal<ReadonlyMap<string, Incident>>(new Map());

/** Where a range begins: the row that was chosen last. */
export const anchor = signal<string | null>(null);

/** One more chosen, or one less. At the limit nothing is added. */
export function toggled(before: ReadonlyMap<string, Incident>, incident: Incident): ReadonlyMap<string, Incident> {
  const next = new Map(before);
  if (!next.delete(incident.id) && next.size < mostSelected) next.set(incident.id, incident);
  return next;
}

/** Everything from one row to another added, in either direction; without a beginning in the list, the one row. */
export function ranged(before: ReadonlyMap<string, Incident>, rows: readonly Incident[], from: string | null, to: string): ReadonlyMap<string, Incident> {
  const end = rows.findIndex((row) => row.id === to);
  const found = rows.findIndex((row) => row.id === from);
  const begin = found < 0 ? end : found;
  const next = new Map(before);
  for (const row of rows.slice(Math.min(begin, end), Math.max(begin, end) + 1)) if (next.size < mostSelected || next.has(row.id)) next.set(row.id, row);
  return next;
}

/** The chosen ones as they are by now; older versions than the one known change nothing. The same map when nothing did. */
export function renewed(before: ReadonlyMap<string, Incident>, changed: readonly Incident[]): ReadonlyMap<string, Incident> {
  const newer = changed.filter((incident) => (before.get(incident.id)?.version ?? Infinity) < incident.version);
  if (!newer.length) return before;
  const next = new Map(before);
  for (const incident of newer) next.set(incident.id, { ...next.get(incident.id), ...incident });
  return next;
}

export function toggleSelected(incident: Incident): void {
  selection.value = toggled(selection.value, incident);
  anchor.value = incident.id;
}

export function selectRange(rows: readonly Incident[], to: Incident): void {
  selection.value = ranged(selection.value, rows, anchor.value, to.id);
  anchor.value = to.id;
}

export function clearSelection(): void {
  selection.value = new Map();
  anchor.value = null;
}
