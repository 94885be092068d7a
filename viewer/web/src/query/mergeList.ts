import type { Incident } from '../api/types';
import type { IncidentQuery, IncidentSort } from './incidentQuery';
import { placeInOrder } from './inOrder';
import { matches } from './matches';

export interface MergeInput {
  /** Rows shown, in order. */
  items: Incident[];
  /** Rows held back from the reader. */
  waiting: Incident[];
  /** Changed incidents, oldest change first. */
  changed: Incident[];
  /** Ids that left. */
  gone: readonly string[];
  query: IncidentQuery;
  sort: IncidentSort;
  /** Whether further rows follow on pages not loaded yet. */
  more: boolean;
  /** At the top new rows appear; further down they wait. */
  atTop: boolean;
}

export interface Merged {
  items: Incident[];
  waiting: Incident[];
  matchedChange: number;
  /** Something matches of which the loaded rows do not tell whether it did before: only the server can count. */
  unsure: boolean;
}

/**
 * Takes live changes into a loaded list without moving what is being read: known rows change in place, rows that no longer match leave, and
 * those that match from now on, new or not, are added where the order puts them, or held back.
 */
export function mergeList(input: MergeInput): Merged {
  const { sort, more } = input;
  const items = new Map(input.items.map((item) => [item.id, item]));
  const waiting = new Map(input.waiting.map((item) => [item.id, item]));
  const added = new Map<string, Incident>();
  let matchedChange = 0;
  let unsure = false;
  const leave = (id: string): void => {
    if (items.delete(id) || waiting.delete(id)) matchedChange--;
    else added.delete(id);
  };
  for (const incident of input.changed) {
    const { id } = incident;
    const known = items.get(id) ?? waiting.get(id) ?? added.get(id);
    if (known && known.version > incident.version) continue;
    if (!matches(incident, input.query)) leave(id);
    else if (items.has(id)) items.set(id, { ...known, ...incident });
    else if (waiting.has(id)) waiting.set(id, incident);
    else added.set(id, incident);
  }
  for (const id of input.gone) leave(id);
  const rows = [...items.values()];
  if (added.size) {
    const placed = new Set(placeInOrder(rows, added.values(), sort, more).placed);
    for (const incident of added.values()) {
      if (placed.has(incident)) waiting.set(incident.id, incident);
      // A row of a page not loaded yet is counted already, unless it is new; where its place moves with it, it may be one of those too.
      if (incident.version <= 1 || !more || (placed.has(incident) && sort === '-recordedAt')) matchedChange++;
      else unsure = true;
    }
  }
  if (!input.atTop) return { items: rows, waiting: placeInOrder([], waiting.values(), sort, false).items, matchedChange, unsure };
  return { items: waiting.size ? placeInOrder(rows, waiting.values(), sort, false).items : rows, waiting: [], matchedChange, unsure };
}
