import { useEffect, useRef, useState } from 'preact/hooks';
import { agencyNames } from '../../state/agencies';
import { formatNumber } from '../../format/number';
import { language, words } from '../../state/prefs';
import { useAsync } from '../../ui/useAsync';

/** Asks for the agency or unit that is to take all of them, and says beforehand how many it can. */
export function BulkAssign(props: { count: number; able: number; busy: boolean; onSend: (agency: string) => void; onCancel: () => void }) {
  const w = words.value.bulk;
  const m = words.value.incident.moves;
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const agencies = useAsync('agencies', agencyNames);
  useEffect(() => input.current?.focus(), []);
  const { count, able } = props;
  const number = (value: number): string => formatNumber(value, language.value);
  const agency = text.normalize('NFC').trim();
  return (
    <form class="bulk-assign" onSubmit={(event) => { event.preventDefault(); if (agency && able) props.onSend(agency); }}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); props.onCancel(); } }}>
      {able < count && <p class="field-hint" role="status">{able ? w.assignSome(number(able), number(count)) : w.assignNone}</p>}
      <label class="field"><span>{m.agencyAsk}</span>
        <input ref={input} value={text} maxLength={200} disabled={!able} list="bulk-agencies" placeholder={m.agencyHint} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <datalist id="bulk-agencies">{(agencies.value ?? []).map((name) => <option key={name} value={name} />)}</datalist>
      <div class="form-buttons">
        <button type="button" class="button" onClick={props.onCancel}>{words.value.cancel}</button>
        <button type="submit" class="button button-primary" disabled={props.busy || !agency || !able}>{w.assignAll(number(able))}</button>
      </div>
    </form>
  );
}
