import { useEffect } from 'preact/hooks';
import { MapView } from '../map/MapView';
import { mapHandle } from '../map/mapHandle';
import { windowHeight } from '../state/layout';
import { words } from '../state/prefs';
import { keepAwake } from './keepAwake';
import { paceOf } from './scenes';
import { SceneCard } from './SceneCard';
import { useScene } from './useScene';
import { WallFigures } from './WallFigures';
import { WallHead } from './WallHead';
import { wallScale } from './wallScale';
import { WorstList } from './WorstList';
import './wall.css';

const pace = paceOf(new URLSearchParams(location.search));

/** The city on a wall: no controls, large figures, a map that walks by itself, and never a blank screen. */
export function Wall() {
  const shown = useScene(pace);
  useEffect(keepAwake, []);
  // Marks and labels are drawn for a desk; seen from five metres they are drawn larger, and sharp.
  const scale = wallScale(windowHeight.value);
  useEffect(() => { mapHandle.value?.setPixelRatio(devicePixelRatio * scale); }, [mapHandle.value, scale]);
  return (
    <main class="wall" aria-label={words.value.wall.title}>
      <WallHead />
      <section class="wall-map"><div class="wall-scaled" style={{ width: `${100 / scale}%`, height: `${100 / scale}%`, transform: `scale(${scale})` }}><MapView /></div><SceneCard shown={shown} pace={pace} /></section>
      <aside class="wall-side"><WallFigures /><WorstList /></aside>
    </main>
  );
}
