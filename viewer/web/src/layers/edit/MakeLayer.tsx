import { useState } from 'preact/hooks';
import type { Layer } from '../../api/types';
import { request } from '../../api/request';
import { startEditing } from '../../features/editing';
import { loadLayers } from '../../state/city';
import { explain } from '../../state/explain';
import { narrow } from '../../state/layout';
import { actor, layersOpen, words } from '../../state/prefs';
import { knowsWhoActs } from '../../state/whoActs';
import { IconButton } from '../../ui/IconButton';
import { Segmented } from '../../ui/Segmented';

const shapes = ['Point', 'Line', 'Polygon'] as const;
const types = ['Text', 'Integer', 'Real', 'Boolean', 'Timestamp'] as const;
interface NewField { title: string; type: (typeof types)[number] }

/** Makes a layer without features: its name, what shapes it holds, what is known of each. Then the first one can be drawn. */
export function MakeLayer({ onDone }: { onDone: () => void }) {
  const w = words.value.mapping.make;
  const [title, setTitle] = useState('');
  const [geometry, setGeometry] = useState<(typeof shapes)[number]>('Point');
  const [fields, setFields] = useState<NewField[]>([{ title: w.firstField, type: 'Text' }]);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  // The same request again, after a bad line, makes no second layer.
  const [key] = useState(() => crypto.randomUUID());
  const clean = (text: string): string => text.normalize('NFC').trim();
  const change = (at: number, part: Partial<NewField>): void => setFields(fields.map((field, index) => (index === at ? { ...field, ...part } : field)));
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await knowsWhoActs())) return;
    setBusy(true);
    setProblem('');
    const body = {
      title: { vi: clean(title) }, geometry,
      fields: fields.filter((field) => clean(field.title)).map((field) => ({ title: { vi: clean(field.title) }, type: field.type })),
    };
    try {
      const layer = await request<Layer>('/api/layers', { method: 'POST', body, idempotencyKey: key, actor: actor.value });
      await loadLayers();
      startEditing(layer.id);
      if (narrow.value) layersOpen.value = false;
      onDone();
    } catch (error) {
      setProblem(explain(error));
      setBusy(false);
    }
  };
  return (
    <form class="ask make-layer" onSubmit={(event) => void send(event)}>
      <label class="field"><span>{w.title}</span><input value={title} maxLength={200} autoFocus onInput={(event) => setTitle(event.currentTarget.value)} /></label>
      <Segmented label={w.geometry} value={geometry} options={shapes.map((value) => ({ value, label: w.shapes[value] }))} onChange={setGeometry} />
      <fieldset class="make-fields"><legend>{w.fields}</legend>
        {fields.map((field, at) => (
          <div key={at}>
            <label class="field"><input aria-label={w.fieldName} placeholder={w.fieldName} value={field.title} maxLength={60} onInput={(event) => change(at, { title: event.currentTarget.value })} /></label>
            <label class="field"><select aria-label={w.fieldType} value={field.type} onChange={(event) => change(at, { type: event.currentTarget.value as NewField['type'] })}>
              {types.map((value) => <option key={value} value={value}>{w.types[value]}</option>)}</select></label>
            <IconButton icon="trash" label={w.remove(field.title)} onClick={() => setFields(fields.filter((_, index) => index !== at))} />
          </div>
        ))}
        {fields.length < 30 && <button type="button" class="button button-quiet" onClick={() => setFields([...fields, { title: '', type: 'Text' }])}>{w.add}</button>}
      </fieldset>
      {problem && <p class="problem" role="alert">{problem}</p>}
      <div class="form-buttons">
        <button type="button" class="button" onClick={onDone}>{words.value.cancel}</button>
        <button type="submit" class="button button-primary" disabled={busy || !clean(title)}>{w.make}</button>
      </div>
    </form>
  );
}
