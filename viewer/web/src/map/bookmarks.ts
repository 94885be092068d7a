import { signal } from '@preact/signals';

/** A view of the map with a name. */
export interface Bookmark { name: string; lon: number; lat: number; zoom: number; bearing: number }

/** More than this many nobody finds again. */
export const mostBookmarks = 50;
const key = 'citymap.bookmarks';

/** The views this browser keeps, by name. */
export const bookmarks = signal<readonly Bookmark[]>(read());

const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Reads what was kept; what is no view of a map is left out. */
export function readBookmarks(text: string): Bookmark[] {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return [];
  }
  return (Array.isArray(kept) ? kept : []).filter((one: unknown): one is Bookmark => {
    const view = one as Partial<Bookmark> | null;
    return typeof view?.name === 'string' && view.name !== '' && finite(view.lon) && finite(view.lat) && Math.abs(view.lon) <= 180 && Math.abs(view.lat) <= 90
      && finite(view.zoom) && finite(view.bearing);
  }).slice(0, mostBookmarks);
}

/** With one more, or with the one of that name at its new place; in the order people read names. */
export const withBookmark = (all: readonly Bookmark[], one: Bookmark): Bookmark[] =>
  [...all.filter((other) => other.name !== one.name), one].sort((a, b) => a.name.localeCompare(b.name, 'vi'));

export function keepBookmarks(next: readonly Bookmark[]): void {
  bookmarks.value = next;
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // Storage may be full or forbidden: the places then last as long as the page.
    return;
  }
}

function read(): readonly Bookmark[] {
  try {
    return readBookmarks(localStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}
