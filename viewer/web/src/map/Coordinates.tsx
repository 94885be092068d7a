import { useEffect, useRef, useState } from 'preact/hooks';
import type { Position } from '../api/types';
import { formatCoordinates, parseCoordinates } from '../format/coordinates';
import { pickedPlace } from '../state/draft';
import { goToOpen } from '../state/goTo';
import { words } from '../state/prefs';
import { flyTo, mapCenter, mapHandle } from './mapHandle';

/** Where the pointer is, or the middle of the map; pressed, it takes coordinates and goes there. */
export function Coordinates() {
  const w = words.value.map;
  if (goToOpen.value) return <GoTo />;
  return (
    <button type="button" class="map-coordinates figures" title={`${w.goTo} (G)`} onClick={() => (goToOpen.value = true)}>
      <span class="visually-hidden">{w.goTo}: </span><ReadOut />
    </button>
  );
}

function ReadOut() {
  const map = mapHandle.value;
  const [place, setPlace] = useState<Position | null>(null);
  useEffect(() => {
    if (!map) return undefined;
    const over = (event: { lngLat: { lng: number; lat: number } }): void => setPlace({ lon: event.lngLat.lng, lat: event.lngLat.lat });
    const middle = (): void => setPlace(mapCenter());
    middle();
    map.on('mousemove', over);
    for (const event of ['mouseout', 'moveend'] as const) map.on(event, middle);
    return () => {
      map.off('mousemove', over);
      for (const event of ['mouseout', 'moveend'] as const) map.off(event, middle);
    };
  }, [map]);
  return <>{place ? formatCoordinates(place) : ''}</>;
}

function GoTo() {
  const w = words.value.map;
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const close = (): void => { goToOpen.value = false; };
  useEffect(() => field.current?.focus(), []);
  const go = (event: Event): void => {
    event.preventDefault();
    const place = parseCoordinates(text);
    setBad(!place);
    if (!place) return;
    close();
    flyTo(place);
    pickedPlace.value = place;
  };
  return (
    <form class="map-goto" aria-label={w.goTo} onSubmit={go} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } }}>
      <label class="field"><span>{w.goToField}</span>
        <input ref={field} value={text} placeholder="21.85370, 106.76150" inputMode="text" autocomplete="off" spellcheck={false} aria-invalid={bad} aria-describedby="goto-hint"
          onInput={(event) => { setText(event.currentTarget.value); setBad(false); }} /></label>
      <p id="goto-hint" class={bad ? 'field-problem' : 'field-hint'} role={bad ? 'alert' : undefined}>{bad ? w.goToBad : w.goToHint}</p>
      <div class="form-buttons"><button type="button" class="button" onClick={close}>{words.value.cancel}</button><button type="submit" class="button button-primary">{w.go}</button></div>
    </form>
  );
}
