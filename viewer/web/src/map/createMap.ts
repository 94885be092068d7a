import { Map as MapLibreMap, prewarm, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'virtual:map-worker';
import type { Bounds } from '../api/types';
import { drawWhole } from './drawWhole';
import { makeImage, pixelRatio, prepareImages } from './icons/makeImage';

setWorkerUrl(new URL(workerUrl, location.href).href);
// The worker reads its code while the page still asks what there is to draw.
prewarm();
prepareImages();

export interface CreateMapOptions {
  container: HTMLElement;
  style: StyleSpecification;
  /** Shown first, unless the address says where to look. */
  bounds: Bounds | null;
  /** Pixels covered by panels on each side. */
  padding: { top: number; bottom: number; left: number; right: number };
}

/** Makes the map: images are drawn when the style first asks for them, and nothing is fetched from another host. */
export function createMap(options: CreateMapOptions): MapLibreMap {
  const map = new MapLibreMap({
    container: options.container,
    style: options.style,
    attributionControl: false,
    hash: 'map',
    minZoom: 4,
    maxZoom: 20,
    dragRotate: true,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 120,
    ...(options.bounds ? { bounds: options.bounds, fitBoundsOptions: { padding: options.padding } } : {}),
  });
  drawWhole(map);
  map.setMissingStyleImageResolver((name) => {
    const image = makeImage(name);
    if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio });
  });
  map.getCanvas().setAttribute('tabindex', '0');
  return map;
}
