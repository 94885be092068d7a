import { useState } from 'preact/hooks';
import type { Incident } from '../api/types';
import { typeName } from '../state/city';
import { words } from '../state/prefs';

/** Corrects type, severity, title and description; only what was changed is sent. */
export function CorrectForm(props: { incident: Incident; busy: boolean; onSend: (args: Record<string, unknown>) => void; onCancel: () => void }) {
  const { incident } = props;
  const w = words.value.incident;
  const [type, setType] = useState(incident.type);
  const [severity, setSeverity] = useState(incident.severity);
  const [title, setTitle] = useState(incident.title);
  const [description, setDescription] = useState(incident.description ?? '');
  const changes: Record<string, unknown> = {};
  if (type !== incident.type) changes['type'] = type;
  if (severity !== incident.severity) changes['severity'] = severity;
  if (title.trim() !== incident.title) changes['title'] = title.normalize('NFC').trim();
  if (description.trim() !== (incident.description ?? '')) changes['description'] = description.normalize('NFC').trim();
  const ready = Object.keys(changes).length > 0 && title.trim() !== '';
  return (
    <form class="ask" onSubmit={(event) => { event.preventDefault(); if (ready) props.onSend(changes); }}>
      <label class="field"><span>{w.fields.title}</span><input value={title} maxLength={200} onInput={(event) => setTitle(event.currentTarget.value)} /></label>
      <label class="field"><span>{w.fields.type}</span>
        <select value={type} onChange={(event) => setType(event.currentTarget.value)}>{Object.keys(w.types).map((code) => <option key={code} value={code}>{typeName(code)}</option>)}</select>
      </label>
      <label class="field"><span>{w.fields.severity}</span>
        <select value={severity} onChange={(event) => setSeverity(Number(event.currentTarget.value))}>
          {[1, 2, 3, 4, 5].map((value) => <option key={value} value={value}>{value} · {w.severities[value as 1]}</option>)}
        </select>
      </label>
      <label class="field"><span>{w.fields.description}</span><textarea rows={3} maxLength={4000} value={description} onInput={(event) => setDescription(event.currentTarget.value)} /></label>
      <div class="form-buttons">
        <button type="button" class="button" onClick={props.onCancel}>{words.value.cancel}</button>
        <button type="submit" class="button button-primary" disabled={!ready || props.busy}>{words.value.save}</button>
      </div>
    </form>
  );
}
