import type { GeoJSONSource, Map as MapLibreMap, MapGeoJSONFeature, MapMouseEvent } from 'maplibre-gl';
import type { Position } from '../api/types';
import { draft, pickedPlace, startReport, tool } from '../state/draft';
import { stack } from '../state/stack';
import { closeDetail, detail, hovered, openFacility, openIncident } from '../state/view';
import { editing, openFeature } from '../features/editing';
import { featureAt, hitsAt } from './hits';
import { flyTo } from './mapHandle';

const longPressMilliseconds = 550;
const toPosition = (at: { lng: number; lat: number }): Position => ({ lon: at.lng, lat: at.lat });

function positionOf(feature: MapGeoJSONFeature): Position {
  const [lon = 0, lat = 0] = feature.geometry.type === 'Point' ? feature.geometry.coordinates : [];
  return { lon, lat };
}

/** Clicks, hovering, the second button and the long press of a finger. */
export function addInteractions(map: MapLibreMap): void {
  map.on('click', (event) => onClick(map, event));
  map.on('contextmenu', (event) => {
    if (!tool.value) startReport(toPosition(event.lngLat));
  });
  let last: MapMouseEvent | null = null;
  map.on('mousemove', (event) => {
    if (last === null) requestAnimationFrame(() => {
      if (last && !map.isMoving()) point(map, last);
      last = null;
    });
    last = event;
  });
  map.on('mouseout', () => (hovered.value = null));
  addLongPress(map);
}

/** What the pointer is over; at most once a frame. */
function point(map: MapLibreMap, event: MapMouseEvent): void {
  const hits = hitsAt(map, event.point);
  const first = hits.incidents[0];
  hovered.value = first ? String(first.properties['id']) : null;
  const pointing = editing.value ? featureAt(map, event.point, editing.value) : first || hits.cluster || hits.facility;
  map.getCanvas().style.cursor = tool.value || detail.value?.kind === 'report' ? 'crosshair' : pointing ? 'pointer' : '';
}

function onClick(map: MapLibreMap, event: MapMouseEvent): void {
  const position = toPosition(event.lngLat);
  const inHand = tool.value;
  stack.value = null;
  if (inHand?.kind === 'movePin') {
    tool.value = { ...inHand, position };
    return;
  }
  if (inHand?.kind === 'vertices') {
    // A corner is taken by its handle; a point follows the click.
    if (inHand.shape.type === 'Point') tool.value = { ...inHand, shape: { ...inHand.shape, coordinates: [position.lon, position.lat] } };
    return;
  }
  if (inHand) {
    tool.value = { ...inHand, points: [...inHand.points, position] };
    return;
  }
  if (detail.value?.kind === 'report' && draft.value) {
    draft.value = { ...draft.value, position };
    return;
  }
  if (editing.value) {
    const chosen = featureAt(map, event.point, editing.value);
    if (chosen) openFeature(editing.value, String(chosen.properties['id'] ?? chosen.id));
    else if (detail.value?.kind === 'feature') closeDetail();
    return;
  }
  const hits = hitsAt(map, event.point);
  if (hits.incidents.length > 1) stack.value = { position, items: hits.incidents.map((feature) => ({ ...summary(feature), position: positionOf(feature) })) };
  else if (hits.incidents[0]) openIncident({ id: String(hits.incidents[0].properties['id']), position: positionOf(hits.incidents[0]) });
  else if (hits.cluster) void expand(map, hits.cluster);
  else if (hits.facility) openFacility({ id: String(hits.facility.properties['id'] ?? hits.facility.id), position: positionOf(hits.facility) });
  else {
    pickedPlace.value = pickedPlace.value ? null : position;
    return;
  }
  pickedPlace.value = null;
}

function summary(feature: MapGeoJSONFeature): { id: string; title: string; type: string; severity: number; state: string } {
  const of = (name: string): string => String(feature.properties[name] ?? '');
  return { id: of('id'), title: of('title'), type: of('type'), severity: Number(feature.properties['severity'] ?? 1), state: of('state') };
}

/** Opens a group: closer, to where it falls apart. Its mark may stand beside the middle of its members, which a tile states. */
async function expand(map: MapLibreMap, cluster: MapGeoJSONFeature): Promise<void> {
  const given = Number(cluster.properties['expand_zoom'] ?? NaN);
  const id = cluster.properties['cluster_id'] as number | undefined;
  const source = map.getSource('live') as GeoJSONSource | undefined;
  const zoom = Number.isFinite(given) ? given
    : id !== undefined && source ? await source.getClusterExpansionZoom(id) : map.getZoom() + 2;
  const { lon, lat } = cluster.properties as Partial<Position>;
  const middle = lon !== undefined && lat !== undefined ? { lon, lat } : positionOf(cluster);
  flyTo(middle, Math.min(20, Math.max(zoom, map.getZoom() + 1)));
}

function addLongPress(map: MapLibreMap): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  map.on('touchstart', (event) => {
    stop();
    if (event.points.length !== 1 || tool.value) return;
    timer = setTimeout(() => startReport(toPosition(event.lngLat)), longPressMilliseconds);
  });
  for (const end of ['touchend', 'touchmove', 'touchcancel', 'movestart'] as const) map.on(end, stop);
}
