import { signal } from '@preact/signals';
import { createFeature, patchFeature, removeFeature, type Known, type LayerFeature } from './featureApi';

/** One change of one feature: how it was and how it is since. Null is not there. */
export interface Change { layer: string; id: string; before: LayerFeature | null; after: LayerFeature | null }

/** What can be taken back, and done again; the last one is next. */
export const done = signal<Change[]>([]);
export const undone = signal<Change[]>([]);
const most = 50;

/** Rises with every change made here, so that what shows a feature reads it again. */
export const changes = signal(0);

// The versions of what was changed here: a step back is decided on what this page left, not on what somebody else made of it since.
const tags = new Map<string, string>();
const keyOf = (layer: string, id: string): string => `${layer}/${id}`;

/** Takes note of a change that the server has taken. */
export function remember(change: Change, tag: string | null): void {
  done.value = [...done.value, change].slice(-most);
  undone.value = [];
  leave(change.layer, change.id, tag);
}

function leave(layer: string, id: string, tag: string | null): void {
  if (tag) tags.set(keyOf(layer, id), tag);
  else tags.delete(keyOf(layer, id));
  changes.value += 1;
}

/** What turns one state of a feature into another: only what differs, and null for what goes. */
export function difference(from: LayerFeature, to: LayerFeature): { geometry?: GeoJSON.Geometry | null; properties?: LayerFeature['properties'] } {
  const names = [...new Set([...Object.keys(from.properties), ...Object.keys(to.properties)])];
  const properties = Object.fromEntries(names.filter((name) => (from.properties[name] ?? null) !== (to.properties[name] ?? null)).map((name) => [name, to.properties[name] ?? null]));
  return {
    ...(JSON.stringify(from.geometry) === JSON.stringify(to.geometry) ? {} : { geometry: to.geometry }),
    ...(Object.keys(properties).length ? { properties } : {}),
  };
}

async function turn({ layer, id }: Change, from: LayerFeature | null, to: LayerFeature | null): Promise<void> {
  const tag = tags.get(keyOf(layer, id)) ?? '"unknown"';
  let now: Known | null = null;
  if (from && to) now = await patchFeature(layer, id, tag, difference(from, to));
  else if (to) now = await createFeature(layer, { ...to, id });
  else await removeFeature(layer, id, tag);
  leave(layer, id, now?.tag ?? null);
}

/** Takes the last change back: a new edit, which is refused when somebody else was there since. Returns what it was. */
export async function undo(): Promise<Change | null> {
  const last = done.value.at(-1);
  if (!last) return null;
  await turn(last, last.after, last.before);
  done.value = done.value.slice(0, -1);
  undone.value = [...undone.value, last];
  return last;
}

/** Does again what was taken back last. */
export async function redo(): Promise<Change | null> {
  const last = undone.value.at(-1);
  if (!last) return null;
  await turn(last, last.before, last.after);
  undone.value = undone.value.slice(0, -1);
  done.value = [...done.value, last];
  return last;
}
