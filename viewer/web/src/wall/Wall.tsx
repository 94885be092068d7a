import { useEffect } from 'preact/hooks';
import { MapView } from '../map/MapView';
import { mapHandle } from '../map/mapHandle';
import { words } from '../state/prefs';
import { keepAwake } from './keepAwake';
import { paceOf } from './scenes';
import { SceneCard } from './SceneCard';
import { useScene } from './useScene';
import { WallFigures } from './WallFigures';
import { WallHead } from './WallHead';
import { WorstList } from './WorstList';
import './wall.css';

const pace = paceOf(new URLSearchParams(location.search));

/** The city on a wall: no controls, large figures, a map that walks by itself, and never a blank screen. */
export function Wall() {
  const shown = useScene(pace);
  useEffect(keepAwake, []);
  // Marks and labels are drawn for a desk; seen from five metres they are drawn larger, and sharp.
  useEffect(() => { mapHandle.value?.setPixelRatio(devicePixelRatio * 2); }, [mapHandle.value]);
  return (
    <main class="wall" aria-label={words.value.wall.title}>
      <WallHead />
      <section class="wall-map"><div class="wall-scaled"><MapView /></div><SceneCard shown={shown} pace={pace} /></section>
      <aside class="wall-side"><WallFigures /><WorstList /></aside>
    </main>
  );
}
