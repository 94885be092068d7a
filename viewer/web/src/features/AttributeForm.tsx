import { useEffect, useState } from 'preact/hooks';
import type { Layer, LayerField } from '../api/types';
import { language, words } from '../state/prefs';
import type { Known, Value } from './featureApi';
import { fromText, toText } from './fieldText';

const titleOf = (field: LayerField): string => `${field.title?.[language.value] || field.name}${field.unit ? ` (${field.unit})` : ''}`;

/** The attributes of a feature, each by its type. What was typed stays when saving fails, and while somebody else changes other fields. */
export function AttributeForm({ layer, known, busy, onSave }: { layer: Layer; known: Known; busy: boolean; onSave: (change: Record<string, Value>) => void }) {
  const w = words.value.feature;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const { properties } = known.feature;
  // What the server has taken is no longer only typed.
  useEffect(() => setTyped((before) => Object.fromEntries(Object.entries(before).filter(([name, text]) => {
    const field = layer.fields.find((one) => one.name === name);
    return field && fromText(text, field) !== (properties[name] ?? null) && text !== toText(properties[name], field);
  }))), [known.tag]);
  const wrong = layer.fields.filter((field) => typed[field.name] !== undefined && fromText(typed[field.name]!, field) === undefined);
  const changed = layer.fields.filter((field) => typed[field.name] !== undefined && typed[field.name] !== toText(properties[field.name], field));
  const send = (event: Event): void => {
    event.preventDefault();
    if (wrong.length || !changed.length) return;
    onSave(Object.fromEntries(changed.map((field) => [field.name, fromText(typed[field.name]!, field) ?? null])));
  };
  return (
    <form class="ask feature-form" aria-label={w.attributes} onSubmit={send}>
      <h2>{w.attributes}</h2>
      {!layer.fields.length && <p class="field-hint">{w.noFields}</p>}
      {layer.fields.map((field) => {
        const text = typed[field.name] ?? toText(properties[field.name], field);
        const set = (next: string): void => setTyped({ ...typed, [field.name]: next });
        const bad = wrong.includes(field);
        const common = { name: field.name, value: text, disabled: busy, 'aria-invalid': bad || undefined, 'aria-describedby': bad ? `bad-${field.name}` : undefined };
        return (
          <label class="field" key={field.name}>
            <span>{titleOf(field)}</span>
            {field.type === 'Boolean'
              ? <select {...common} onChange={(event) => set(event.currentTarget.value)}><option value="">{w.nothing}</option><option value="true">{w.yes}</option><option value="false">{w.no}</option></select>
              : field.type === 'Text' && text.length > 60
                ? <textarea {...common} rows={3} maxLength={10_000} onInput={(event) => set(event.currentTarget.value)} />
                : <input {...common} placeholder={field.type === 'Timestamp' ? w.timeHint : undefined} inputMode={field.type === 'Timestamp' ? 'numeric' : field.type === 'Integer' ? 'numeric' : field.type === 'Real' ? 'decimal' : 'text'} maxLength={10_000} autocomplete="off" onInput={(event) => set(event.currentTarget.value)} />}
            {bad && <small class="field-problem" id={`bad-${field.name}`} role="alert">{field.type === 'Integer' ? w.needWhole : field.type === 'Real' ? w.needNumber : w.needTime}</small>}
          </label>
        );
      })}
      {changed.length > 0 && (
        <div class="form-buttons">
          <button type="button" class="button" disabled={busy} onClick={() => setTyped({})}>{words.value.cancel}</button>
          <button type="submit" class="button button-primary" disabled={busy || wrong.length > 0}>{words.value.save}</button>
        </div>
      )}
    </form>
  );
}
