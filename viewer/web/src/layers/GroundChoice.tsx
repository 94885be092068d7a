import { useEffect } from 'preact/hooks';
import { basemaps, loadBasemaps, wantedBasemap } from '../state/basemap';
import { words } from '../state/prefs';

/** What lies under everything: the drawn ground, or one of the server's base maps. Without any there is nothing to choose. */
export function GroundChoice() {
  const w = words.value.ground;
  useEffect(() => void loadBasemaps(), []);
  if (!basemaps.value.length) return null;
  const choices = [{ id: '', name: w.drawn }, ...basemaps.value.map(({ id }) => ({ id, name: id }))];
  return (
    <fieldset><legend>{w.title}</legend>{choices.map(({ id, name }) => (
      <label key={id} class="ground-choice">
        <input type="radio" name="ground" checked={wantedBasemap.value === id} onChange={() => (wantedBasemap.value = id)} />
        <span>{name}</span>
      </label>
    ))}</fieldset>
  );
}
