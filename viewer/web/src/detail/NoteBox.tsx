import { useState } from 'preact/hooks';
import { keptTexts } from '../connection/keptTexts';
import { words } from '../state/prefs';

/** Notes being written are kept per incident: neither opening another one nor a reload loses them. */
const name = (id: string): string => `note.${id}`;

export function NoteBox({ id, busy, onSend }: { id: string; busy: boolean; onSend: (text: string) => Promise<boolean> }) {
  const m = words.value.incident.moves;
  const [text, setText] = useState(() => keptTexts.get(name(id)));
  const write = (value: string): void => {
    keptTexts.set(name(id), value);
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
