import type { LayerSpecification } from 'maplibre-gl';
import { markImage } from './incidentLayers';
import type { Palette, Theme } from './palette';

/** The mark of the selected incident. Its ring lies over everything; the mark itself leaves the number of its group to be read. */
export const focusMark = (theme: Theme): LayerSpecification => ({
  id: 'focus-mark', type: 'symbol', source: 'focus', filter: ['all', ['==', ['geometry-type'], 'Point'], ['has', 'severity']],
  layout: { 'icon-image': markImage(theme) as unknown as string, 'icon-allow-overlap': true },
});

/** What is selected or pointed at, and what a tool is drawing. */
export const toolLayers = (palette: Palette, theme: Theme): LayerSpecification[] => [
  {
    id: 'focus-area', type: 'fill', source: 'focus', filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': palette.accent, 'fill-opacity': 0.12 },
  },
  {
    id: 'focus-line', type: 'line', source: 'focus', filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': palette.accent, 'line-width': 2.5 },
  },
  {
    id: 'focus-hover', type: 'circle', source: 'focus', filter: ['all', ['==', ['geometry-type'], 'Point'], ['==', ['get', 'role'], 'hover']],
    paint: { 'circle-radius': 17, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': palette.accent, 'circle-stroke-width': 2, 'circle-stroke-opacity': 0.6 },
  },
  {
    id: 'focus-point', type: 'circle', source: 'focus', filter: ['all', ['==', ['geometry-type'], 'Point'], ['==', ['get', 'role'], 'selected']],
    paint: { 'circle-radius': 19, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': palette.accent, 'circle-stroke-width': 3 },
  },
  {
    id: 'focus-facility', type: 'symbol', source: 'focus', filter: ['all', ['==', ['geometry-type'], 'Point'], ['has', 'kind']],
    layout: { 'icon-image': ['concat', `facility|${theme}|`, ['get', 'kind'], '|', ['get', 'status']], 'icon-allow-overlap': true },
  },
  { id: 'tool-area', type: 'fill', source: 'tool', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': palette.accent, 'fill-opacity': 0.15 } },
  { id: 'tool-line', type: 'line', source: 'tool', filter: ['!=', ['geometry-type'], 'Point'], paint: { 'line-color': palette.accent, 'line-width': 2.5, 'line-dasharray': [2, 1] } },
  {
    id: 'tool-point', type: 'circle', source: 'tool', filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 5, 'circle-color': palette.surface, 'circle-stroke-color': palette.accent, 'circle-stroke-width': 2.5 },
  },
];
