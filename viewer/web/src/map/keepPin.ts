import { effect } from '@preact/signals';
import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from '../api/types';
import { draft, tool } from '../state/draft';
import { words } from '../state/prefs';
import { detail } from '../state/view';

const pinSvg = '<svg viewBox="0 0 32 40" width="32" height="40" aria-hidden="true"><path d="M16 39C12 31 3 24 3 15a13 13 0 1 1 26 0c0 9-9 16-13 24z"/>'
  + '<circle cx="16" cy="15" r="5"/></svg>';

/** The pin of a report being written or of an incident being moved: it can be dragged, and follows clicks. */
export function keepPin(map: MapLibreMap): () => void {
  let marker: Marker | null = null;
  const moved = (position: Position): void => {
    const inHand = tool.value;
    if (inHand?.kind === 'movePin') tool.value = { ...inHand, position };
    else if (draft.value) draft.value = { ...draft.value, position };
  };
  return effect(() => {
    const inHand = tool.value;
    const position = inHand?.kind === 'movePin' ? inHand.position : detail.value?.kind === 'report' ? draft.value?.position : undefined;
    if (!position) {
      marker?.remove();
      marker = null;
      return;
    }
    if (!marker) {
      const element = document.createElement('div');
      element.className = 'pin';
      element.innerHTML = pinSvg;
      element.setAttribute('role', 'img');
      marker = new Marker({ element, draggable: true, anchor: 'bottom' }).setLngLat([position.lon, position.lat]).addTo(map);
      element.setAttribute('aria-label', words.value.report.pin);
      const dragged = marker;
      marker.on('dragend', () => {
        const at = dragged.getLngLat();
        moved({ lon: at.lng, lat: at.lat });
      });
    }
    marker.setLngLat([position.lon, position.lat]);
  });
}
