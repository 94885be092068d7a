import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { ImportCandidate } from './importTypes';

const source = 'import-candidates';

/** Draws where a file would lie in each system: the outline of its extent, and its first position. Returns the function that takes them off. */
export function showCandidates(map: MapLibreMap, candidates: readonly ImportCandidate[], strong: number | null, colours: { line: string; strong: string; halo: string }): () => void {
  const data = { type: 'FeatureCollection' as const, features: candidates.flatMap((candidate) => features(candidate, candidate.epsg === strong)) };
  // A new style of the map drops what it does not know; it is put back then.
  const add = (): void => {
    if (map.getLayer(`${source}-line`)) return;
    if (!map.getSource(source)) map.addSource(source, { type: 'geojson', data });
    const colour = ['case', ['get', 'strong'], colours.strong, colours.line] as never;
    map.addLayer({ id: `${source}-line`, type: 'line', source, paint: { 'line-color': colour, 'line-width': ['case', ['get', 'strong'], 3, 1.5], 'line-dasharray': [3, 2] } });
    map.addLayer({
      id: `${source}-first`, type: 'circle', source, filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-color': colour, 'circle-radius': ['case', ['get', 'strong'], 7, 5], 'circle-stroke-color': colours.halo, 'circle-stroke-width': 2 },
    });
  };
  add();
  (map.getSource(source) as GeoJSONSource | undefined)?.setData(data);
  map.on('styledata', add);
  return () => {
    map.off('styledata', add);
    for (const layer of ['line', 'first']) if (map.getLayer(`${source}-${layer}`)) map.removeLayer(`${source}-${layer}`);
    if (map.getSource(source)) map.removeSource(source);
  };
}

function features({ epsg, first, extent: [west, south, east, north] }: ImportCandidate, strong: boolean) {
  const properties = { epsg, strong };
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  return [
    { type: 'Feature' as const, properties, geometry: { type: 'LineString' as const, coordinates: ring } },
    { type: 'Feature' as const, properties, geometry: { type: 'Point' as const, coordinates: first } },
  ];
}
