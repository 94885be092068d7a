import { effect } from '@preact/signals';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from '../api/types';
import { districts } from '../state/city';
import { tool } from '../state/draft';
import { list } from '../state/incidents';
import { detail, focus, hovered, selectedIncident } from '../state/view';
import { reveal } from './mapHandle';

const point = (position: Position, role: string, mark: object = {}): GeoJSON.Feature => ({
  type: 'Feature', properties: { role, ...mark }, geometry: { type: 'Point', coordinates: [position.lon, position.lat] },
});
const setData = (map: MapLibreMap, source: string, features: GeoJSON.Feature[]): void => {
  (map.getSource(source) as GeoJSONSource | undefined)?.setData({ type: 'FeatureCollection', features });
};

/** Draws what is selected, pointed at, or being drawn; and moves the map only when the selected thing is hidden. */
export function keepFocus(map: MapLibreMap): () => void {
  const stops = [
    effect(() => {
      const features: GeoJSON.Feature[] = [];
      const selected = focus.value;
      if (selected?.footprint) features.push({ type: 'Feature', properties: {}, geometry: selected.footprint as GeoJSON.Geometry });
      if (selected && !selected.bare) features.push(point(selected.position, 'selected', selected.mark));
      const over = hovered.value;
      const row = over && over !== selectedIncident.value ? list.peek().items.find((item) => item.id === over) : undefined;
      if (row) features.push(point(row.position, 'hover'));
      setData(map, 'focus', features);
    }),
    effect(() => {
      const selected = focus.value?.position;
      if (selected && detail.value) reveal(selected);
    }),
    effect(() => setData(map, 'tool', toolFeatures())),
    keepChosenDistrict(map),
    effect(() => setData(map, 'district-names', (districts.value ?? []).map(({ bounds: [west, south, east, north], name, nameEn }) => ({
      type: 'Feature', properties: { vi: name, en: nameEn ?? name }, geometry: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] },
    })))),
  ];
  return () => stops.forEach((stop) => stop());
}

function toolFeatures(): GeoJSON.Feature[] {
  const inHand = tool.value;
  if (inHand?.kind === 'vertices') return inHand.shape.type === 'Point' ? [] : [{ type: 'Feature', properties: {}, geometry: inHand.shape }];
  if (!inHand || inHand.kind === 'movePin' || !inHand.points.length) return [];
  const path = inHand.points.map((at) => [at.lon, at.lat]);
  const features = inHand.points.map((at) => point(at, 'vertex'));
  const [start] = path;
  if (inHand.shape === 'Polygon' && path.length > 2 && start) {
    features.unshift({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[...path, start]] } });
  } else if (path.length > 1) features.unshift({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: path } });
  return features;
}

function keepChosenDistrict(map: MapLibreMap): () => void {
  let before: string | null = null;
  return effect(() => {
    const chosen = detail.value?.kind === 'district' ? detail.value.id : null;
    if (!map.getSource('districts')) return;
    const at = (id: string): { source: string; sourceLayer: string; id: string } => ({ source: 'districts', sourceLayer: 'districts', id });
    if (before && before !== chosen) map.removeFeatureState(at(before), 'chosen');
    if (chosen) map.setFeatureState(at(chosen), { chosen: true });
    before = chosen;
  });
}
