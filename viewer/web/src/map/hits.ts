import type { Map as MapLibreMap, MapGeoJSONFeature, Point } from 'maplibre-gl';
import type { SeenMark } from './cardAnchor';

/** A finger or a pointer is not a pixel: things this near are meant. */
const slack = 5;

const markLayers = ['incidents-mark', 'live-mark'];
const clusterLayers = ['incidents-cluster', 'live-cluster'];
const facilityLayers = ['facilities', 'facilities-small', 'facilities-small-trouble', 'facilities-trouble'];

export interface Hits {
  /** Single incidents, one entry per incident however often it is drawn. */
  incidents: MapGeoJSONFeature[];
  cluster: MapGeoJSONFeature | null;
  facility: MapGeoJSONFeature | null;
}

/** What lies under a point of the screen. Marks hidden by feature state do not count. */
export function hitsAt(map: MapLibreMap, point: Point): Hits {
  const box: [[number, number], [number, number]] = [[point.x - slack, point.y - slack], [point.x + slack, point.y + slack]];
  const layers = [...markLayers, ...clusterLayers, ...facilityLayers].filter((id) => map.getLayer(id));
  const found = map.queryRenderedFeatures(box, { layers }).filter((feature) => !feature.state['hidden']);
  const of = (ids: string[]): MapGeoJSONFeature[] => found.filter((feature) => ids.includes(feature.layer.id));
  const incidents = new Map(of(markLayers).map((feature) => [String(feature.properties['id']), feature]));
  return { incidents: [...incidents.values()], cluster: of(clusterLayers)[0] ?? null, facility: of(facilityLayers)[0] ?? null };
}

/** The marks on the map as it is drawn, in pixels of it; a facility is worth less than what needs a person. */
export function seenMarks(map: MapLibreMap): SeenMark[] {
  const layers = [...markLayers, ...clusterLayers, ...facilityLayers].filter((id) => map.getLayer(id));
  return map.queryRenderedFeatures({ layers }).filter((feature) => !feature.state['hidden'] && feature.geometry.type === 'Point').map((feature) => {
    const { x, y } = map.project((feature.geometry as GeoJSON.Point).coordinates as [number, number]);
    return { x, y, weight: facilityLayers.includes(feature.layer.id) ? 0.25 : 1 };
  });
}

/** The feature of one layer of the catalogue under a point of the screen: points before lines before areas. */
export function featureAt(map: MapLibreMap, point: Point, layer: string): MapGeoJSONFeature | undefined {
  const box: [[number, number], [number, number]] = [[point.x - slack, point.y - slack], [point.x + slack, point.y + slack]];
  const layers = map.getStyle().layers.filter((one) => 'source' in one && one.source === layer).map((one) => one.id);
  const order = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];
  return map.queryRenderedFeatures(box, { layers }).sort((a, b) => order.indexOf(a.geometry.type) - order.indexOf(b.geometry.type))[0];
}
