import type { Layer } from '../api/types';
import { layerGroups } from './layerGroups';

/**
 * The places in the catalogue that show everyone the chosen order: only of layers whose place changes. A group deals out the places it has, made
 * different where two layers share one.
 */
export function placesOf(all: readonly Layer[], chosen: readonly string[]): Array<{ id: string; order: number }> {
  const usual = new Map(layerGroups(all).map(({ group, items }) => [group, items]));
  return layerGroups(all, chosen).flatMap(({ group, items }) => {
    if (group === 'live' || items.every((layer, index) => layer.id === usual.get(group)?.[index]?.id)) return [];
    const bottomUp = [...items].reverse();
    let last = -1;
    const places = bottomUp.map((layer) => layer.order).sort((a, b) => a - b).map((order) => (last = Math.max(order, last + 1)));
    return bottomUp.flatMap((layer, index) => (layer.order === places[index] ? [] : [{ id: layer.id, order: places[index] ?? 0 }]));
  });
}
