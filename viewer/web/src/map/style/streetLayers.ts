import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette';
import { medium, regular } from './fonts';

/** Street classes from the widest: the zoom they appear at, and their width in pixels at zoom 12 and 18. */
const classes = [
  { id: 'trunk', minzoom: 7, at12: 3.6, at18: 26 },
  { id: 'primary', minzoom: 8, at12: 3, at18: 22 },
  { id: 'secondary', minzoom: 10, at12: 2.2, at18: 18 },
  { id: 'tertiary', minzoom: 11, at12: 1.4, at18: 14 },
  { id: 'residential', minzoom: 13, at12: 0.6, at18: 10 },
  { id: 'path', minzoom: 15, at12: 0.4, at18: 3 },
] as const;
const isMain = (id: string): boolean => id === 'trunk' || id === 'primary' || id === 'secondary';

const width = (at12: number, at18: number, more = 0): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.5], ['zoom'], 8, at12 * 0.35 + more * 0.5, 12, at12 + more, 18, at18 + more * 1.4];

/** Casings first, then the streets themselves, so that crossings join; the widest on top. */
export function streetLayers(palette: Palette): LayerSpecification[] {
  const upward = [...classes].reverse();
  return [
    ...upward.filter((street) => street.id !== 'path').map((street) => line(street, 'casing', palette)),
    ...upward.map((street) => line(street, 'fill', palette)),
  ];
}

function line(street: (typeof classes)[number], part: 'casing' | 'fill', palette: Palette): LayerSpecification {
  const main = isMain(street.id);
  const casing = part === 'casing';
  return {
    id: `streets-${street.id}-${part}`, type: 'line', source: 'streets', 'source-layer': 'streets', minzoom: street.minzoom,
    filter: ['==', ['get', 'class'], street.id],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': casing ? (main ? palette.mainCasing : palette.minorCasing) : street.id === 'path' ? palette.path : main ? palette.main : palette.minor,
      'line-width': width(street.at12, street.at18, casing ? 1.6 : 0),
      ...(street.id === 'path' ? { 'line-dasharray': [2, 1.5] } : {}),
    },
  };
}

/** Names along the streets: main ones from zoom 13, the others from 15. */
export const streetLabels = (palette: Palette): LayerSpecification[] => [
  label('streets-label-minor', 15, ['match', ['get', 'class'], ['trunk', 'primary', 'secondary'], false, true], 11, palette),
  label('streets-label-main', 13, ['match', ['get', 'class'], ['trunk', 'primary', 'secondary'], true, false], 12, palette),
];

function label(id: string, minzoom: number, filter: ExpressionSpecification, size: number, palette: Palette): LayerSpecification {
  return {
    id, type: 'symbol', source: 'streets', 'source-layer': 'streets', minzoom, filter,
    layout: {
      'symbol-placement': 'line', 'symbol-spacing': 320, 'text-field': ['get', 'name'], 'text-font': size > 11 ? medium : regular,
      'text-size': ['interpolate', ['linear'], ['zoom'], 13, size - 0.5, 17, size + 1.5], 'text-max-angle': 30, 'text-padding': 6,
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
  };
}
