import { effect } from '@preact/signals';
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { queryParams } from '../query/incidentQuery';
import { basemap } from '../state/basemap';
import { layers } from '../state/city';
import { mapQuery } from '../state/incidents';
import { layerOrder } from '../state/layerOrder';
import { districtFigure, hiddenLayers, language, layerOpacity, theme } from '../state/prefs';
import { asOf, detail } from '../state/view';
import { changeTiles } from './changeTiles';
import { buildStyle } from './style/buildStyle';
import { tileAddress } from './style/sources';

const withAsOf = (params: URLSearchParams, at: string | null): string => {
  if (at) params.set('asOf', at);
  return params.toString();
};

/** Reads everything a style depends on, so that an effect follows it. */
export function currentStyle(): StyleSpecification {
  return buildStyle({
    theme: theme.value,
    language: language.value,
    layers: layers.value ?? [],
    hidden: new Set(hiddenLayers.value),
    opacity: layerOpacity.value,
    order: layerOrder.value,
    ground: basemap.value,
    districtTheme: districtFigure.value !== 'none',
    districtChosen: detail.value?.kind === 'district',
    // Another query or time changes the sources below, not the style: a style set anew drops what a source was just told.
    incidentParams: withAsOf(queryParams(mapQuery.peek()), asOf.peek()),
    otherParams: withAsOf(new URLSearchParams(), asOf.peek()),
  });
}

/** Keeps colours, language, visible layers, query and time of the map in step. Returns the function that stops it. */
export function keepStyle(map: MapLibreMap, onTiles: () => void): () => void {
  let first = true;
  const stopStyle = effect(() => {
    const next = currentStyle();
    if (first) return;
    // The sources are kept as they are: their data and addresses are changed by their own owners, without a flicker.
    map.setStyle(next, {
      diff: true,
      transformStyle: (before, after) => ({ ...after, sources: { ...after.sources, ...before?.sources } }),
    });
  });
  let lastIncidents = '';
  let lastOthers = '';
  const stopTiles = effect(() => {
    const incidentParams = withAsOf(queryParams(mapQuery.value), asOf.value);
    const otherParams = withAsOf(new URLSearchParams(), asOf.value);
    for (const layer of layers.value ?? []) {
      const params = layer.id === 'incidents' ? incidentParams : otherParams;
      if (first || params === (layer.id === 'incidents' ? lastIncidents : lastOthers)) continue;
      changeTiles(map, layer.id, tileAddress(layer.id, params));
    }
    if (!first && incidentParams !== lastIncidents) onTiles();
    lastIncidents = incidentParams;
    lastOthers = otherParams;
  });
  first = false;
  return () => {
    stopStyle();
    stopTiles();
  };
}
