import { effect, untracked } from '@preact/signals';
import type { Bounds } from '../api/types';
import { mapHandle, visibleBounds } from '../map/mapHandle';
import { query, setQuery } from '../state/incidents';

/** While "in view" is a condition, it moves with the map; list, counts and files follow. */
export function keepInView(): void {
  effect(() => {
    const map = mapHandle.value;
    if (!map || query.value.box === null) return undefined;
    const follow = (): void => {
      const bounds = visibleBounds();
      if (query.peek().box && bounds && !same(bounds, query.peek().box)) setQuery({ box: bounds });
    };
    untracked(follow);
    map.on('moveend', follow);
    return () => void map.off('moveend', follow);
  });
}

const same = (a: Bounds, b: Bounds | null): boolean => b !== null && a.every((edge, at) => edge === b[at]);
