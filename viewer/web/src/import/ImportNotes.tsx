import { language, words } from '../state/prefs';
import { formatNumber } from '../format/number';
import { Reason } from './Reason';
import type { ImportNote } from './importTypes';

const most = 200;
const order = { bad: 0, repaired: 1, warning: 2 };

/** What is to say about single rows: those that are refused first, each with its row and the reason. */
export function ImportNotes({ notes }: { notes: readonly ImportNote[] }) {
  const w = words.value.import;
  if (!notes.length) return null;
  const shown = [...notes].sort((a, b) => order[a.kind] - order[b.kind]).slice(0, most);
  return (
    <details class="import-notes" open={notes.some((note) => note.kind === 'bad')}>
      <summary>{w.notes(formatNumber(notes.length, language.value))}</summary>
      <ul>
        {shown.map((note, index) => (
          <li key={index} class={`import-${note.kind}`}>
            <b>{w.kinds[note.kind]}</b>
            <span class="figures">{note.layer ? `${note.layer} · ` : ''}{w.row(formatNumber(note.line, language.value))}{note.field ? ` · ${note.field}` : ''}</span>
            <Reason text={note.reason} />
          </li>
        ))}
        {notes.length > most && <li>{w.more(formatNumber(notes.length - most, language.value))}</li>}
      </ul>
    </details>
  );
}
