import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from '../api/types';
import { drawOver } from '../map/drawOver';

const id = 'analysis-drafts';

/** Draws drafts on the map. Returns the function that takes them off. */
export function showDrafts(map: MapLibreMap, drafts: readonly Position[], colour: string, halo: string): () => void {
  const data = {
    type: 'FeatureCollection' as const,
    features: drafts.map(({ lon, lat }) => ({ type: 'Feature' as const, properties: {}, geometry: { type: 'Point' as const, coordinates: [lon, lat] } })),
  };
  return drawOver(map, {
    sources: { [id]: { type: 'geojson', data } },
    layers: [{ id, type: 'circle', source: id, paint: { 'circle-color': halo, 'circle-radius': 8, 'circle-stroke-color': colour, 'circle-stroke-width': 4 } }],
  });
}
