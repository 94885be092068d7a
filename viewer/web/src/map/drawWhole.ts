import type { Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl';

/** So long after the first tile nobody waits for the others: then what is there is drawn, and the rest as it comes. */
const patienceMilliseconds = 1000;

/**
 * Draws a new map once, whole, as soon as all it asked for is there. Drawn anew with every tile that comes, a map without a graphics card
 * spends more time on the halves than on the whole.
 */
export function drawWhole(map: MapLibreMap): void {
  const { painter } = map;
  const draw = painter.render;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const release = (): void => {
    clearTimeout(timer);
    map.off('sourcedata', arrived);
    map.off('error', lose);
    painter.render = draw;
  };
  const lose = (): void => {
    release();
    map.triggerRepaint();
  };
  const arrived = ({ coord }: MapSourceDataEvent): void => {
    if (coord) timer ??= setTimeout(lose, patienceMilliseconds);
  };
  painter.render = (...frame) => {
    if (!map.loaded()) return;
    release();
    painter.render(...frame);
  };
  map.on('sourcedata', arrived);
  map.on('error', lose);
  map.once('remove', release);
}
