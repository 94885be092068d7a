import type { LayerSpecification } from 'maplibre-gl';
import type { Layer } from '../../api/types';
import { layerGroups } from '../../layers/layerGroups';

/** Names and marks always lie over what they name; only areas, lines and dots change places. */
const movable = new Set(['fill', 'line', 'circle', 'heatmap', 'fill-extrusion']);

/**
 * The layers of a style with those of each group of the catalogue in the order chosen for the group (`order`: ids from the top down), or given by planners. Groups keep
 * their places, so that the ground never covers what stands on it; incidents stay on top of all.
 */
export function reorder(style: readonly LayerSpecification[], layers: readonly Layer[], order: readonly string[]): LayerSpecification[] {
  const result = [...style];
  if (!order.length && !layers.some((layer) => layer.placed)) return result;
  for (const { group, items } of layerGroups(layers, order)) {
    if (group === 'live') continue;
    const rank = new Map(items.map((layer, index) => [layer.id, items.length - index]));
    const places = result.flatMap((layer, index) => ('source' in layer && movable.has(layer.type) && rank.has(String(layer.source)) ? [index] : []));
    const own = places.map((place) => result[place]!).sort((a, b) => rankOf(a) - rankOf(b));
    places.forEach((place, index) => (result[place] = own[index]!));

    function rankOf(layer: LayerSpecification): number {
      return rank.get('source' in layer ? String(layer.source) : '') ?? 0;
    }
  }
  return result;
}
