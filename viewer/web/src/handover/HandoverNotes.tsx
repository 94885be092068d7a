import { useRef, useState } from 'preact/hooks';
import { request } from '../api/request';
import { keptTexts } from '../connection/keptTexts';
import { formatClock } from '../format/dateTime';
import { explain } from '../state/explain';
import { actor, words } from '../state/prefs';
import { knowsWhoActs } from '../state/whoActs';
import { personName } from './personName';
import type { HandoverLine } from './handoverTypes';

const draft = 'handover.note';

/** What was noted during this watch, and the place to note more. */
export function HandoverNotes({ notes, onChange }: { notes: readonly HandoverLine[]; onChange: () => void }) {
  const w = words.value.handover;
  const [text, setText] = useState(() => keptTexts.get(draft));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const key = useRef(crypto.randomUUID());
  const write = (value: string): void => {
    keptTexts.set(draft, value);
    setText(value);
    key.current = crypto.randomUUID();
  };
  const send = async (): Promise<void> => {
    const note = text.normalize('NFC').trim();
    if (!note || busy || !(await knowsWhoActs())) return;
    setBusy(true);
    setProblem('');
    try {
      await request('/api/handovers/notes', { method: 'POST', body: { text: note }, idempotencyKey: key.current, actor: actor.value });
      write('');
      onChange();
    } catch (error) {
      setProblem(explain(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class={`block${notes.length ? '' : ' handover-empty'}`} aria-labelledby="handover-notes">
      <h2 id="handover-notes">{w.notes}</h2>
      {notes.length > 0 && (
        <ul class="handover-notes">
          {notes.map((note) => <li key={note.version}><p>{note.text}</p><small>{personName(note.by, words.value)} · {formatClock(note.at)}</small></li>)}
        </ul>
      )}
      <form class="note" onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <textarea aria-label={w.noteAsk} placeholder={w.noteHint} rows={text ? 3 : 1} maxLength={4000} value={text} onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(); }} />
        {text.trim() && <button type="submit" class="button" disabled={busy}>{words.value.incident.moves.addNote}</button>}
      </form>
      {problem && <p class="field-problem" role="alert">{problem}</p>}
    </section>
  );
}
