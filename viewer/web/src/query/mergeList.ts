import type { Incident } from '../api/types';
import type { IncidentQuery, IncidentSort } from './incidentQuery';
import { matches } from './matches';

export interface MergeInput {
  /** Rows shown, in order. */
  items: Incident[];
  /** New rows held back above the reader. */
  waiting: Incident[];
  /** Changed incidents, oldest change first. */
  changed: Incident[];
  /** Ids that left. */
  gone: readonly string[];
  query: IncidentQuery;
  sort: IncidentSort;
  /** At the top new rows appear; further down they wait. */
  atTop: boolean;
}

export interface Merged { items: Incident[]; waiting: Incident[]; matchedChange: number }

/**
 * Takes live changes into a loaded list without moving what is being read: known rows change in place, rows that no longer match leave,
 * and new ones are added at the top or held back.
 */
export function mergeList(input: MergeInput): Merged {
  const items = new Map(input.items.map((item) => [item.id, item]));
  const waiting = new Map(input.waiting.map((item) => [item.id, item]));
  let matchedChange = 0;
  const leave = (id: string): void => {
    if (items.delete(id) || waiting.delete(id)) matchedChange--;
  };
  for (const incident of input.changed) {
    const known = items.get(incident.id) ?? waiting.get(incident.id);
    if (known && known.version > incident.version) continue;
    if (!matches(incident, input.query)) leave(incident.id);
    else if (items.has(incident.id)) items.set(incident.id, { ...known, ...incident });
    else if (waiting.has(incident.id)) waiting.set(incident.id, incident);
    else if (isNew(incident, input)) {
      waiting.set(incident.id, incident);
      matchedChange++;
    }
  }
  for (const id of input.gone) leave(id);
  if (!input.atTop) return { items: [...items.values()], waiting: newestFirst(waiting), matchedChange };
  return { items: [...newestFirst(waiting), ...items.values()], waiting: [], matchedChange };
}

/** Only something newer than the first row belongs above it; an older one is further down, perhaps on a page not loaded yet. */
function isNew(incident: Incident, input: MergeInput): boolean {
  // The oldest first: what is new belongs at the end, which is loaded when it is reached.
  if (input.sort === 'recordedAt') return false;
  if (input.sort !== '-recordedAt' && input.sort !== '-updatedAt') return incident.version <= 1;
  const first = input.items[0];
  const time = (item: Incident): string => (input.sort === '-recordedAt' ? item.recordedAt : item.updatedAt);
  return !first || time(incident) >= time(first);
}

function newestFirst(waiting: Map<string, Incident>): Incident[] {
  return [...waiting.values()].sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
}
