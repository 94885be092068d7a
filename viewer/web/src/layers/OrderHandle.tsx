import { useRef } from 'preact/hooks';
import type { Layer } from '../api/types';
import { formatNumber } from '../format/number';
import { layerOrder } from '../state/layerOrder';
import { language, words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { say } from './announce';
import { layerTitle } from './LayerRow';
import { moved, withGroup } from './orderOf';

/** Moves a layer up or down within its group: by dragging, or by arrow keys while the handle has the focus. */
export function OrderHandle({ layer, group }: { layer: Layer; group: readonly string[] }) {
  const w = words.value.mapping.order;
  const held = useRef<number | null>(null);
  const title = layerTitle(layer);
  const take = (next: readonly string[]): void => {
    if (next === group) return;
    layerOrder.value = withGroup(layerOrder.value, next);
    const number = (value: number): string => formatNumber(value, language.value);
    say(w.moved(title, number(next.indexOf(layer.id) + 1), number(next.length)));
  };
  const over = (event: PointerEvent): void => {
    if (held.current !== event.pointerId) return;
    const row = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-layer]');
    const other = row?.dataset['layer'];
    if (!row || !other || other === layer.id || !group.includes(other)) return;
    // Past the middle of the other, so that rows of different height do not swap to and fro.
    const { top, height } = row.getBoundingClientRect();
    const [at, to] = [group.indexOf(layer.id), group.indexOf(other)];
    if (to > at ? event.clientY > top + height / 2 : event.clientY < top + height / 2) take(moved(group, layer.id, to - at));
  };
  const release = (): void => { held.current = null; };
  return (
    <button type="button" class="icon-button order-handle" aria-label={w.handle(title)} title={w.handle(title)}
      onPointerDown={(event) => { held.current = event.pointerId; event.currentTarget.setPointerCapture(event.pointerId); }}
      onPointerMove={over} onPointerUp={release} onPointerCancel={release}
      onKeyDown={(event) => {
        const by = { ArrowUp: -1, ArrowDown: 1, Home: -group.length, End: group.length }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        const handle = event.currentTarget;
        take(moved(group, layer.id, by));
        // The row has moved in the document: the focus stays with it.
        requestAnimationFrame(() => handle.focus());
      }}><Icon name="grip" size={18} /></button>
  );
}
