import type { Map as MapLibreMap } from 'maplibre-gl';

/** Longer nobody looks at nothing: then what is there is drawn, and the rest as it comes. */
const patienceMilliseconds = 1000;

/**
 * Draws a new map once, whole, as soon as all it asked for is there. Drawn anew with every tile that comes, a map without a graphics card
 * spends more time on the halves than on the whole.
 */
export function drawWhole(map: MapLibreMap): void {
  const { painter } = map;
  const draw = painter.render;
  const release = (): void => {
    clearTimeout(timer);
    painter.render = draw;
  };
  painter.render = (...frame) => {
    if (!map.loaded()) return;
    release();
    painter.render(...frame);
  };
  const timer = setTimeout(() => {
    release();
    map.triggerRepaint();
  }, patienceMilliseconds);
  map.once('remove', release);
}
