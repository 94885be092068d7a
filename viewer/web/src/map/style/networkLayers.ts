import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette';

/** Networks under the streets: thin until zoomed in, each its own hue and dash. */
const networks = [
  { id: 'water_pipes', dash: null, minzoom: 12 },
  { id: 'drains', dash: [3, 1.6], minzoom: 12 },
  { id: 'power_lines', dash: null, minzoom: 11 },
  { id: 'lighting_lines', dash: [0.4, 1.8], minzoom: 13 },
  { id: 'telecom_lines', dash: [5, 2], minzoom: 12 },
] as const;

export function networkLayers(palette: Palette): LayerSpecification[] {
  return networks.map(({ id, dash, minzoom }) => ({
    id, type: 'line', source: id, 'source-layer': id, minzoom,
    layout: { 'line-cap': dash ? 'butt' : 'round', 'line-join': 'round' },
    paint: {
      'line-color': palette.networks[id],
      'line-opacity': 0.85,
      'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 12, 0.8, 15, 1.6, 18, 4],
      ...(dash ? { 'line-dasharray': [...dash] } : {}),
    },
  }));
}

/** Street lights: dots from zoom 15. */
export const streetLightLayer = (palette: Palette): LayerSpecification => ({
  id: 'street_lights', type: 'circle', source: 'street_lights', 'source-layer': 'street_lights', minzoom: 14.5,
  paint: {
    'circle-radius': ['interpolate', ['linear'], ['zoom'], 14.5, 1.2, 18, 3.5],
    'circle-color': palette.streetLight, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 0.8,
  },
});
