import type { SavedView } from './savedViews';

/** The address that shows the same to somebody else. */
export function viewAddress(saved: SavedView, origin: string): string {
  const { map } = saved;
  const place = map ? `#map=${map.zoom}/${map.lat}/${map.lon}${map.bearing ? `/${map.bearing}` : ''}` : '';
  return `${origin}/${saved.search ? `?${saved.search}` : ''}${place}`;
}
