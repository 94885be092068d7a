import { effect } from '@preact/signals';
import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import { insertVertex, middlesOf, moveVertex, removeVertex, verticesOf, type Vertex } from '../features/shapeEdits';
import { tool, type MapTool } from '../state/draft';
import { words } from '../state/prefs';

type Hand = Extract<MapTool, { kind: 'vertices' }>;

/** More handles than this only hide the shape; closer to it, fewer corners are in view. */
const most = 250;
const step = 4;

/** Handles for the corners of a shape that is being changed: dragged, or moved by the arrow keys; those between corners make a new one. */
export function keepVertices(map: MapLibreMap): () => void {
  let markers: Marker[] = [];
  let dragging = false;
  const clear = (): void => {
    markers.forEach((marker) => marker.remove());
    markers = [];
  };
  const handOf = (): Hand | null => {
    const inHand = tool.peek();
    return inHand?.kind === 'vertices' ? inHand : null;
  };
  const draw = (): void => {
    const inHand = handOf();
    const held = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['vertex'] : undefined;
    clear();
    if (!inHand) return;
    const seen = map.getBounds();
    const near = (vertices: Vertex[]): Vertex[] => vertices.filter(({ at }) => seen.contains(at)).slice(0, most);
    const corners = near(verticesOf(inHand.shape));
    for (const vertex of corners) markers.push(handle(vertex, false, inHand));
    if (corners.length * 2 <= most) for (const vertex of near(middlesOf(inHand.shape))) markers.push(handle(vertex, true, inHand));
    if (held) map.getContainer().querySelector<HTMLElement>(`[data-vertex="${held}"]`)?.focus();
  };
  const handle = ({ path, at }: Vertex, between: boolean, inHand: Hand): Marker => {
    const element = document.createElement('button');
    element.type = 'button';
    const chosen = !between && inHand.chosen?.join() === path.join();
    element.className = `vertex${between ? ' vertex-between' : ''}${chosen ? ' vertex-chosen' : ''}`;
    element.dataset['vertex'] = `${between ? 'm' : 'v'}${path.join('-')}`;
    const w = words.peek().feature;
    element.title = between ? w.addVertex : w.vertex;
    const marker = new Marker({ element, draggable: true }).setLngLat(at).addTo(map);
    // The map's own library names every marker; this one is named after what it does.
    element.setAttribute('aria-label', between ? w.addVertex : w.vertex);
    const moved = (): [number, number] => [marker.getLngLat().lng, marker.getLngLat().lat];
    const put = (to: [number, number]): void => {
      const now = handOf();
      if (now) tool.value = { ...now, chosen: path, shape: between ? insertVertex(now.shape, path, to) : moveVertex(now.shape, path, to) };
    };
    marker.on('dragstart', () => (dragging = true));
    marker.on('dragend', () => {
      dragging = false;
      put(moved());
    });
    element.addEventListener('click', (event) => {
      event.stopPropagation();
      const now = handOf();
      if (between) put(at);
      else if (now) tool.value = { ...now, chosen: path };
    });
    element.addEventListener('keydown', (event) => {
      const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
      const now = handOf();
      if (!now) return;
      if (by && !between) {
        const place = map.project(at);
        const next = map.unproject([place.x + by[0]!, place.y + by[1]!]);
        put([next.lng, next.lat]);
      } else if ((event.key === 'Delete' || event.key === 'Backspace') && !between) {
        const next = removeVertex(now.shape, path);
        if (next) tool.value = { ...now, shape: next, chosen: null };
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
    return marker;
  };
  const again = (): void => { if (!dragging) draw(); };
  map.on('moveend', again);
  const stop = effect(() => {
    void tool.value;
    again();
  });
  return () => {
    stop();
    map.off('moveend', again);
    clear();
  };
}
