import { useState } from 'preact/hooks';
import { words } from '../state/prefs';

/** Notes being written, kept per incident while the page lives: opening another incident loses nothing. */
const drafts = new Map<string, string>();

export function NoteBox({ id, busy, onSend }: { id: string; busy: boolean; onSend: (text: string) => Promise<boolean> }) {
  const m = words.value.incident.moves;
  const [text, setText] = useState(drafts.get(id) ?? '');
  const write = (value: string): void => {
    drafts.set(id, value);
    setText(value);
  };
  const send = async (): Promise<void> => {
    const note = text.normalize('NFC').trim();
    if (note && (await onSend(note))) write('');
  };
  return (
    <form class="note" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <textarea aria-label={m.noteAsk} placeholder={m.noteHint} rows={text ? 3 : 1} maxLength={4000} value={text} onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(); }} />
      {text.trim() && <button type="submit" class="button" disabled={busy}>{m.addNote}</button>}
    </form>
  );
}
