import { useEffect, useRef, useState } from 'preact/hooks';
import { agencyNames } from '../../state/agencies';
import { words } from '../../state/prefs';
import { useAsync } from '../../ui/useAsync';

/** Asks for the agency or unit that is to take all of them. */
export function BulkAssign(props: { count: string; busy: boolean; onSend: (agency: string) => void; onCancel: () => void }) {
  const w = words.value.bulk;
  const m = words.value.incident.moves;
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const agencies = useAsync('agencies', agencyNames);
  useEffect(() => input.current?.focus(), []);
  const agency = text.normalize('NFC').trim();
  return (
    <form class="bulk-assign" onSubmit={(event) => { event.preventDefault(); if (agency) props.onSend(agency); }}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); props.onCancel(); } }}>
      <label class="field"><span>{m.agencyAsk}</span>
        <input ref={input} value={text} maxLength={200} list="bulk-agencies" placeholder={m.agencyHint} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <datalist id="bulk-agencies">{(agencies.value ?? []).map((name) => <option key={name} value={name} />)}</datalist>
      <div class="form-buttons">
        <button type="button" class="button" onClick={props.onCancel}>{words.value.cancel}</button>
        <button type="submit" class="button button-primary" disabled={props.busy || !agency}>{w.assignAll(props.count)}</button>
      </div>
    </form>
  );
}
