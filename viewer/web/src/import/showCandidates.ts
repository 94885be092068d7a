import type { Map as MapLibreMap } from 'maplibre-gl';
import { drawOver } from '../map/drawOver';
import type { ImportCandidate } from './importTypes';

const source = 'import-candidates';

/** Draws where a file would lie in each system: the outline of its extent, and its first position. Returns the function that takes them off. */
export function showCandidates(map: MapLibreMap, candidates: readonly ImportCandidate[], strong: number | null, colours: { line: string; strong: string; halo: string }): () => void {
  const data = { type: 'FeatureCollection' as const, features: candidates.flatMap((candidate) => features(candidate, candidate.epsg === strong)) };
  const colour = ['case', ['get', 'strong'], colours.strong, colours.line] as never;
  return drawOver(map, {
    sources: { [source]: { type: 'geojson', data } },
    layers: [
      { id: `${source}-line`, type: 'line', source, paint: { 'line-color': colour, 'line-width': ['case', ['get', 'strong'], 3, 1.5], 'line-dasharray': [3, 2] } },
      {
        id: `${source}-first`, type: 'circle', source, filter: ['==', ['geometry-type'], 'Point'],
        paint: { 'circle-color': colour, 'circle-radius': ['case', ['get', 'strong'], 7, 5], 'circle-stroke-color': colours.halo, 'circle-stroke-width': 2 },
      },
    ],
  });
}

function features({ epsg, first, extent: [west, south, east, north] }: ImportCandidate, strong: boolean) {
  const properties = { epsg, strong };
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  return [
    { type: 'Feature' as const, properties, geometry: { type: 'LineString' as const, coordinates: ring } },
    { type: 'Feature' as const, properties, geometry: { type: 'Point' as const, coordinates: first } },
  ];
}
