import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import 'maplibre-gl/dist/maplibre-gl.css';
import { info, layers } from '../state/city';
import { mapPadding } from '../state/layout';
import { words } from '../state/prefs';
import { addInteractions } from './interactions';
import { createMap } from './createMap';
import { keepDistrictTheme } from './keepDistrictTheme';
import { keepFocus } from './keepFocus';
import { keepLive } from './keepLive';
import { keepPin } from './keepPin';
import { keepTiles } from './keepTiles';
import { keepVertices } from './keepVertices';
import { currentStyle, keepStyle } from './keepStyle';
import { mapFailed, mapHandle } from './mapHandle';

/** The map itself: made once the catalogue is known, and kept in step with the page's state from then on. */
export function MapView() {
  const container = useRef<HTMLDivElement>(null);
  const ready = info.value !== null && layers.value !== null;
  // Before the page is painted: a new map waits for its turn at the graphics process behind whatever is painted there.
  useLayoutEffect(() => {
    if (!ready || !container.current) return undefined;
    return start(container.current);
  }, [ready]);
  const map = mapHandle.value;
  const label = words.value.map.label;
  // The map calls its canvas "Map" in every language, and a second landmark of that name beside this one.
  useEffect(() => {
    const canvas = map?.getCanvas();
    canvas?.setAttribute('role', 'application');
    canvas?.setAttribute('aria-label', label);
  }, [map, label]);
  return <div class="map" ref={container} id="map" role="region" aria-label={label} />;
}

const around = (padding: { top: number; right: number; bottom: number; left: number }): typeof padding => ({
  top: padding.top + 24, right: padding.right + 24, bottom: padding.bottom + 24, left: padding.left + 24,
});

function start(container: HTMLElement): (() => void) | undefined {
  let map: ReturnType<typeof createMap>;
  try {
    map = createMap({ container, style: currentStyle(), bounds: info.peek()?.bounds ?? null, padding: around(mapPadding.peek()) });
  } catch (error) {
    console.warn(error);
    mapFailed.value = true;
    return undefined;
  }
  // For tests, and for whoever looks under the bonnet: a canvas tells nothing about what is on it.
  Object.assign(container, { map });
  const stops: Array<() => void> = [keepTiles(map)];
  let removed = false;
  // A first style without tiles loads at once; sources exist from here on.
  map.once('style.load', () => {
    if (removed) return;
    const live = keepLive(map);
    stops.push(live.stop, keepStyle(map, live.reset), keepFocus(map), keepPin(map), keepVertices(map), keepDistrictTheme(map));
    addInteractions(map);
    mapHandle.value = map;
  });
  return () => {
    removed = true;
    stops.forEach((stop) => stop());
    mapHandle.value = null;
    map.remove();
  };
}
