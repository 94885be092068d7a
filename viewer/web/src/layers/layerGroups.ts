import type { Layer } from '../api/types';
import { inOrder } from './orderOf';

export type LayerGroup = 'live' | 'city' | 'networks' | 'base' | 'imported' | 'analysis';

const order: readonly LayerGroup[] = ['live', 'analysis', 'city', 'networks', 'base', 'imported'];
const known: Record<string, LayerGroup> = {
  incidents: 'live', facilities: 'live', incident_footprints: 'live', districts: 'city', streets: 'base', water: 'base', green: 'base', buildings: 'base',
  water_pipes: 'networks', power_lines: 'networks', lighting_lines: 'networks', drains: 'networks', telecom_lines: 'networks', street_lights: 'networks',
};

/** The catalogue in the groups of the panel, each from the top of the map down; what came from an import or was worked out stands by itself. */
export function layerGroups(layers: readonly Layer[], chosen: readonly string[] = []): Array<{ group: LayerGroup; items: Layer[] }> {
  const of = (layer: Layer): LayerGroup => known[layer.id] ?? (layer.group === 'analysis' ? 'analysis' : 'imported');
  return order
    .map((group) => ({ group, items: inOrder(layers.filter((layer) => of(layer) === group), chosen) }))
    .filter(({ items }) => items.length > 0);
}
