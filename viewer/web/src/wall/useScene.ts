import { useEffect, useState } from 'preact/hooks';
import type { Bounds } from '../api/types';
import { mapHandle } from '../map/mapHandle';
import { districts, info } from '../state/city';
import { districtFigure, reducedMotion } from '../state/prefs';
import { scenesOf, type Scene } from './scenes';

export interface ShownScene { scene: Scene; index: number; count: number }

/** Turns from scene to scene and brings each into view. */
export function useScene(paceSeconds: number): ShownScene {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((n) => n + 1), paceSeconds * 1000);
    return () => clearInterval(timer);
  }, [paceSeconds]);
  const scenes = scenesOf(districts.value ?? []);
  const index = turn % scenes.length;
  const scene = scenes[index] ?? { kind: 'city' };
  const area = scene.kind === 'district' ? districts.value?.find(({ id }) => id === scene.id)?.bounds : info.value?.bounds;
  const map = mapHandle.value;
  useEffect(() => { districtFigure.value = scene.kind === 'theme' ? scene.figure : 'none'; }, [turn]);
  useEffect(() => {
    if (map && area) fit(area);
  }, [map, turn, area?.join()]);
  return { scene, index, count: scenes.length };
}

function fit(bounds: Bounds): void {
  mapHandle.value?.fitBounds(bounds, { padding: { top: 24, right: 24, left: 24, bottom: 96 }, duration: reducedMotion() ? 0 : 1200, maxZoom: 15 });
}
