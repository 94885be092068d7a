import type { LayerSpecification } from 'maplibre-gl';
import type { Layer } from '../../api/types';
import { regular } from './fonts';
import type { Palette } from './palette';

/** Fields that name a feature of an imported layer; the first that a layer has is taken. */
export const nameFields = ['fullName', 'name_vi', 'name', 'ten', 'title'] as const;

/** Words in the ink of the theme: a style is made for one ground, the map has two. */
const readable = (layer: LayerSpecification, palette: Palette): LayerSpecification => (layer.type === 'symbol'
  ? { ...layer, paint: { ...layer.paint, 'text-color': palette.label, 'text-halo-color': palette.halo } } : layer);

/** A layer as its planner wants it; without a wish, one the console has no style of its own for: quiet, by its kind of geometry, with its name when it has one. */
export function genericLayers(layer: Layer, palette: Palette): LayerSpecification[] {
  if (layer.draw) return (layer.draw as LayerSpecification[]).map((one) => readable(one, palette));
  const from = { source: layer.id, 'source-layer': layer.id };
  const color = palette.networks.telecom_lines;
  const result: LayerSpecification[] = [
    {
      id: `${layer.id}-fill`, type: 'fill', ...from, filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': color, 'fill-opacity': 0.08 },
    },
    {
      id: `${layer.id}-line`, type: 'line', ...from, filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': color, 'line-width': 1.4, 'line-opacity': 0.8 },
    },
    {
      id: `${layer.id}-point`, type: 'circle', ...from, filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': 4, 'circle-color': color, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 1.2 },
    },
  ];
  const named = nameFields.find((name) => layer.fields.some((field) => field.name === name));
  if (named) {
    result.push({
      id: `${layer.id}-label`, type: 'symbol', ...from, minzoom: 10,
      layout: { 'text-field': ['get', named], 'text-font': regular, 'text-size': 12, 'text-max-width': 8 },
      paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
    });
  }
  return result;
}
