import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from '../../api/types';
import { reducedMotion } from '../../state/prefs';

/** More than this many at once would be noise. */
const most = 6;
let active = 0;

/** One pulse where a new incident appeared. */
export function pulse(map: MapLibreMap, position: Position): void {
  if (reducedMotion() || active >= most) return;
  active++;
  const element = document.createElement('div');
  element.className = 'pulse';
  element.setAttribute('aria-hidden', 'true');
  element.append(document.createElement('i'));
  const marker = new Marker({ element }).setLngLat([position.lon, position.lat]).addTo(map);
  setTimeout(() => {
    marker.remove();
    active--;
  }, 1300);
}
