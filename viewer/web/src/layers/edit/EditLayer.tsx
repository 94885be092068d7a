import { useState } from 'preact/hooks';
import type { Layer } from '../../api/types';
import { editing, startEditing } from '../../features/editing';
import { narrow } from '../../state/layout';
import { hiddenLayers, layersOpen, words } from '../../state/prefs';
import { showToast } from '../../state/toasts';
import { knowsWhoActs } from '../../state/whoActs';
import { Icon } from '../../ui/Icon';
import { describeLayer, explainDescription } from './describeLayer';
import { DescriptionForm } from './DescriptionForm';
import { StyleForm } from './StyleForm';

/** What a planner may do with a layer: describe it, draw it otherwise, take it out of use and back. */
export function EditLayer({ layer }: { layer: Layer }) {
  const w = words.value.mapping.edit;
  const [open, setOpen] = useState<'about' | 'style' | null>(null);
  const [problem, setProblem] = useState('');
  const close = (): void => setOpen(null);
  const edit = (id: string): void => {
    hiddenLayers.value = hiddenLayers.value.filter((hidden) => hidden !== id);
    startEditing(id);
    // Where the panel covers the map, there would be nothing to click.
    if (narrow.value) layersOpen.value = false;
  };
  const retire = async (retired: boolean): Promise<void> => {
    if (!(await knowsWhoActs())) return;
    setProblem('');
    await describeLayer(layer, { retired }).then(
      () => showToast({ text: retired ? w.retired : w.restored, tone: 'good', topic: 'layer', stays: 4000 }), (error: unknown) => setProblem(explainDescription(error)));
  };
  if (layer.retired) {
    return (
      <>
        <button type="button" class="button" onClick={() => void retire(false)}><Icon name="reopen" size={18} />{w.restore}</button>
        {problem && <p class="problem" role="alert">{problem}</p>}
      </>
    );
  }
  return (
    <>
      {open === null && (
        <div class="moves-row layer-edit">
          <button type="button" class="button" onClick={() => setOpen('about')}><Icon name="edit" size={18} />{w.about}</button>
          {!layer.live && <button type="button" class="button" onClick={() => setOpen('style')}><Icon name="shape" size={18} />{w.style}</button>}
          {layer.editable && <button type="button" class="button" aria-pressed={editing.value === layer.id} onClick={() => edit(layer.id)}><Icon name="pin" size={18} />{words.value.feature.edit}</button>}
          {!layer.live && <button type="button" class="button" onClick={() => void retire(true)}><Icon name="ban" size={18} />{w.retire}</button>}
        </div>
      )}
      {open === 'about' && <DescriptionForm layer={layer} onDone={close} />}
      {open === 'style' && <StyleForm layer={layer} onDone={close} />}
      {problem && <p class="problem" role="alert">{problem}</p>}
    </>
  );
}
