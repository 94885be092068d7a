import type { Map as MapLibreMap, VectorTileSource } from 'maplibre-gl';

const waiting = new WeakMap<MapLibreMap, Set<string>>();

/**
 * Gives a source other tiles. A tile that is on its way just then arrives from the old address and is kept by the map as if it were of the
 * new one: once all have arrived they are read again.
 */
export function changeTiles(map: MapLibreMap, id: string, address: string): void {
  const source = map.getSource<VectorTileSource>(id);
  if (!source) return;
  const arrived = map.isSourceLoaded(id);
  source.setTiles([address]);
  if (!arrived) rereadOnceLoaded(map, id);
}

function rereadOnceLoaded(map: MapLibreMap, id: string): void {
  const sources = waiting.get(map) ?? new Set<string>();
  waiting.set(map, sources);
  if (sources.has(id)) return;
  sources.add(id);
  const look = (): void => {
    if (map.getSource(id) && !map.isSourceLoaded(id)) return;
    map.off('render', look);
    sources.delete(id);
    if (map.getSource(id)) map.refreshTiles(id);
  };
  map.on('render', look);
}
