import { computed, effect, signal } from '@preact/signals';
import { request } from '../api/request';

/** A base map of raster tiles the server holds. */
export interface Basemap { id: string; minZoom: number; maxZoom: number; attribution: string; tiles: string }

const key = 'citymap.basemap';

/** The server's base maps; empty until they are known. */
export const basemaps = signal<readonly Basemap[]>([]);

/** Id of the one this browser wants under the map; empty for the drawn ground. */
export const wantedBasemap = signal(read());

/** The base map under the map, when it is wanted and there. */
export const basemap = computed(() => basemaps.value.find((one) => one.id === wantedBasemap.value) ?? null);

function read(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Asks the server for its base maps; without an answer the ground stays the drawn one. */
export async function loadBasemaps(): Promise<void> {
  try {
    basemaps.value = (await request<{ items: Basemap[] }>('/api/basemaps')).items;
  } catch {
    basemaps.value = [];
  }
}

/** Remembers the choice. Returns the function that stops it. */
export const keepBasemap = (): (() => void) => effect(() => {
  try {
    if (wantedBasemap.value) localStorage.setItem(key, wantedBasemap.value);
    else localStorage.removeItem(key);
  } catch {
    // Storage may be full or forbidden: the choice then lasts as long as the page.
    return;
  }
});
