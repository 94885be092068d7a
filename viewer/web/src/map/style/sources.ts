import type { SourceSpecification } from 'maplibre-gl';
import type { Bounds, Layer } from '../../api/types';
import { deepestTiles, incidentScheme } from '../live/incidentScheme';
import type { StyleOptions } from './styleOptions';

const nothing = { type: 'FeatureCollection' as const, features: [] };

/** The address of a layer's tiles. Tiles are read by a worker, which needs the whole address. */
export function tileAddress(layer: string, params: string): string {
  return `${layer === 'incidents' ? `${incidentScheme}:/` : location.origin}/tiles/${layer}/{z}/{x}/{y}.mvt${params ? `?${params}` : ''}`;
}

/** One vector source per layer of the catalogue, and the page's own small sources. */
export function buildSources(options: StyleOptions): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = {
    live: {
      type: 'geojson', data: nothing, promoteId: 'id', cluster: true, clusterRadius: 44, clusterMaxZoom: 13,
      clusterProperties: {
        worst: ['max', ['get', 'severity']],
        overdue: ['+', ['case', ['get', 'overdue'], 1, 0]],
      },
    },
    'district-names': { type: 'geojson', data: nothing },
    focus: { type: 'geojson', data: nothing },
    tool: { type: 'geojson', data: nothing },
  };
  for (const layer of options.layers) sources[layer.id] = vectorSource(layer, options);
  return sources;
}

function vectorSource(layer: Layer, options: StyleOptions): SourceSpecification {
  const params = layer.id === 'incidents' ? options.incidentParams : options.otherParams;
  const source: SourceSpecification = {
    type: 'vector',
    tiles: [tileAddress(layer.id, params)],
    minzoom: Math.max(0, layer.minZoom),
    maxzoom: Math.max(layer.minZoom, Math.min(deepestTiles, layer.maxZoom)),
    promoteId: 'id',
  };
  // A live layer may get features anywhere, so its present bounds must not stop tiles from being asked for.
  if (layer.bounds && !layer.live) source.bounds = layer.editable ? widened(layer.bounds) : layer.bounds;
  return source;
}

/** Features may be drawn beside those there are; some 25 km is more than a city's edge. */
const widened = ([west, south, east, north]: Bounds): Bounds => [Math.max(-180, west - 0.25), Math.max(-85, south - 0.25), Math.min(180, east + 0.25), Math.min(85, north + 0.25)];
