import type { LayerSpecification } from 'maplibre-gl';
import { bold } from './fonts';
import type { Palette, Theme } from './palette';

/** Marks drawn on the live source lie over the same marks of the tiles; a tile's mark is hidden once the live source holds its incident. */
const shown = (opacity: number): unknown[] => ['case', ['boolean', ['feature-state', 'hidden'], false], 0, opacity];

const isCluster = ['has', 'cluster'];
const count = ['to-number', ['coalesce', ['get', 'count'], ['get', 'point_count'], 1]];
const overdue = ['to-number', ['coalesce', ['get', 'overdue'], 0]];
const shape = ['match', ['get', 'state'], 'InProgress', 'half', 'FixClaimed', 'ring', 'FixVerified', 'ring', ['Closed', 'Rejected'], 'tick', 'full'];
const clock = ['case', ['==', overdue, 1], 'overdue', ['to-boolean', ['coalesce', ['get', 'dueSoon'], false]], 'soon', 'none'];
const size = ['step', count, 0, 10, 1, 100, 2, 1000, 3];
// Overdue share in quarters, so that few images can show it.
const share = ['case', ['<=', overdue, 0], 0, ['max', 1, ['round', ['*', 4, ['/', overdue, count]]]]];

/** The name of the image of a single mark. */
export const markImage = (theme: Theme): unknown[] => ['concat', `mark|${theme}|`, ['to-string', ['get', 'severity']], '|', shape, '|', clock];

/** Incidents of one source: halo of the unacknowledged, bubbles of groups, single marks. */
export function incidentLayers(palette: Palette, theme: Theme, source: 'incidents' | 'live'): LayerSpecification[] {
  const from = source === 'incidents' ? { source, 'source-layer': 'incidents' } : { source };
  return [
    {
      id: `${source}-halo`, type: 'circle', ...from,
      filter: ['all', ['!', isCluster], ['==', ['get', 'acknowledged'], false], ['match', ['get', 'state'], ['Closed', 'Rejected'], false, true]],
      paint: {
        'circle-radius': 17, 'circle-color': severityColor(palette, ['get', 'severity']), 'circle-opacity': shown(0.22),
        'circle-stroke-color': severityColor(palette, ['get', 'severity']), 'circle-stroke-width': 1, 'circle-stroke-opacity': shown(0.55),
      },
    },
    {
      id: `${source}-mark`, type: 'symbol', ...from, filter: ['!', isCluster],
      layout: {
        'icon-image': markImage(theme),
        'icon-allow-overlap': true, 'icon-padding': 4, 'symbol-sort-key': ['get', 'severity'],
      },
      paint: { 'icon-opacity': shown(1) },
    },
    {
      id: `${source}-cluster`, type: 'symbol', ...from, filter: isCluster,
      layout: {
        'icon-image': ['concat', `cluster|${theme}|`, ['to-string', ['coalesce', ['get', 'worst'], 1]], '|', ['to-string', size], '|', ['to-string', share]],
        'icon-allow-overlap': true, 'icon-padding': 2,
        'text-field': ['case', ['>=', count, 10000], ['concat', ['to-string', ['round', ['/', count, 1000]]], 'k'], ['to-string', count]],
        'text-font': bold, 'text-size': 13, 'text-allow-overlap': true,
        // Every value of a key is drawn by a call of its own: larger groups lie over smaller ones by size, not by count.
        'symbol-sort-key': size,
      },
      paint: { 'text-color': palette.onSeverity },
    },
  ] as unknown as LayerSpecification[];
}

export function severityColor(palette: Palette, severity: unknown): unknown[] {
  const [one, two, three, four, five] = palette.severity;
  return ['match', severity, 1, one, 2, two, 3, three, 4, four, 5, five, one];
}

/** Extents of incidents: lines and areas in their severity's colour. */
export const footprintLayers = (palette: Palette): LayerSpecification[] => {
  const from = { source: 'incident_footprints', 'source-layer': 'incident_footprints', minzoom: 11 };
  const open = ['match', ['get', 'state'], ['Closed', 'Rejected'], false, true];
  const color = severityColor(palette, ['get', 'severity']);
  return [
    { id: 'incident_footprints-fill', type: 'fill', ...from, filter: ['all', open, ['==', ['geometry-type'], 'Polygon']], paint: { 'fill-color': color, 'fill-opacity': 0.12 } },
    { id: 'incident_footprints-line', type: 'line', ...from, filter: open, paint: { 'line-color': color, 'line-width': 2, 'line-opacity': 0.8 } },
  ] as unknown as LayerSpecification[];
};
