import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette';
import { medium } from './fonts';

/** Land, green, water and buildings: what everything else stands on. */
export const groundLayers = (palette: Palette): LayerSpecification[] => [
  { id: 'land', type: 'background', paint: { 'background-color': palette.land } },
  { id: 'green', type: 'fill', source: 'green', 'source-layer': 'green', paint: { 'fill-color': palette.green } },
  { id: 'water', type: 'fill', source: 'water', 'source-layer': 'water', paint: { 'fill-color': palette.water, 'fill-outline-color': palette.waterEdge } },
  {
    id: 'buildings', type: 'fill', source: 'buildings', 'source-layer': 'buildings', minzoom: 14,
    paint: {
      'fill-color': palette.building,
      'fill-outline-color': palette.buildingEdge,
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0, 15, 1],
    },
  },
];

/** Names of waters and greens. */
export const groundLabels = (palette: Palette): LayerSpecification[] => [
  nameLabel('water', 13, palette.waterLabel, palette.halo),
  nameLabel('green', 14, palette.greenLabel, palette.halo),
];

function nameLabel(layer: string, minzoom: number, color: string, halo: string): LayerSpecification {
  return {
    id: `${layer}-label`, type: 'symbol', source: layer, 'source-layer': layer, minzoom,
    layout: { 'text-field': ['get', 'name'], 'text-font': medium, 'text-size': 12, 'text-max-width': 8, 'text-padding': 24 },
    paint: { 'text-color': color, 'text-halo-color': halo, 'text-halo-width': 1.2 },
  };
}
