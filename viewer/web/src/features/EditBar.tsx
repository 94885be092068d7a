import { useEffect, useState } from 'preact/hooks';
import { layerTitle } from '../layers/LayerRow';
import { tool } from '../state/draft';
import { mapPadding } from '../state/layout';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { asOf, closeDetail } from '../state/view';
import { knowsWhoActs } from '../state/whoActs';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { done, redo, undo, undone, type Change } from './editLog';
import { drawNew, drawnBy, editedLayer, editing, explainEdit, openFeature, stopEditing } from './editing';

/** While a layer is edited: what a click means, what can be drawn, the way back and forth, and the way out. */
export function EditBar() {
  const w = words.value.feature;
  const [busy, setBusy] = useState(false);
  const layer = editedLayer();
  const step = async (take: () => Promise<Change | null>, back: boolean): Promise<void> => {
    if (busy || !(await knowsWhoActs())) return;
    setBusy(true);
    try {
      const change = await take();
      if (!change) return;
      showToast({ text: back ? w.undone : w.redone, tone: 'good', topic: 'feature', stays: 2500 });
      if ((back ? change.before : change.after) === null) closeDetail();
      else openFeature(change.layer, change.id);
    } catch (error) {
      showToast({ text: explainEdit(error), tone: 'bad', topic: 'feature' });
    } finally {
      setBusy(false);
    }
  };
  const on = layer !== undefined && !asOf.value;
  useEffect(() => { if (asOf.value && editing.peek()) stopEditing(); }, [asOf.value]);
  useEffect(() => {
    if (!on) return undefined;
    const keys = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || tool.peek() || /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as HTMLElement).tagName)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) void step(redo, false);
      else void step(undo, true);
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, [on, busy]);
  if (!on || tool.value) return null;
  const { left, right } = mapPadding.value;
  return (
    <section class="toolbar edit-bar" aria-label={w.editing(layerTitle(layer))} style={{ left: `${left}px`, right: `${right}px` }}>
      <div class="toolbar-body" role="toolbar" aria-label={w.editing(layerTitle(layer))}>
        <p><Icon name="edit" /><span><b>{w.editing(layerTitle(layer))}</b> <span class="edit-hint">{w.choose}</span></span></p>
        {drawnBy(layer).map((kind) => (
          <button type="button" class="button" key={kind} onClick={() => drawNew(layer, kind)}><Icon name="plus" size={18} />{w.add[kind]}</button>
        ))}
        <IconButton icon="undo" label={w.undo} keys="Ctrl+Z" disabled={busy || !done.value.length} onClick={() => void step(undo, true)} />
        <IconButton icon="redo" label={w.redo} keys="Ctrl+Y" disabled={busy || !undone.value.length} onClick={() => void step(redo, false)} />
        <button type="button" class="button button-primary" onClick={stopEditing}>{w.finish}</button>
      </div>
    </section>
  );
}
