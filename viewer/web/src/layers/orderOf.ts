import type { Layer } from '../api/types';

/** Layers from the top of the map down: first by a chosen order, what it does not name by the catalogue. */
export function inOrder(layers: readonly Layer[], chosen: readonly string[]): Layer[] {
  const rank = new Map(chosen.map((id, index) => [id, index]));
  const usual = [...layers].sort((a, b) => b.order - a.order);
  // What is not named keeps its place among its neighbours: named ones are dealt out over the places of named ones.
  const named = usual.filter((layer) => rank.has(layer.id)).sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  return usual.map((layer) => (rank.has(layer.id) ? named.shift() ?? layer : layer));
}

/** The ids of a group with one of them moved up (negative) or down; the same list when it cannot go further. */
export function moved(ids: readonly string[], id: string, by: number): readonly string[] {
  const at = ids.indexOf(id);
  const to = Math.max(0, Math.min(ids.length - 1, at + by));
  if (at < 0 || to === at) return ids;
  const next = ids.filter((other) => other !== id);
  next.splice(to, 0, id);
  return next;
}

/** A chosen order with the ids of one group in a new one. */
export const withGroup = (chosen: readonly string[], group: readonly string[]): string[] => [...chosen.filter((id) => !group.includes(id)), ...group];
