import type { LayerSpecification, RasterSourceSpecification } from 'maplibre-gl';
import type { StyleOptions } from './styleOptions';

/** Layers a picture of the ground shows itself. */
const covered = new Set(['green', 'water', 'buildings']);

/** Name of the source of a base map; each has its own, for a source is never changed once it is there. */
const sourceOf = (id: string): string => `ground-${id}`;

/** The source of the base map, if one is wanted. */
export function rasterSource({ ground }: StyleOptions): Record<string, RasterSourceSpecification> {
  if (!ground) return {};
  const { id, tiles, minZoom, maxZoom, attribution } = ground;
  return { [sourceOf(id)]: { type: 'raster', tiles: [new URL(tiles, location.origin).href.replace(/%7B/g, '{').replace(/%7D/g, '}')], tileSize: 256, minzoom: minZoom, maxzoom: maxZoom, attribution } };
}

/** The layers with the base map on the background, and without the areas it covers. */
export function overGround(layers: LayerSpecification[], { ground }: StyleOptions): LayerSpecification[] {
  if (!ground) return layers;
  const source = sourceOf(ground.id);
  return layers.flatMap((layer): LayerSpecification[] => {
    if (layer.type === 'background') return [layer, { id: source, type: 'raster', source }];
    return layer.type === 'fill' && covered.has(String(layer.source)) ? [] : [layer];
  });
}
