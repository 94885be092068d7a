import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap, SourceSpecification } from 'maplibre-gl';

/** Something drawn over the map for a while: sources by id, and layers of them, the lowest first. */
export interface Overlay {
  sources: Readonly<Record<string, SourceSpecification>>;
  layers: ReadonlyArray<LayerSpecification>;
  /** The layer of the map that a layer goes below, while the map has it; without it on top. */
  below?: (layer: string) => string | undefined;
}

/** Draws it, and keeps it drawn: a new style of the map drops what it does not know. Returns the function that takes it off. */
export function drawOver(map: MapLibreMap, { sources, layers, below }: Overlay): () => void {
  const add = (): void => {
    for (const [id, source] of Object.entries(sources)) if (!map.getSource(id)) map.addSource(id, source);
    for (const layer of layers) {
      const before = below?.(layer.id);
      if (!map.getLayer(layer.id)) map.addLayer(layer, before && map.getLayer(before) ? before : undefined);
    }
  };
  add();
  // What was drawn before under the same name is not taken for this.
  for (const [id, source] of Object.entries(sources)) if (source.type === 'geojson') (map.getSource(id) as GeoJSONSource | undefined)?.setData(source.data as never);
  map.on('styledata', add);
  return () => {
    map.off('styledata', add);
    for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id);
    for (const id of Object.keys(sources)) if (map.getSource(id)) map.removeSource(id);
  };
}
