import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from '../api/types';

const id = 'analysis-drafts';

/** Draws drafts on the map. Returns the function that takes them off. */
export function showDrafts(map: MapLibreMap, drafts: readonly Position[], colour: string, halo: string): () => void {
  const data = {
    type: 'FeatureCollection' as const,
    features: drafts.map(({ lon, lat }) => ({ type: 'Feature' as const, properties: {}, geometry: { type: 'Point' as const, coordinates: [lon, lat] } })),
  };
  // A new style of the map drops what it does not know; it is put back then.
  const add = (): void => {
    if (!map.getSource(id)) map.addSource(id, { type: 'geojson', data });
    if (!map.getLayer(id)) map.addLayer({ id, type: 'circle', source: id, paint: { 'circle-color': halo, 'circle-radius': 8, 'circle-stroke-color': colour, 'circle-stroke-width': 4 } });
  };
  add();
  (map.getSource(id) as GeoJSONSource | undefined)?.setData(data);
  map.on('styledata', add);
  return () => {
    map.off('styledata', add);
    if (map.getLayer(id)) map.removeLayer(id);
    if (map.getSource(id)) map.removeSource(id);
  };
}
