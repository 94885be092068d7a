import type { LayerSpecification } from 'maplibre-gl';
import type { Language } from '../../i18n/words';
import type { Palette, Theme } from './palette';
import { medium } from './fonts';

const shade = ['feature-state', 'shade'];
const hasShade = ['!=', ['coalesce', shade, -1], -1];

/** Districts in the shade of their figure; those without one are hatched, for nothing known is not zero. */
const themeLayers = (palette: Palette, theme: Theme): LayerSpecification[] => {
  const from = { source: 'districts', 'source-layer': 'districts' };
  const [zero, one, two, three, four] = palette.shades;
  return [
    {
      id: 'districts-shade', type: 'fill', ...from,
      paint: { 'fill-color': ['match', ['coalesce', shade, 0], 0, zero, 1, one, 2, two, 3, three, four], 'fill-opacity': ['case', hasShade, 0.62, 0], 'fill-antialias': false },
    },
    { id: 'districts-unknown', type: 'fill', ...from, paint: { 'fill-pattern': `hatch|${theme}`, 'fill-opacity': ['case', hasShade, 0, 0.7] } },
  ] as unknown as LayerSpecification[];
};

const isChosen = (strong: number): unknown[] => ['case', ['boolean', ['feature-state', 'chosen'], false], strong, 0];

/** The ground of the chosen district. It lies over the whole map, so it is drawn only while one is chosen. */
const chosenGround = (palette: Palette): LayerSpecification => ({
  id: 'districts-fill', type: 'fill', source: 'districts', 'source-layer': 'districts', paint: { 'fill-color': palette.accent, 'fill-opacity': isChosen(0.07) },
} as unknown as LayerSpecification);

const chosenBorder = (palette: Palette): LayerSpecification => ({
  id: 'districts-chosen', type: 'line', source: 'districts', 'source-layer': 'districts',
  paint: { 'line-color': palette.accent, 'line-width': 2.5, 'line-opacity': isChosen(1) },
} as unknown as LayerSpecification);

/** Borders of the districts; the chosen one is tinted through its feature state. */
export const districtLayers = (palette: Palette, theme: Theme, coloured: boolean, chosen: boolean): LayerSpecification[] => [
  ...(coloured ? themeLayers(palette, theme) : []),
  ...(chosen ? [chosenGround(palette)] : []),
  {
    id: 'districts-band', type: 'line', source: 'districts', 'source-layer': 'districts',
    paint: { 'line-color': palette.border, 'line-opacity': 0.1, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 3, 14, 9] },
  },
  {
    id: 'districts-border', type: 'line', source: 'districts', 'source-layer': 'districts',
    paint: {
      'line-color': palette.border,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.8, 14, 1.8],
      'line-dasharray': [4, 2.5],
    },
  },
  ...(chosen ? [chosenBorder(palette)] : []),
];

export const districtLabel = (palette: Palette, language: Language): LayerSpecification => ({
  // From points of the page's own: tiles cut a district into pieces, and each piece would carry the name again.
  id: 'districts-label', type: 'symbol', source: 'district-names', minzoom: 9, maxzoom: 14.5,
  layout: {
    'text-field': ['get', language === 'en' ? 'en' : 'vi'],
    'text-font': medium, 'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11, 14, 15],
    'text-letter-spacing': 0.04, 'text-max-width': 7, 'text-padding': 6,
    'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'], 'text-radial-offset': 2.4,
  },
  paint: { 'text-color': palette.districtLabel, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
});
