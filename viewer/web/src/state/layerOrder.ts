import { effect, signal } from '@preact/signals';

const key = 'citymap.layerOrder';

/** Layers as this browser wants them, from the top of the map down; those not named stand as the catalogue has them. */
export const layerOrder = signal<readonly string[]>(read());

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers the order. Returns the function that stops it. */
export const keepLayerOrder = (): (() => void) => effect(() => {
  try {
    if (layerOrder.value.length) localStorage.setItem(key, JSON.stringify(layerOrder.value));
    else localStorage.removeItem(key);
  } catch {
    // Storage may be full or forbidden: the order then lasts as long as the page.
    return;
  }
});
