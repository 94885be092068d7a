import { useEffect, useRef, useState } from 'preact/hooks';
import { keptTexts } from '../connection/keptTexts';
import { words } from '../state/prefs';

/** Notes being written are kept per incident: neither opening another one nor a reload loses them. */
const name = (id: string): string => `note.${id}`;

export function NoteBox({ id, busy, waits, onSend }: { id: string; busy: boolean; waits: boolean; onSend: (text: string) => Promise<boolean> }) {
  const m = words.value.incident.moves;
  const [text, setText] = useState(() => keptTexts.get(name(id)));
  const write = (value: string): void => {
    keptTexts.set(name(id), value);
    setText(value);
  };
  // Once what waited was sent its text is struck off; refused, it stays.
  const waited = useRef(waits);
  useEffect(() => {
    if (waited.current && !waits) setText(keptTexts.get(name(id)));
    waited.current = waits;
  }, [waits]);
  const send = async (): Promise<void> => {
    const note = text.normalize('NFC').trim();
    if (note && !waits && (await onSend(note))) write('');
  };
  return (
    <form class="note" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <textarea aria-label={m.noteAsk} placeholder={m.noteHint} rows={text ? 3 : 1} maxLength={4000} value={text} onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(); }} />
      {text.trim() && <button type="submit" class="button" disabled={busy || waits}>{m.addNote}</button>}
    </form>
  );
}
