import { effect, signal } from '@preact/signals';

/** Where the map stands: degrees, MapLibre's zoom, and clockwise degrees from north. */
export interface MapPlace { lon: number; lat: number; zoom: number; bearing: number }

/** Filters, order and map extent under a name. */
export interface SavedView {
  id: string;
  name: string;
  /** The address's parameters: filters and order. */
  search: string;
  map: MapPlace | null;
}

export const mostViews = 50;
const key = 'citymap.views';

/** Reads what was stored; what is no view is left out. */
export function readViews(text: string | null): SavedView[] {
  try {
    const stored = JSON.parse(text ?? '[]') as unknown;
    return Array.isArray(stored) ? stored.filter(isView).slice(0, mostViews) : [];
  } catch {
    return [];
  }
}

function isView(value: unknown): value is SavedView {
  const view = value as Partial<SavedView> | null;
  return typeof view?.id === 'string' && typeof view.name === 'string' && view.name !== '' && typeof view.search === 'string';
}

/** Adds a view at the end; one of the same name is replaced where it stands. */
export function withView(before: readonly SavedView[], view: SavedView): SavedView[] {
  const same = before.find((other) => other.name === view.name);
  if (same) return before.map((other) => (other === same ? { ...view, id: same.id } : other));
  return [...before, view].slice(-mostViews);
}

/** Another name for a view. A name that another has, or none, changes nothing. */
export function renamed(before: readonly SavedView[], id: string, name: string): readonly SavedView[] {
  const next = name.normalize('NFC').trim();
  if (!next || before.some((other) => other.name === next && other.id !== id)) return before;
  return before.map((view) => (view.id === id ? { ...view, name: next } : view));
}

/** The views of this browser, until accounts exist. */
export const savedViews = signal<readonly SavedView[]>(readStored());

function readStored(): SavedView[] {
  try {
    return readViews(localStorage.getItem(key));
  } catch {
    return [];
  }
}

/** Keeps them in the browser, and in step with its other tabs. */
export function keepViews(): void {
  effect(() => {
    const text = JSON.stringify(savedViews.value);
    try {
      if (localStorage.getItem(key) !== text) localStorage.setItem(key, text);
    } catch {
      // Storage may be full or forbidden: the views then last as long as the page.
      return;
    }
  });
  addEventListener('storage', (event) => { if (event.key === key) savedViews.value = readViews(event.newValue); });
}
