import { signal } from '@preact/signals';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bounds, Position } from '../api/types';
import { mapPadding, narrow } from '../state/layout';
import { reducedMotion } from '../state/prefs';

/** The map once it is there; null before, and when the browser cannot draw it. */
export const mapHandle = signal<MapLibreMap | null>(null);
export const mapFailed = signal(false);

const duration = (milliseconds: number): number => (reducedMotion() ? 0 : milliseconds);

/** From the middle of the map to the middle of what panels leave visible. The map's own padding stays zero, so that panels never shift it. */
function offset(): [number, number] {
  const { left, right, top, bottom } = mapPadding.peek();
  return [(left - right) / 2, (top - bottom) / 2];
}

/** Brings an area into view, perhaps below something that covers so many pixels at the top. */
export function flyToBounds(bounds: Bounds, covered = 0): void {
  const { left, right, top, bottom } = mapPadding.peek();
  const padding = { left: left + 40, right: right + 40, top: top + 40 + covered, bottom: bottom + 40 };
  mapHandle.value?.fitBounds(bounds, { padding, duration: duration(900), maxZoom: 16 });
}

/** Brings a place into view, closer if the map is far away. */
export function flyTo(position: Position, zoom = 16): void {
  const map = mapHandle.value;
  map?.easeTo({ center: [position.lon, position.lat], zoom: Math.max(map.getZoom(), zoom), offset: offset(), duration: duration(700) });
}

/** What floats over the map on a phone: the counts above, the buttons below; pixels with a mark's breadth. */
const floating = { top: 60, bottom: 88 };

/** Moves the map only when the place is hidden: under a panel, under a phone's buttons, or outside the window. */
export function reveal(position: Position): void {
  const map = mapHandle.value;
  if (!map) return;
  const point = map.project([position.lon, position.lat]);
  const { clientWidth, clientHeight } = map.getContainer();
  const { left, right, top, bottom } = mapPadding.peek();
  const margin = 32;
  const over = narrow.peek() ? floating : { top: margin, bottom: margin };
  const inside = point.x > left + margin && point.x < clientWidth - right - margin && point.y > top + over.top && point.y < clientHeight - bottom - over.bottom;
  const [x, y] = offset();
  if (!inside) map.easeTo({ center: [position.lon, position.lat], offset: [x, y + (over.top - over.bottom) / 2], duration: duration(400) });
}

/** The box around what no panel covers; null before the map is there. Turned, the map shows less than its box. */
export function visibleBounds(): Bounds | null {
  const map = mapHandle.peek();
  if (!map) return null;
  const { clientWidth, clientHeight } = map.getContainer();
  const { left, right, top, bottom } = mapPadding.peek();
  const corners = [left, clientWidth - right].flatMap((x) => [top, clientHeight - bottom].map((y) => map.unproject([x, y])));
  const edge = (pick: (...values: number[]) => number, values: number[], most: number): number => Number(Math.max(-most, Math.min(most, pick(...values))).toFixed(5));
  const [lons, lats] = [corners.map((corner) => corner.lng), corners.map((corner) => corner.lat)];
  return [edge(Math.min, lons, 180), edge(Math.min, lats, 90), edge(Math.max, lons, 180), edge(Math.max, lats, 90)];
}

/** The middle of what is visible. */
export function mapCenter(): Position | null {
  const map = mapHandle.value;
  if (!map) return null;
  const { clientWidth, clientHeight } = map.getContainer();
  const [x, y] = offset();
  const center = map.unproject([clientWidth / 2 + x, clientHeight / 2 + y]);
  return { lon: center.lng, lat: center.lat };
}

/** Turns the map by so many degrees, clockwise as seen. */
export function rotateMap(degrees: number): void {
  const map = mapHandle.value;
  map?.rotateTo(map.getBearing() - degrees, { duration: duration(200) });
}
