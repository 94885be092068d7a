import { useState } from 'preact/hooks';
import type { Incident } from '../api/types';
import { keptTexts } from '../connection/keptTexts';
import { typeName } from '../state/city';
import { words } from '../state/prefs';

type Touched = Partial<Pick<Incident, 'type' | 'severity' | 'title'> & { description: string }>;

/** Corrects type, severity, title and description. Only what was touched is sent, so that what somebody else corrects meanwhile stays; it is kept until it is sent or given up. */
export function CorrectForm(props: { incident: Incident; busy: boolean; onSend: (args: Record<string, unknown>) => Promise<boolean>; onCancel: () => void }) {
  const { incident } = props;
  const w = words.value.incident;
  const name = `move.${incident.id}.correct`;
  const [touched, setTouched] = useState<Touched>(() => JSON.parse(keptTexts.get(name) || '{}') as Touched);
  const touch = (part: Touched): void => {
    const next = { ...touched, ...part };
    keptTexts.set(name, JSON.stringify(next));
    setTouched(next);
  };
  const { type, severity, title, description } = { type: incident.type, severity: incident.severity, title: incident.title, description: incident.description ?? '', ...touched };
  const changes: Record<string, unknown> = {};
  if (type !== incident.type) changes['type'] = type;
  if (severity !== incident.severity) changes['severity'] = severity;
  if (title.trim() !== incident.title) changes['title'] = title.normalize('NFC').trim();
  if (description.trim() !== (incident.description ?? '')) changes['description'] = description.normalize('NFC').trim();
  const ready = Object.keys(changes).length > 0 && title.trim() !== '';
  return (
    <form class="ask" onSubmit={(event) => { event.preventDefault(); if (ready) void props.onSend(changes).then((done) => { if (done) keptTexts.set(name, ''); }); }}>
      <label class="field"><span>{w.fields.title}</span><input value={title} maxLength={200} onInput={(event) => touch({ title: event.currentTarget.value })} /></label>
      <label class="field"><span>{w.fields.type}</span>
        <select value={type} onChange={(event) => touch({ type: event.currentTarget.value })}>{Object.keys(w.types).map((code) => <option key={code} value={code}>{typeName(code)}</option>)}</select>
      </label>
      <label class="field"><span>{w.fields.severity}</span>
        <select value={severity} onChange={(event) => touch({ severity: Number(event.currentTarget.value) })}>
          {[1, 2, 3, 4, 5].map((value) => <option key={value} value={value}>{value} · {w.severities[value as 1]}</option>)}
        </select>
      </label>
      <label class="field"><span>{w.fields.description}</span><textarea rows={3} maxLength={4000} value={description} onInput={(event) => touch({ description: event.currentTarget.value })} /></label>
      <div class="form-buttons">
        <button type="button" class="button" onClick={() => { keptTexts.set(name, ''); props.onCancel(); }}>{words.value.cancel}</button>
        <button type="submit" class="button button-primary" disabled={!ready || props.busy}>{words.value.save}</button>
      </div>
    </form>
  );
}
