import { mapHandle } from '../map/mapHandle';
import { addressParams, addressQuery } from '../query/incidentQuery';
import { readSort, usualSort } from '../query/sortParam';
import { query, sort } from '../state/incidents';
import { reducedMotion } from '../state/prefs';
import { closeDetail, view } from '../state/view';
import type { MapPlace, SavedView } from './savedViews';

const digits = 5;
const round = (value: number, places = digits): number => Number(value.toFixed(places));

/** What is looked at now, as a view of that name. */
export function currentView(name: string): SavedView {
  const params = addressParams(query.value, null);
  if (sort.value !== usualSort) params.set('sort', sort.value);
  const map = mapHandle.value;
  const center = map?.getCenter();
  const place: MapPlace | null = map && center ? { lon: round(center.lng), lat: round(center.lat), zoom: round(map.getZoom(), 2), bearing: round(map.getBearing(), 1) } : null;
  return { id: crypto.randomUUID(), name: name.normalize('NFC').trim(), search: params.toString(), map: place };
}

/** Looks at a saved view: its filters, its order, its place. */
export function showView(saved: SavedView): void {
  const params = new URLSearchParams(saved.search);
  closeDetail();
  query.value = addressQuery(params);
  sort.value = readSort(params);
  view.value = 'work';
  const { map } = saved;
  if (map) mapHandle.value?.easeTo({ center: [map.lon, map.lat], zoom: map.zoom, bearing: map.bearing, duration: reducedMotion() ? 0 : 400 });
}
