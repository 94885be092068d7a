import { useEffect, useRef } from 'preact/hooks';
import { Popup, type Map as MapLibreMap } from 'maplibre-gl';
import { render, type ComponentChildren } from 'preact';
import type { Lookup, Position } from '../api/types';
import { request } from '../api/request';
import { formatCoordinates } from '../format/coordinates';
import { districtName, typeName } from '../state/city';
import { pickedPlace, startReport } from '../state/draft';
import { mapPadding, narrow } from '../state/layout';
import { stack } from '../state/stack';
import { formatNumber } from '../format/number';
import { language, words } from '../state/prefs';
import { asOf, openIncident } from '../state/view';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { Mark } from '../ui/Mark';
import { useAsync } from '../ui/useAsync';
import { cardAnchor, cardGap, type ScreenBox } from './cardAnchor';
import { seenMarks } from './hits';
import { mapHandle } from './mapHandle';

/** Small cards that stand on the map: a place that was clicked, and incidents lying on one another. */
export function MapCards() {
  const place = pickedPlace.value;
  const many = stack.value;
  return (
    <>
      {place && <MapCard position={place} key="place"><PlaceCard position={place} /></MapCard>}
      {many && <MapCard position={many.position} key="stack"><StackCard /></MapCard>}
    </>
  );
}

/** Puts its children into a popup of the map, anchored to a position. */
function MapCard({ position, children }: { position: Position; children: ComponentChildren }) {
  const map = mapHandle.value;
  const host = useRef<HTMLDivElement | null>(null);
  host.current ??= document.createElement('div');
  useEffect(() => { if (host.current) render(children, host.current); });
  useEffect(() => {
    if (!map || !host.current) return undefined;
    const popup = new Popup({ closeButton: false, closeOnClick: false, maxWidth: '320px', offset: cardGap, focusAfterOpen: false })
      .setLngLat([position.lon, position.lat]).setDOMContent(host.current).addTo(map);
    // Its size is known once it stands; then it is hung so that it hides neither the place nor what is near.
    popup.options.anchor = cardAnchor(map.project([position.lon, position.lat]), { width: host.current.offsetWidth, height: host.current.offsetHeight }, seenBox(map), seenMarks(map));
    popup.setLngLat([position.lon, position.lat]);
    return () => void popup.remove();
  }, [map, position.lon, position.lat]);
  useEffect(() => () => { if (host.current) render(null, host.current); }, []);
  return null;
}

/** What no panel covers of the map, with a little room; on a phone without the counts above it. */
function seenBox(map: MapLibreMap): ScreenBox {
  const { left, right, top, bottom } = mapPadding.value;
  const { clientWidth, clientHeight } = map.getContainer();
  return { left: left + 8, top: top + (narrow.value ? 60 : 8), right: clientWidth - right - 8, bottom: clientHeight - bottom - 8 };
}

function PlaceCard({ position }: { position: Position }) {
  const w = words.value;
  const place = useAsync<Lookup>(`${position.lon},${position.lat}`, () => request(`/api/lookup?lon=${position.lon}&lat=${position.lat}`));
  const close = (): void => { pickedPlace.value = null; };
  const address = place.value?.address ?? '';
  const district = place.value ? districtName(place.value.district) : '';
  // An address ends with its district, and out of town is nothing else: that is not said twice.
  const line = [address.includes(district) ? '' : district, formatCoordinates(position)].filter(Boolean).join(' · ');
  return (
    <section class="map-card" aria-label={w.map.place}>
      <header><b>{place.value ? address || w.incident.noAddress : place.error === null ? w.report.locating : w.incident.noAddress}</b><IconButton icon="close" label={w.close} onClick={close} /></header>
      <p class="figures">{line}</p>
      {!asOf.value && <button type="button" class="button button-primary button-wide" onClick={() => startReport(position)}><Icon name="pinPlus" size={18} />{w.report.here}</button>}
    </section>
  );
}

function StackCard() {
  const w = words.value;
  const many = stack.value;
  if (!many) return null;
  const close = (): void => { stack.value = null; };
  return (
    <section class="map-card" aria-label={w.map.here(String(many.items.length))}>
      <header><b>{w.map.here(formatNumber(many.items.length, language.value))}</b><IconButton icon="close" label={w.close} onClick={close} /></header>
      <ul class="choose">
        {many.items.map((item) => (
          <li key={item.id}>
            <button type="button" class="choose-item" onClick={() => { close(); openIncident(item); }}>
              <Mark severity={item.severity} state={item.state} decorative /><span>{item.title || typeName(item.type)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
